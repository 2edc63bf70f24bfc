# SPDX-License-Identifier: Apache-2.0
"""Expressions whose value is settled."""

from typing import Any

import libcst as cst
import pytest

from tests.unit.retire import marking
from workarounds.retire.transform import folding


@pytest.mark.parametrize(
    ('holds', 'text'),
    [
        (True, 'True'),
        (None, 'None'),
        (3, '3'),
        ('it\'s "so"', "'it\\'s \"so\"'"),
        ([], '[]'),
        (['a', 1], "['a', 1]"),
        (-1, '(-1)'),
        (-1.5, '(-1.5)'),
        # Nobody knows what to write in their place.
        (folding.NON_EMPTY, 'CONF.workarounds.kinds'),
        (folding.UNREAD, 'CONF.workarounds.kinds'),
    ],
)
def test_it_reads_as_what_it_holds(holds: object, text: str) -> None:
    like = cst.parse_expression('CONF.workarounds.kinds')
    assert marking.code(folding.fold(holds, like)) == text


@pytest.mark.parametrize(
    ('holds', 'text'),
    [
        (True, '( True )'),
        (-1, '( -1 )'),
        (folding.NON_EMPTY, '( x )'),
    ],
)
def test_its_parentheses_are_those_that_were_there(
    holds: object, text: str
) -> None:
    like = cst.parse_expression('( x )')
    assert marking.code(folding.fold(holds, like)) == text


def test_a_negative_number_stays_one_operand() -> None:
    like = cst.parse_expression('x')
    power = marking.code(folding.fold(-2, like)) + '**2'
    assert eval(power) == 4


@pytest.mark.parametrize(
    ('text', 'is_settled', 'is_boolean'),
    [
        ('ON', True, True),
        ('OFF', True, True),
        ('NONE', True, False),
        ('EMPTY', True, False),
        ('FILLED', True, False),
        ('THREE', True, False),
        ('UNASKED', False, False),
        ('a', False, False),
        ('True', False, True),
        ('not a', False, True),
        ('-ON', False, False),
        ('a < b', False, True),
        ('a < b and not c', False, True),
        ('a < b and c', False, False),
        ('a or b < c', False, False),
        ('bool(a)', False, True),
        ('isinstance(a, b)', False, True),
        ("hasattr(a, 'b')", False, True),
        ('a.bool(b)', False, False),
        ('f(a)', False, False),
    ],
)
def test_what_is_known_of_an_expression(
    text: str, is_settled: bool, is_boolean: bool
) -> None:
    node = marking.expression(text)
    assert folding.is_constant(node) is is_settled
    assert folding.is_boolean(node) is is_boolean


@pytest.mark.parametrize(
    ('holds', 'truth', 'is_plain'),
    [
        (True, True, True),
        (False, False, True),
        (None, False, True),
        (0, False, True),
        ('', False, True),
        # A second one would be another list.
        ([], False, False),
        ({'a': 1}, True, False),
        (folding.NON_EMPTY, True, False),
    ],
)
def test_what_is_known_of_a_value(
    holds: object, truth: bool, is_plain: bool
) -> None:
    node = folding.fold(holds, cst.Name('x'))
    assert node.truth is truth
    assert node.is_immutable is is_plain


def test_what_must_be_evaluated_stays_written() -> None:
    call: Any = cst.parse_expression('f().enabled("x")')
    node = folding.fold_after_effects(
        call.func.value, True, call, (1, 0, 1, 16)
    )
    assert marking.code(node) == 'f().enabled("x")'
    assert node.truth
    assert not folding.is_constant(node)


def test_a_text_can_stand_in_any_place() -> None:
    like = cst.parse_expression('(x)')
    assert marking.code(folding.substitute_text('a.b(c)', like)) == '(a.b(c))'


def test_a_walk_through_the_tree_does_not_forget_it() -> None:
    node = marking.expression('[a, ON]').visit(cst.CSTTransformer())
    assert folding.is_constant(node.elements[1].value)
