# SPDX-License-Identifier: Apache-2.0
"""Which comments in an expression stay with what is left."""

from typing import Any

import libcst as cst
import pytest

from tests.unit.retire import marking
from workarounds.retire.transform import operand_comments as comments


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
    about_left = comments.comments_on_left(operator)
    about_right = comments.comments_on_right(operator)
    assert (about_left.has_comment, about_right.has_comment) == is_said


@pytest.mark.parametrize('text', [BOTH, AHEAD])
def test_a_comment_goes_with_its_operand(text: str) -> None:
    node = junction(text)
    target = cst.parse_expression('(\n    x\n)')
    left = comments.comments_on_left(node.operator).write_in_parentheses(
        target
    )
    right = comments.comments_on_right(node.operator).write_in_parentheses(
        target
    )
    assert marking.code(left) == '(\n    x  # on a\n)'
    assert marking.code(right) == '(\n    # on b\n    x\n)'


def test_a_place_without_a_break_gets_one() -> None:
    operator = junction(BOTH).operator
    target = cst.parse_expression('(x)')
    for about, comment in [
        (comments.comments_on_left(operator), '# on a'),
        (comments.comments_on_right(operator), '# on b'),
    ]:
        text = marking.code(about.write_in_parentheses(target))
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
    after = comments.comments_on_right(operator).write_after_operator(
        target.operator
    )
    ahead = comments.comments_on_left(operator).write_before_operator(
        target.operator
    )
    assert marking.code(target.with_changes(operator=after)) == f'({before})'
    assert marking.code(target.with_changes(operator=ahead)) == f'({behind})'


def test_nothing_to_say_changes_nothing() -> None:
    target = junction(BOTH)
    none = comments.NONE
    assert not none.has_comment
    assert none.write_in_parentheses(target).deep_equals(target)
    assert none.write_after_operator(target.operator) is target.operator
    assert none.write_before_operator(target.operator) is target.operator


def test_those_of_a_part_stand_nearer() -> None:
    outer = comments.comments_on_left(junction('a and  # far\n    b').operator)
    inner = comments.comments_on_left(
        junction('a and  # near\n    b').operator
    )
    target = cst.parse_expression('(\n    x\n)')
    both = outer.merge(inner).write_in_parentheses(target)
    assert marking.code(both) == '(\n    x  # near\n)'
    one = outer.merge(comments.NONE).write_in_parentheses(target)
    assert marking.code(one) == '(\n    x  # far\n)'
