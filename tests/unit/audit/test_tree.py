# SPDX-License-Identifier: Apache-2.0
"""Only what touches a line of interest is gone into."""

import ast

from workarounds.source import tree
from workarounds.source.tree import LineSet

TEXT = """\
@decorator(
    1)
def f(x):
    y = (2,
         3)
    return 4

class A:
    z = 5
"""


def constants(*lines: int) -> list[int]:
    found = tree.nodes_on_lines(ast.parse(TEXT), LineSet(lines))
    return sorted(
        node.value
        for node in found
        if isinstance(node, ast.Constant) and isinstance(node.value, int)
    )


def test_touching() -> None:
    assert constants() == []
    assert constants(2) == [1]
    assert constants(4) == [2]
    assert constants(5, 9) == [3, 5]
    assert constants(*range(1, 10)) == [1, 2, 3, 4, 5]


def test_a_function_begins_at_its_decorators() -> None:
    function = ast.parse(TEXT).body[0]
    assert tree.first_line(function) == 1
    assert LineSet([1]).touches(function)
    assert not LineSet([7]).touches(function)


def test_lines_within_a_node() -> None:
    function = ast.parse(TEXT).body[0]
    lines = LineSet([9, 7, 6, 1])
    assert not lines.within(function).touches(ast.parse(TEXT).body[1])
    assert lines.within(function)
    assert not LineSet([7]).within(function)
    assert not LineSet([])
