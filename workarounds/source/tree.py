# SPDX-License-Identifier: Apache-2.0
"""The parts of a syntax tree that stand on lines of interest."""

import ast
import bisect
from collections.abc import Iterable
from collections.abc import Iterator


class LineSet:
    """Numbers of lines."""

    def __init__(self, numbers: Iterable[int]) -> None:
        self._numbers = sorted(set(numbers))

    def __bool__(self) -> bool:
        return bool(self._numbers)

    def touches(self, node: ast.AST) -> bool:
        """Tell whether a node stands on one of them, at least in part.

        One that does not say where it stands may.
        """
        last = getattr(node, 'end_lineno', None)
        if last is None:
            return True
        index = bisect.bisect_left(self._numbers, first_line(node))
        return index < len(self._numbers) and self._numbers[index] <= last

    def within(self, node: ast.AST) -> 'LineSet':
        """Return those of them that a node stands on."""
        numbers = self._numbers
        first = bisect.bisect_left(numbers, first_line(node))
        last: int = getattr(node, 'end_lineno', 0)
        return LineSet(numbers[first : bisect.bisect_right(numbers, last)])


def first_line(node: ast.AST) -> int:
    """Return the first line of a node that has one, decorators included."""
    line: int = getattr(node, 'lineno', 1)
    # Everything but functions and classes begins where it says.
    if decorators := getattr(node, 'decorator_list', None):
        line = min(line, decorators[0].lineno)
    return line


def nodes_on_lines(node: ast.AST, lines: LineSet) -> Iterator[ast.AST]:
    """Find all parts of a node that stand on some lines, at least in part."""
    stack = [node]
    while stack:
        part = stack.pop()
        if lines.touches(part):
            yield part
            stack += ast.iter_child_nodes(part)
