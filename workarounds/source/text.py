# SPDX-License-Identifier: Apache-2.0
"""The text of one file, and conversion between offsets and places."""

import ast
import bisect
from collections.abc import Iterable
from collections.abc import Iterator
import functools
import io
import itertools
import re
import tokenize
from typing import Final
import warnings

from workarounds.source.references import SourceRange

_BOM: Final = b'\xef\xbb\xbf'
#: Python accepts it in the first two lines.
_COOKIE: Final = re.compile(
    rb'(?:[^\n]*\n)?[ \t\f]*#[^\n]*?coding[:=][ \t]*([-\w.]+)'
)
TOO_DEEP: Final = (
    'expressions are nested too deeply; simplify them, or leave the file out'
)


class UnreadableError(Exception):
    """A file cannot be decoded or parsed.

    :ivar line: the line, or None if it is not known
    :ivar reason: why, and what to do
    """

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(reason, line)
        self.reason = reason
        self.line = line


class Source:
    """The text of one file.

    Lines end where Python ends them, so not at a form feed.

    :param text: without a byte order mark
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text.replace('\r\n', '\n').replace('\r', '\n')
        self.lines = self.text.split('\n')

    @functools.cached_property
    def _starts(self) -> list[int]:
        lengths = (len(line) + 1 for line in self.lines)
        return [0, *itertools.accumulate(lengths)]

    def line_at(self, offset: int) -> int:
        """Return the line of an offset."""
        return bisect.bisect_right(self._starts, offset)

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and column."""
        return self._starts[line - 1] + column

    def word_place(self, start: int, length: int) -> SourceRange:
        """Return the place of some characters of one line."""
        line = self.line_at(start)
        column = start - self._starts[line - 1]
        return self.span(line, column, line, column + length)

    def span(
        self, line: int, column: int, end_line: int, end_column: int
    ) -> SourceRange:
        """Return a place in this file."""
        return SourceRange(self.path, line, column, end_line, end_column)

    def place(self, node: ast.expr | ast.stmt) -> SourceRange:
        """Return the place of a node."""
        end = node.end_lineno or node.lineno
        return self.span(
            node.lineno,
            self._characters(node.lineno, node.col_offset),
            end,
            self._characters(end, node.end_col_offset or 0),
        )

    def _characters(self, line: int, offset: int) -> int:
        """Convert an offset in UTF-8 bytes, as in ``ast``, to characters."""
        text = self.lines[line - 1]
        if text.isascii():
            return offset
        return len(text.encode()[:offset].decode(errors='replace'))

    def stripped_line(self, line: int) -> str:
        """Return a line without surrounding blanks."""
        return self.lines[line - 1].strip()

    def find_words(self, words: Iterable[str]) -> Iterator[tuple[int, str]]:
        """Yield the offset and the word for each whole word in the text."""
        text = self.text
        for word in words:
            start = text.find(word)
            while start >= 0:
                end = start + len(word)
                if not (
                    _is_word_character(text[start - 1 : start])
                    or _is_word_character(text[end : end + 1])
                ):
                    yield start, word
                start = text.find(word, end)

    @functools.cached_property
    def tree(self) -> ast.Module:
        """Return its syntax tree.

        :raises UnreadableError: with the line of the error
        """
        try:
            with warnings.catch_warnings():
                # Warnings are for the author of the file.
                warnings.simplefilter('ignore')
                return ast.parse(self.text)
        except SyntaxError as error:
            raise UnreadableError(
                f'not valid for this Python ({error.msg}); correct it, or '
                f'leave the file out',
                error.lineno,
            ) from None
        except (RecursionError, MemoryError):
            raise UnreadableError(TOO_DEEP) from None
        except ValueError as error:
            raise UnreadableError(
                f'cannot be parsed ({error}); leave the file out'
            ) from None


def decode(path: str, data: bytes, *, is_python: bool) -> Source:
    """Decode a file: by its coding cookie if it is Python, or as UTF-8.

    :raises UnreadableError: with the line of the first wrong byte
    """
    if b'\0' in data:
        raise UnreadableError(
            'not UTF-8 text, because it has NUL bytes; save it as UTF-8, or '
            'leave the file out',
            _line(data, data.index(b'\0')),
        )
    cookie = _COOKIE.match(data.removeprefix(_BOM)) if is_python else None
    encoding = cookie[1].decode() if cookie else 'utf-8'
    try:
        if cookie:
            # It normalises names, and refuses a cookie that contradicts a BOM.
            encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        text = data.removeprefix(_BOM).decode(encoding.removesuffix('-sig'))
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f'byte 0x{data[error.start]:02x} is not {encoding.upper()}; save '
            f'the file as UTF-8, or leave it out',
            _line(data, error.start),
        ) from None
    except (SyntaxError, LookupError, UnicodeError):
        raise UnreadableError(
            f'cannot be decoded by its coding cookie ({encoding}); save it '
            f'as UTF-8, and correct the cookie',
            _line(data, cookie.start(1)) if cookie else 1,
        ) from None
    return Source(path, text)


def _line(data: bytes, offset: int) -> int:
    return data.count(b'\n', 0, offset) + 1


def _is_word_character(character: str) -> bool:
    return character.isalnum() or character == '_'
