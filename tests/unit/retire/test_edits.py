# SPDX-License-Identifier: Apache-2.0
"""What is to be changed in a file, and marking it in the syntax tree."""

import dataclasses
from typing import Any

import libcst as cst
import pytest

from workarounds.retire.transform import edit_application
from workarounds.retire.transform import transformer
from workarounds.retire.transform.edits import Edits
from workarounds.retire.transform.edits import Span
from workarounds.retire.transform.edits import Start
from workarounds.retire.transform.folding import Folded


def span(text: str, part: str) -> Span:
    """Tell where a part of a text stands, which is in one line."""
    before = text.partition(part)[0]
    line = before.count('\n') + 1
    column = len(before) - before.rfind('\n') - 1
    return line, column, line, column + len(part)


def changed(text: str, edits: Edits) -> str:
    marked, left = edit_application.apply_edits(cst.parse_module(text), edits)
    assert not left
    return transformer.simplify_module(marked).code


@pytest.mark.parametrize('text', ['x = f(b)\n', 'x = [\n  a, f(b),\n]\n'])
def test_a_value_is_marked_where_it_stands(text: str) -> None:
    where = span(text, 'f(b)')
    marked, left = edit_application.apply_edits(
        cst.parse_module(text), Edits(constants={where: True})
    )
    assert marked.code == text.replace('f(b)', 'True')
    assert not left
    found: list[Any] = []

    class Finder(cst.CSTVisitor):
        # libcst finds it by this name.
        def visit_Folded(self, node: Folded) -> None:  # noqa: N802
            found.append(node)

    marked.visit(Finder())
    assert [(one.constant, one.origin) for one in found] == [(True, where)]


@pytest.mark.parametrize(
    ('text', 'part', 'reason'),
    [
        ('x = a\n', 'x = a', 'it was not found in the file'),
        ('x = f(g(), h())\n', 'f(g(), h())', 'evaluating it may have effects'),
    ],
)
def test_what_cannot_be_marked_is_told(
    text: str, part: str, reason: str
) -> None:
    where = span(text, part)
    edits = Edits(constants={where: True})
    marked, left = edit_application.apply_edits(cst.parse_module(text), edits)
    assert left == {where: reason}
    assert marked.code == text


@pytest.mark.parametrize(
    ('text', 'part', 'left'),
    [
        ('f(a, b)\n', 'a', 'f(b)\n'),
        ('g(a, b)\n', 'b', 'g(a)\n'),
        ('f(\n    a,\n    b,\n)\n', 'b', 'f(\n    a,\n)\n'),
        ('f(x=a, y=b)\n', 'b', 'f(x=a)\n'),
        ('f(a)\n', 'a', 'f()\n'),
        ('x = [a, b]\n', 'b', 'x = [a]\n'),
        ('x = [a]\n', 'a', 'x = []\n'),
        ('x = (a, b)\n', 'a', 'x = (b,)\n'),
        ('def g(a, b): pass\n', 'b', 'def g(a): pass\n'),
        ('def g(a, b=1): pass\n', 'a', 'def g(b=1): pass\n'),
        ('def g(a): pass\n', 'a', 'def g(): pass\n'),
    ],
)
def test_arguments_and_elements_are_dropped(
    text: str, part: str, left: str
) -> None:
    edits = Edits(removed_items={span(text, part)})
    assert changed(text, edits) == left


@pytest.mark.parametrize(
    ('text', 'line', 'left'),
    [
        ('a\n# on f\n@b\ndef f():\n    pass\nc\n', 4, 'a\nc\n'),
        ('a\nclass C:\n    pass\nc\n', 2, 'a\nc\n'),
        ('a\nX = f()\nc\n', 2, 'a\nc\n'),
    ],
)
def test_statements_go(text: str, line: int, left: str) -> None:
    assert changed(text, Edits(removed_statements={(line, 0)})) == left


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        ('a\nx = b\nc\n', 'a\nc\n'),
        ('a\nx = f()\nc\n', 'a\nf()\nc\n'),
        ('a\nx: int = f()\nc\n', 'a\nf()\nc\n'),
        ('a\nx: int\nc\n', 'a\nc\n'),
        ('a\nx = b; y\nc\n', 'a\nx = b; y\nc\n'),
    ],
)
def test_of_an_assignment_its_effects_stay(text: str, left: str) -> None:
    assert changed(text, Edits(removed_assignments={(2, 0)})) == left


