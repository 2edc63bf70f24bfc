# SPDX-License-Identifier: Apache-2.0
"""Text for people, which fits any width.

A block is a heading with lines below it. Its texts are broken only between
words: a path, an address or a long name stays whole, if needed on its own
line.
"""

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
import dataclasses
import os
import re
from typing import TextIO

import wcwidth

from workarounds import _text

#: Columns of a text in a pipe or a file, which do not depend on a terminal.
PIPE_WIDTH = 80
#: Longer lines are hard to read.
_WIDEST = 100
#: Columns that a text needs beside its label.
_LEAST = 40
_COLOURS = {
    'on': '33',
    'off': '32',
    'invalid': '31',
    'error': '31',
    'warning': '33',
    'note': '36',
    'needed': '33',
    'not-needed': '32',
    'unknown': '36',
    'removable': '32',
    'blocked': '33',
    'choice': '36',
}
#: Up to the end, or to the reason behind it.
_ASSIGNMENT = r'(?:\[\w+\] )?\w+ =(?: .*?)?(?= \(line \d+ overrides it\)$|$)'
#: A command to copy, with the comma or semicolon behind it.
_COMMAND = r'\(workarounds [^()]*\)\S*'


class Whole(str):
    """A text that is not broken, such as a path that contains blanks."""

    __slots__ = ()


class Status(str):
    """Words that have a colour, and are not broken, such as ``not needed``.

    :param kind: word that selects the colour; by default the text
    """

    kind: str

    def __new__(cls, text: str, kind: str = '') -> 'Status':
        """Create the text."""
        status = super().__new__(cls, text)
        status.kind = kind or text.strip()
        return status


#: A text in pieces; plain strings may be broken between words.
Pieces = Sequence[str]


@dataclasses.dataclass(frozen=True)
class Line:
    """A text below a heading, wrapped to several lines if needed.

    :param label: word before the text; labels of a block are aligned
    :param more: further texts with the same label
    :param is_item: whether it is one of several, so that its second line must
        not look like the next one; those with ``more`` always are
    """

    pieces: Pieces
    label: str = ''
    more: Sequence[Pieces] = ()
    is_item: bool = False


@dataclasses.dataclass(frozen=True)
class Block:
    """A heading, and the lines below it.

    :param head: the heading; none if empty
    :param indent: columns by which the block is indented
    :param is_apart: whether an empty line comes before the block
    """

    head: Pieces
    lines: Sequence[Line] = ()
    indent: int = 0
    is_apart: bool = True


def width_of(stream: TextIO) -> int:
    """Return how wide a text on a stream may be."""
    if not stream.isatty():
        return PIPE_WIDTH
    # A terminal that does not know its width says 0.
    columns = os.get_terminal_size(stream.fileno()).columns or PIPE_WIDTH
    return min(columns, _WIDEST)


def is_coloured(stream: TextIO) -> bool:
    """Return whether a stream is a terminal that wants colours.

    https://no-color.org: an empty variable counts as one that is not set.
    """
    return (
        stream.isatty()
        and not os.environ.get('NO_COLOR')
        and os.environ.get('TERM') != 'dumb'
    )


def coloured(text: str, kind: str) -> str:
    """Return a text in the colour of a word, if the word has a colour."""
    if kind not in _COLOURS:
        return text
    return f'\x1b[{_COLOURS[kind]}m{text}\x1b[0m'


def state(word: str, after: str = '') -> list[str]:
    """Return what a workaround is, as the predicate of a sentence.

    :param word: ``on``, ``off``, ``invalid`` and so on
    :param after: what follows directly, such as a colon
    """
    if word == 'invalid':
        return ['has', Status(f'an invalid value{after}', word)]
    if word == 'absent':
        return ['is', Status(f'not in this release{after}', word)]
    if word == 'unknown':
        return ['may', 'be', Status(f'on or off{after}', word)]
    return ['is', Status(f'{word}{after}', word)]


def count(number: int, noun: str) -> str:
    """Return a number of things, such as ``2 files``."""
    return f'{number:,} {noun}{"" if number == 1 else "s"}'


def sentence(text: str, paths: Collection[str] = ()) -> list[str]:
    """Return a text in pieces, so that paths and commands are not broken."""
    return _pieces(
        text,
        [_COMMAND, *(f'{re.escape(path)}\\S*' for path in _spaced(paths))],
    )


def instruction(text: str, paths: Collection[str] = ()) -> list[str]:
    """Return what to do in pieces; lines to copy are not broken either."""
    return _pieces(
        text,
        [
            *(f'{re.escape(path)}\\S*' for path in _spaced(paths)),
            _ASSIGNMENT,
        ],
    )


def render(
    blocks: Iterable[Block], width: int, *, is_coloured: bool = False
) -> str:
    """Return blocks as text, wrapped to a width where possible."""
    layout = _Layout(width, is_coloured)
    lines: list[str] = []
    for block in blocks:
        if lines and block.is_apart:
            lines.append('')
        lines += layout.lines(block)
    return ''.join(f'{line}\n' for line in lines)


@dataclasses.dataclass(frozen=True)
class _Layout:
    width: int
    is_coloured: bool

    def lines(self, block: Block) -> Iterator[str]:
        margin = ' ' * block.indent
        if block.head:
            # Deeper than the lines below, so that it does not look like one.
            yield from self._wrapped(block.head, margin, f'{margin}    ')
            margin += '  '
        beside = 2 + max((len(line.label) for line in block.lines), default=0)
        has_room = self.width - len(margin) - beside >= _LEAST
        for line in block.lines:
            first, pieces, others = margin, line.pieces, margin
            if line.label and has_room:
                first += line.label.ljust(beside)
                others += ' ' * beside
            elif line.label:
                others += '  '
                if line.more:
                    yield f'{margin}{line.label}:'
                    first = others
                else:
                    pieces = [f'{line.label}:', *pieces]
            rest = f'{others}  ' if line.more or line.is_item else others
            yield from self._wrapped(pieces, first, rest)
            for text in line.more:
                yield from self._wrapped(text, others, rest)

    def _wrapped(
        self, pieces: Pieces, first: str, others: str
    ) -> Iterator[str]:
        """Break a text between words, so that each line fits if it can."""
        line, used = first, _width(first)
        is_empty = True
        for word in _words(pieces):
            width = _width(word)
            if not is_empty and used + 1 + width > self.width:
                yield line
                line, used, is_empty = others, _width(others), True
            space = '' if is_empty else ' '
            line += f'{space}{self._shown(word)}'
            used += len(space) + width
            is_empty = False
        if not is_empty:
            yield line

    def _shown(self, word: str) -> str:
        shown = _text.printable(word)
        if self.is_coloured and isinstance(word, Status):
            return coloured(shown, word.kind)
        return shown


def _spaced(paths: Collection[str]) -> list[str]:
    """Return the paths that could be broken, the longest first."""
    return sorted({path for path in paths if ' ' in path}, key=len)[::-1]


def _pieces(text: str, patterns: Sequence[str]) -> list[str]:
    if not patterns:
        return [text]
    whole = '|'.join(f'(?:{pattern})' for pattern in patterns)
    # Every second piece is a match.
    return [
        Whole(piece) if number % 2 else piece
        for number, piece in enumerate(re.split(f'({whole})', text))
    ]


def _words(pieces: Pieces) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, Whole | Status):
            yield piece
        else:
            yield from piece.split()


def _width(text: str) -> int:
    """Return the columns that a text takes: two for a wide character."""
    shown = _text.printable(text)
    width = wcwidth.wcswidth(shown)
    return width if width >= 0 else len(shown)
