# SPDX-License-Identifier: Apache-2.0
"""The nodes of a syntax tree on given lines."""

import ast
import bisect
from collections import deque
from collections.abc import Iterable
from collections.abc import Iterator
from typing import Final

#: The fields of a node that hold statements, in the order of a text.
_BLOCKS: Final = ('body', 'cases', 'handlers', 'orelse', 'finalbody')


class LineSet:
    """A set of line numbers."""

    def __init__(self, numbers: Iterable[int]) -> None:
        self._numbers = sorted(set(numbers))

    def __bool__(self) -> bool:
        return bool(self._numbers)

    def touches(self, node: ast.AST) -> bool:
        """Return whether a node is on one of them, at least in part.

        A node without a position may be.
        """
        last = getattr(node, 'end_lineno', None)
        if last is None:
            return True
        index = bisect.bisect_left(self._numbers, first_line(node))
        return index < len(self._numbers) and self._numbers[index] <= last

    def within(self, node: ast.AST) -> 'LineSet':
        """Return those of them that a node is on."""
        numbers = self._numbers
        first = bisect.bisect_left(numbers, first_line(node))
        last: int = getattr(node, 'end_lineno', 0)
        return LineSet(numbers[first : bisect.bisect_right(numbers, last)])


def first_line(node: ast.AST) -> int:
    """Return the first line of a node, decorators included."""
    line: int = getattr(node, 'lineno', 1)
    # The position of a function or class is that of its keyword.
    if decorators := getattr(node, 'decorator_list', None):
        line = min(line, decorators[0].lineno)
    return line


def inner_statements(node: ast.AST) -> list[ast.AST]:
    """Return the statements in the blocks of a statement, or of a module.

    Handlers and cases, which have blocks themselves, are among them.
    """
    return [
        statement
        for block in _BLOCKS
        for statement in getattr(node, block, ())
    ]


def walk_statements(node: ast.AST) -> Iterator[ast.AST]:
    """Yield a statement and those in it, in the order of ``ast.walk()``.

    Most nodes are parts of expressions.
    """
    remaining = deque([node])
    while remaining:
        statement = remaining.popleft()
        yield statement
        remaining += inner_statements(statement)


def nodes_on_lines(node: ast.AST, lines: LineSet) -> Iterator[ast.AST]:
    """Yield the parts of a node that are on some lines, at least in part."""
    stack = [node]
    while stack:
        part = stack.pop()
        if lines.touches(part):
            yield part
            stack += ast.iter_child_nodes(part)