@pytest.mark.parametrize(
    ('text', 'start', 'left'),
    [
        (
            'try:\n    a\nexcept E as e:\n    b\n',
            (3, 0),
            'try:\n    a\nexcept E:\n    b\n',
        ),
        (
            'with a as x, b as y:\n    c\n',
            (1, 13),
            'with a as x, b:\n    c\n',
        ),
    ],
)
def test_a_name_behind_as_goes(text: str, start: Start, left: str) -> None:
    assert changed(text, Edits(removed_as_names={start})) == left


@pytest.mark.parametrize(
    ('text', 'name', 'left'),
    [
        ('x\nimport a\ny\n', 'a', 'x\ny\n'),
        ('x\nimport a, b\ny\n', 'b', 'x\nimport a\ny\n'),
        ('x\nimport a as b\ny\n', 'b', 'x\ny\n'),
        ('x\nimport a as b\ny\n', 'a', 'x\nimport a as b\ny\n'),
        ('x\nimport a.b\ny\n', 'a.b', 'x\ny\n'),
        ('x\nfrom a import b, c\ny\n', 'b', 'x\nfrom a import c\ny\n'),
        (
            'x\nfrom a import (\n    b,\n    c,\n)\ny\n',
            'c',
            'x\nfrom a import (\n    b,\n)\ny\n',
        ),
        ('x\nfrom a import *\ny\n', 'a', 'x\nfrom a import *\ny\n'),
    ],
)
def test_imports_go(text: str, name: str, left: str) -> None:
    assert changed(text, Edits(removed_imports={(2, name)})) == left


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        ('from a import b\n', 'from a import b, new\n'),
        ('from a import b, c\n', 'from a import b, c, new\n'),
        (
            'from a import (\n    b,\n    c,\n)\n',
            'from a import (\n    b,\n    c,\n    new,\n)\n',
        ),
        ('from a import new\n', 'from a import new\n'),
        ('from a import b as new\n', 'from a import b as new\n'),
    ],
)
def test_a_name_is_imported_too(text: str, left: str) -> None:
    assert changed(text, Edits(added_imports={1: 'new'})) == left


def test_a_text_takes_the_place_of_an_expression() -> None:
    text = 'x = (f(a), b)\n'
    edits = Edits(texts={span(text, 'f(a)'): 'g(\n    c)'})
    assert changed(text, edits) == 'x = (g(\n    c), b)\n'


FULL = Edits(
    constants={(1, 2, 3, 4): True},
    texts={(4, 0, 4, 9): 'a'},
    removed_statements={(5, 0)},
    removed_items={(6, 1, 7, 2)},
    removed_assignments={(8, 4)},
    removed_as_names={(9, 4)},
    removed_imports={(10, 'a')},
    added_imports={11: 'b'},
    removed_walruses={(12, 4, 12, 9)},
)


def test_every_kind_of_change_has_its_lines_and_moves_with_them() -> None:
    lines = [(1, 3), (4, 4), (5, 5), (6, 7), *((n, n) for n in range(8, 13))]
    assert sorted(FULL.lines) == lines
    moved = FULL.with_lines_moved(
        {number: number + 20 for number in range(1, 13)}
    )
    assert sorted(moved.lines) == [(a + 20, b + 20) for a, b in lines]
    assert moved.with_lines_moved({n + 20: n for n in range(1, 13)}) == FULL


def test_there_is_something_to_change_if_any_kind_is_there() -> None:
    assert not Edits()
    for field in dataclasses.fields(FULL):
        one = {field.name: getattr(FULL, field.name)}
        assert Edits(**one), field.name


def test_values_can_be_left_alone() -> None:
    values = {(1, 0, 1, 1): True, (2, 0, 2, 1): False}
    edits = Edits(constants=dict(values), removed_statements={(3, 0)})
    left = edits.without({(1, 0, 1, 1)})
    assert left.constants == {(2, 0, 2, 1): False}
    assert left.removed_statements == {(3, 0)}
    assert edits.constants == values
