# SPDX-License-Identifier: Apache-2.0
"""The places of strings and comments in a module."""

import ast
import bisect
from collections.abc import Iterable
from collections.abc import Iterator
import re
from typing import Final

from workarounds.source.text import Source
from workarounds.source.tree import LineSet

#: One literal of a string that is written as several.
_LITERAL: Final = re.compile(
    r"""[A-Za-z]{0,2}(?:"{3}(?:\\.|[^\\])*?"{3}|'{3}(?:\\.|[^\\])*?'{3}"""
    r"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')""",
    re.DOTALL,
)
_BETWEEN: Final = re.compile(r'(?:\s|\\\n|#[^\n]*|[()])+')


class Strings:
    """The strings of a module on some lines.

    :param numbers: the lines
    """

    def __init__(
        self, source: Source, tree: ast.Module, numbers: Iterable[int]
    ) -> None:
        self._source = source
        spans = sorted(_string_spans(source, tree, LineSet(numbers)))
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def contains(self, offset: int) -> bool:
        """Return whether an offset is inside a string."""
        index = bisect.bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]

    def comment_offset(self, line: int) -> int | None:
        """Return the offset of the comment on a line, or None."""
        start = self._source.offset(line, 0)
        for column, character in enumerate(self._source.lines[line - 1]):
            if character == '#' and not self.contains(start + column):
                return start + column
        return None


def _string_spans(
    source: Source, tree: ast.Module, lines: LineSet
) -> Iterator[tuple[int, int]]:
    stack: list[ast.AST] = [tree]
    while stack:
        node = stack.pop()
        if not lines.touches(node):
            continue
        if isinstance(node, ast.JoinedStr) or (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str | bytes)
        ):
            place = source.place(node)
            start = source.offset(place.line, place.column)
            end = source.offset(place.end_line, place.end_column)
            if place.line == place.end_line:
                yield start, end
            else:
                yield from _literal_spans(source.text, start, end)
        else:
            stack += ast.iter_child_nodes(node)


def _literal_spans(
    text: str, start: int, end: int
) -> Iterator[tuple[int, int]]:
    """Yield the literals of a string; comments may be between them."""
    spans = []
    at = start
    while at < end:
        literal = _LITERAL.match(text, at, end)
        if literal is not None:
            spans.append(literal.span())
            at = literal.end()
        elif (between := _BETWEEN.match(text, at, end)) is not None:
            at = between.end()
        else:
            # An expression inside an f-string contains strings.
            spans = [(start, end)]
            break
    yield from spans
