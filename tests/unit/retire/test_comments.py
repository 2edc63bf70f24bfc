# SPDX-License-Identifier: Apache-2.0
"""Which comments in an expression stay with what is left."""

from typing import Any

import libcst as cst
import pytest

from tests.unit.retire import marking
from workarounds.retire.transform import comments


def junction(text: str) -> Any:
    """Parse an expression in parentheses."""
    return cst.parse_expression(f'({text})')


BEHIND = 'a and  # on a\n    b'
ABOVE = 'a and\n    # on b\n    b'
BOTH = 'a and  # on a\n    # on b\n    b'
AHEAD = 'a  # on a\n    # on b\n    and b'


@pytest.mark.parametrize(
    ('text', 'is_said'),
    [
        (BEHIND, (True, False)),
        (ABOVE, (False, True)),
        (BOTH, (True, True)),
        (AHEAD, (True, True)),
        ('a and b', (False, False)),
        ('a and\n\n    b', (False, False)),
        ('a and \\\n    b', (False, False)),
    ],
)
def test_a_comment_is_about_its_neighbour(
    text: str, is_said: tuple[bool, bool]
) -> None:
    operator = junction(text).operator
    about_left = comments.of_left(operator)
    about_right = comments.of_right(operator)
    assert (about_left.is_said, about_right.is_said) == is_said


@pytest.mark.parametrize('text', [BOTH, AHEAD])
def test_a_comment_goes_with_its_operand(text: str) -> None:
    node = junction(text)
    target = cst.parse_expression('(\n    x\n)')
    left = comments.of_left(node.operator).in_parentheses(target)
    right = comments.of_right(node.operator).in_parentheses(target)
    assert marking.code(left) == '(\n    x  # on a\n)'
    assert marking.code(right) == '(\n    # on b\n    x\n)'


def test_a_place_without_a_break_gets_one() -> None:
    operator = junction(BOTH).operator
    target = cst.parse_expression('(x)')
    for about, comment in [
        (comments.of_left(operator), '# on a'),
        (comments.of_right(operator), '# on b'),
    ]:
        text = marking.code(about.in_parentheses(target))
        assert text.count(comment) == 1
        assert eval(text, {'x': 5}) == 5


@pytest.mark.parametrize(
    ('other', 'before', 'behind'),
    [
        (
            'c or  # on c\n    d',
            'c or  # on c\n    # on b\n    d',
            'c or  # on a\n    d',
        ),
        (
            'c or\n    # on d\n    d',
            'c or\n    # on b\n    d',
            'c or  # on a\n    # on d\n    d',
        ),
        (
            'c  # on c\n    or d',
            'c  # on c\n    # on b\n    or d',
            'c  # on a\n    or d',
        ),
    ],
)
def test_it_takes_the_place_of_the_one_about_what_went(
    other: str, before: str, behind: str
) -> None:
    operator = junction(BOTH).operator
    target = junction(other)
    after = comments.of_right(operator).after_operator(target.operator)
    ahead = comments.of_left(operator).before_operator(target.operator)
    assert marking.code(target.with_changes(operator=after)) == f'({before})'
    assert marking.code(target.with_changes(operator=ahead)) == f'({behind})'


def test_nothing_to_say_changes_nothing() -> None:
    target = junction(BOTH)
    none = comments.NONE
    assert not none.is_said
    assert none.in_parentheses(target).deep_equals(target)
    assert none.after_operator(target.operator) is target.operator
    assert none.before_operator(target.operator) is target.operator


def test_those_of_a_part_stand_nearer() -> None:
    outer = comments.of_left(junction('a and  # far\n    b').operator)
    inner = comments.of_left(junction('a and  # near\n    b').operator)
    target = cst.parse_expression('(\n    x\n)')
    both = outer.inside(inner).in_parentheses(target)
    assert marking.code(both) == '(\n    x  # near\n)'
    one = outer.inside(comments.NONE).in_parentheses(target)
    assert marking.code(one) == '(\n    x  # far\n)'
