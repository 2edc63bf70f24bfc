# SPDX-License-Identifier: Apache-2.0
"""Putting one expression in another's place."""

import itertools
from typing import Any

from hypothesis import given
import libcst as cst
import pytest

from tests.unit.retire import conditions
from tests.unit.retire import marking
from workarounds.retire.transform import parentheses


@pytest.mark.parametrize(
    ('new', 'old', 'text'),
    [
        ('a', 'a and b', 'a'),
        ('a', '(a and b)', 'a'),
        ('a.b', '(a.b and c)', 'a.b'),
        ('f(a)', '(f(a) and c)', 'f(a)'),
        ('not a', '(not a and b)', '(not a)'),
        ('a < b', '(a < b and c)', '(a < b)'),
        ('(a or b)', '((a or b) and c)', '(a or b)'),
        ('a', '(\n    a and b\n)', '(\n    a\n)'),
        ('a', '(  # why\n    a and b)', '(  # why\n    a)'),
    ],
)
def test_parentheses_stay_where_they_are_needed(
    new: str, old: str, text: str
) -> None:
    found = parentheses.substitute(
        cst.parse_expression(new), cst.parse_expression(old)
    )
    assert marking.code(found) == text


@pytest.mark.parametrize(
    ('new', 'text'), [('a', '(a)'), ('(a)', '(a)'), ('not a', '(not a)')]
)
def test_they_can_be_asked_for_everywhere(new: str, text: str) -> None:
    old = cst.parse_expression('a and b')
    with parentheses.force_parentheses():
        found = parentheses.substitute(cst.parse_expression(new), old)
    assert marking.code(found) == text
    assert not parentheses.substitute(cst.Name('a'), old).lpar


@pytest.mark.parametrize(
    ('before', 'after'),
    [
        ('(a)', 'a'),
        ('(not a)', 'not a'),
        ('(\n    a\n)', 'a'),
        ('a', 'a'),
        # Here they are part of the expression, or hold it together.
        ('((a))', '((a))'),
        ('(a, b)', '(a, b)'),
        ('(x := a)', '(x := a)'),
        ('(yield a)', '(yield a)'),
        ('(b for b in a)', '(b for b in a)'),
        ('(a\n    and b)', '(a\n    and b)'),
        ('(  # why\n    a\n)', '(  # why\n    a\n)'),
    ],
)
def test_those_that_only_held_lines_together_go(
    before: str, after: str
) -> None:
    found = parentheses.strip_parentheses(cst.parse_expression(before))
    assert marking.code(found) == after


def test_the_condition_of_a_statement_needs_none() -> None:
    node: Any = marking.statement('if a:\n    pass\n')
    part = cst.parse_expression('(\n    b\n)')
    found = parentheses.with_field(node, 'test', part)
    assert marking.code(found) == 'if b:\n    pass\n'


@pytest.mark.parametrize(
    ('text', 'opposite'),
    [
        ('a', 'not a'),
        ('not a', 'a'),
        ('not (a and b)', '(a and b)'),
        ('a in b', 'a not in b'),
        ('a  not in b', 'a  in b'),
        ('a is None', 'a is not None'),
        ('a is not None', 'a is None'),
        # Objects may answer both ways.
        ('a == b', 'not (a == b)'),
        ('a < b', 'not (a < b)'),
        ('a in b in c', 'not (a in b in c)'),
        ('a and b', 'not (a and b)'),
        ('(a or b)', 'not (a or b)'),
        ('a if b else c', 'not (a if b else c)'),
        ('f(a)', 'not f(a)'),
        ('a + b', 'not a + b'),
    ],
)
def test_the_opposite_is_written_as_people_write_it(
    text: str, opposite: str
) -> None:
    found = parentheses.negate(cst.parse_expression(text))
    assert marking.code(found) == opposite


@given(conditions.texts(['a', 'b', 'f()', 'a is None', 'a in [b]']))
def test_the_opposite_is_the_opposite(text: str) -> None:
    node = marking.expression(text)
    opposite = parentheses.negate(node)
    for answers in itertools.product([True, False], repeat=4):
        world = marking.World(answers)
        value, called = world.evaluate(node)
        other, called_now = world.evaluate(opposite)
        assert bool(other) is not bool(value)
        assert called_now == called
