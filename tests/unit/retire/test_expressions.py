# SPDX-License-Identifier: Apache-2.0
"""What is left of expressions of which a part is settled."""

import itertools

from hypothesis import given
import pytest

from tests.unit.retire import conditions
from tests.unit.retire import marking
from workarounds.retire.transform import folding
from workarounds.retire.transform.expressions import ConstantFolder
from workarounds.retire.transform.folding import Folded


def reduced(text: str) -> str:
    node = marking.expression(text).visit(ConstantFolder())
    return marking.code(node)


def as_written(text: str) -> str:
    return marking.code(marking.expression(text))


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        ('not ON', 'False'),
        ('not not EMPTY', 'False'),
        ('not (a and ON)', 'not a'),
        ('ON and a', 'a'),
        ('OFF or a', 'a'),
        ('EMPTY or a', 'a'),
        ('OFF and f()', 'False'),
        ('ON or f()', 'True'),
        ('a < b and ON', 'a < b'),
        ('a < b and OFF', 'False'),
        ('f(ON and a, b=OFF or a)', 'f(a, b=a)'),
        ('[not ON, OFF or a]', '[False, a]'),
    ],
)
def test_a_part_that_is_settled_goes(text: str, left: str) -> None:
    assert reduced(text) == left


@pytest.mark.parametrize(
    'text',
    [
        # The value may be another one than a truth.
        'a and OFF',
        'a and ON',
        'a or ON',
        'a or OFF',
        'f() < b and OFF',
        'a < b or FILLED',
        'a < b and EMPTY',
        'a < b and THREE',
        # Nobody knows the truth.
        'not UNASKED',
        'UNASKED or a',
        'UNASKED == 1',
        'a if UNASKED else b',
        'bool(UNASKED)',
        # Nobody knows the value.
        'len(FILLED)',
        'FILLED == []',
        'ON == a',
        'ON < 1',
        'a in FILLED',
        'f() in FILLED',
        'ON == OFF == a',
        'a if f() and OFF else b',
        'bool(ON, a)',
        'bool(*EMPTY)',
        'a.bool(ON)',
        'a[ON]',
    ],
)
def test_a_value_that_may_be_another_one_stays(text: str) -> None:
    assert reduced(text) == as_written(text)


@given(conditions.texts(['a', 'b', 'f()', 'g()', 'ON', 'OFF']))
def test_the_value_stays_the_same(text: str) -> None:
    node = marking.expression(text)
    left = node.visit(ConstantFolder())
    for answers in itertools.product([True, False], repeat=4):
        world = marking.World(answers)
        assert world.evaluate(left) == world.evaluate(node)


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        ('ON == True', 'True'),
        ('ON is True', 'True'),
        ('OFF is not False', 'False'),
        ('NONE is None', 'True'),
        ('None is not NONE', 'False'),
        ('OFF is None', 'False'),
        ('THREE == 3', 'True'),
        ('THREE != 3', 'False'),
        ("'text' == TEXT", 'True'),
        ('EMPTY == []', 'True'),
        ('THREE == TEXT', 'False'),
        ('a in EMPTY', 'False'),
        ('a not in EMPTY', 'True'),
        # Whether two equal ones are the same object is nobody's business.
        ('THREE is 3', '3 is 3'),
        ('EMPTY is []', '[] is []'),
    ],
)
def test_what_is_settled_is_compared_with_literals(
    text: str, left: str
) -> None:
    assert reduced(text) == left


def test_what_is_looked_for_in_nothing_is_still_evaluated() -> None:
    node = marking.expression('f() in EMPTY').visit(ConstantFolder())
    assert marking.code(node) == 'f() in []'
    assert isinstance(node, Folded)
    assert not folding.is_constant(node)
    assert not node.truth


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        ('bool(FILLED)', 'True'),
        ('bool(EMPTY)', 'False'),
        ('len(EMPTY)', '0'),
        ('any(EMPTY)', 'False'),
        ('all(EMPTY)', 'True'),
        ('len(TEXT)', "len('text')"),
    ],
)
def test_functions_of_lists_are_settled(text: str, left: str) -> None:
    assert reduced(text) == left


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        ('a if ON else f()', 'a'),
        ('f() if OFF else b', 'b'),
        ('(a if OFF else b or c)', '(b or c)'),
        ('a if b and ON else c', 'a if b else c'),
        ('a if b and OFF else c', 'c'),
        ('a if ON else b if OFF else c', 'a'),
        ('a if OFF else b if OFF else c', 'c'),
    ],
)
def test_a_branch_is_chosen(text: str, left: str) -> None:
    assert reduced(text) == left


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        ('[x for x in a if ON]', '[x for x in a]'),
        ('[x for x in a if ON if x]', '[x for x in a if x]'),
        ('[x for x in a if x and ON]', '[x for x in a if x]'),
        ('[x for x in a if OFF]', '[]'),
        ('[f(x) for x in a if x and OFF]', '[]'),
        ('{x for x in a if OFF}', 'set()'),
        ('{x: x for x in a if OFF}', '{}'),
        ('[x for x in EMPTY]', '[]'),
        ('[x for x in a for y in b if OFF]', '[]'),
        # Something is evaluated, or nothing is made before it is asked for.
        ('[x for x in f() if OFF]', '[x for x in f() if False]'),
        ('[x for x in a if f(x) if OFF]', '[x for x in a if f(x) if False]'),
        ('[x for x in a if f(x) and OFF]', '[x for x in a if f(x) and False]'),
        ('(x for x in a if OFF)', '(x for x in a if False)'),
        ('[x async for x in a if OFF]', '[x async for x in a if False]'),
    ],
)
def test_a_condition_of_a_comprehension_is_settled(
    text: str, left: str
) -> None:
    assert reduced(text) == left


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        ('(ON  # on\n    and a)', 'a'),
        ('(ON and\n    # on a\n    a)', '(\n    # on a\n    a)'),
        ('(a < b  # on a\n    and ON)', '(a < b  # on a\n    )'),
    ],
)
def test_comments_about_what_is_left_stay(text: str, left: str) -> None:
    assert reduced(text) == left


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        ('x = (\n    ON\n    and a\n)\n', 'x = a\n'),
        ('return (\n    ON\n    and a\n)\n', 'return a\n'),
        ('x = (a)\n', 'x = (a)\n'),
    ],
)
def test_a_value_alone_needs_no_parentheses(text: str, left: str) -> None:
    node = marking.statement(text).visit(ConstantFolder())
    assert marking.code(node) == left
