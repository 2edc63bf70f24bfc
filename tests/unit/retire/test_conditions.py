# SPDX-License-Identifier: Apache-2.0
"""What is left of a condition of which a part is settled."""

import itertools

from hypothesis import given
import pytest

from tests.unit.retire import conditions
from tests.unit.retire import marking
from workarounds.retire.transform import conditions as transform_conditions

LEAVES = ['a', 'b', 'f()', 'g()', 'ON', 'OFF']


def settled(text: str) -> tuple[bool | None, str | None]:
    condition = transform_conditions.simplify_condition(
        marking.expression(text)
    )
    rest = condition.residual
    return condition.truth, None if rest is None else marking.code(rest)


@pytest.mark.parametrize(
    ('text', 'truth', 'rest'),
    [
        ('ON', True, None),
        ('OFF', False, None),
        ('EMPTY', False, None),
        ('FILLED', True, None),
        ('THREE', True, None),
        ('UNASKED', None, 'UNASKED'),
        ('a', None, 'a'),
        ('not ON', False, None),
        ('not not ON', True, None),
        ('not a', None, 'not a'),
        ('a and ON', None, 'a'),
        ('ON and a', None, 'a'),
        ('a and OFF', False, None),
        ('OFF and a', False, None),
        ('a or ON', True, None),
        ('ON or a', True, None),
        ('a or OFF', None, 'a'),
        ('OFF or a', None, 'a'),
        ('f() and OFF', False, 'f()'),
        ('OFF and f()', False, None),
        ('f() or ON', True, 'f()'),
        ('ON or f()', True, None),
        ('a and f() and OFF', False, 'a and f()'),
        ('a and OFF and f()', False, None),
        ('f() and OFF and g()', False, 'f()'),
        ('not (f() and OFF)', True, 'f()'),
        ('(a or ON) and (b or OFF)', None, 'b'),
        ('(f() or ON) and b', None, '(f() or ON) and b'),
        ('a and (f() or ON)', None, 'a and (f() or ON)'),
        ('a and (f() and OFF)', False, 'a and f()'),
        ('(x := ON)', True, '(x := ON)'),
    ],
)
def test_what_is_settled_goes(
    text: str, truth: bool | None, rest: str | None
) -> None:
    found = settled(text)
    shown = None if rest is None else _shown(rest)
    assert (found[0], found[1]) == (truth, shown)


def _shown(text: str) -> str:
    return marking.code(marking.expression(text))


@given(conditions.texts(LEAVES))
def test_truth_and_effects_are_those_of_the_whole(text: str) -> None:
    node = marking.expression(text)
    condition = transform_conditions.simplify_condition(node)
    for answers in itertools.product([True, False], repeat=4):
        world = marking.World(answers)
        value, called = world.evaluate(node)
        left, called_now = world.evaluate(condition.residual)
        assert called_now == called
        if condition.truth is None:
            assert bool(left) is bool(value)
        else:
            assert bool(value) is condition.truth


@given(conditions.texts(['a', 'b', 'ON', 'OFF']))
def test_without_effects_nothing_settled_is_left(text: str) -> None:
    condition = transform_conditions.simplify_condition(
        marking.expression(text)
    )
    if condition.truth is None:
        assert not transform_conditions.has_constant(condition.residual)
    else:
        assert condition.is_constant


@given(conditions.texts(['a', 'b', 'f()', 'g()']))
def test_a_condition_without_anything_settled_stays_as_it_is(
    text: str,
) -> None:
    node = marking.expression(text)
    assert not transform_conditions.has_constant(node)
    condition = transform_conditions.simplify_condition(node)
    assert condition.residual is node
    assert condition.truth is None


@pytest.mark.parametrize(
    ('text', 'is_there'),
    [
        ('ON', True),
        ('not ON', True),
        ('a and (b or not ON)', True),
        ('(x := ON)', True),
        ('a', False),
        ('UNASKED', False),
        ('-THREE', False),
        ('f(ON)', False),
        ('a == ON', False),
        ('a if ON else b', False),
        ('[ON]', False),
    ],
)
def test_a_part_counts_only_where_its_truth_decides(
    text: str, is_there: bool
) -> None:
    assert (
        transform_conditions.has_constant(marking.expression(text)) is is_there
    )
