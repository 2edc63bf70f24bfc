# SPDX-License-Identifier: Apache-2.0
"""Simplification of conditions.

Of a condition only the truth and the effects matter::

    False or a          a
    a and True          a
    a and False         False, with the effects of a
    not (False or a)    not a
"""

import dataclasses
from typing import cast

import libcst as cst

from workarounds.retire.transform import folding
from workarounds.retire.transform import operand_comments
from workarounds.retire.transform import parentheses
from workarounds.retire.transform import purity
from workarounds.retire.transform.folding import Folded
from workarounds.retire.transform.operand_comments import OperandComments


@dataclasses.dataclass(frozen=True)
class Condition:
    """A simplified condition.

    :param truth: whether it is true; ``None`` if that is not known
    :param residual: the expression that must still be evaluated: for its truth
        if that is not known, or else for its effects; ``None`` without effects
    :param comments: comments about the residual that are not written yet
    """

    truth: bool | None
    residual: cst.BaseExpression | None
    comments: OperandComments = operand_comments.NONE

    @property
    def undecided(self) -> cst.BaseExpression:
        """Return the residual, which there is if the truth is not known."""
        return cast(cst.BaseExpression, self.residual)

    @property
    def is_constant(self) -> bool:
        """Return whether nothing must be evaluated."""
        return self.residual is None


def has_constant(node: cst.CSTNode) -> bool:
    """Return whether a part of a condition is constant."""
    match node:
        case Folded():
            return folding.is_constant(node) or node.effects is not None
        case cst.BooleanOperation():
            return has_constant(node.left) or has_constant(node.right)
        case cst.UnaryOperation():
            return isinstance(node.operator, cst.Not) and has_constant(
                node.expression
            )
        case cst.NamedExpr():
            return folding.is_constant(node.value)
    return False


def simplify_condition(node: cst.BaseExpression) -> Condition:
    """Simplify a condition by its constant parts."""
    # An earlier pass may have written a constant part.
    node = folding.fold_literal(node)
    match node:
        case Folded() if folding.is_constant(node):
            return Condition(node.truth, None)
        case Folded() if node.effects is not None:
            return Condition(node.truth, node.effects)
        case cst.NamedExpr(value=Folded() as value) if folding.is_constant(
            value
        ):
            return Condition(value.truth, node)
        case cst.UnaryOperation(operator=cst.Not()) if has_constant(node):
            return _simplify_not(node)
        case cst.BooleanOperation() if has_constant(node):
            return _simplify_junction(node)
    return Condition(None, node)


def _simplify_not(node: cst.UnaryOperation) -> Condition:
    inner = simplify_condition(node.expression)
    if inner.truth is not None:
        return Condition(not inner.truth, inner.residual)
    return Condition(None, node.with_changes(expression=inner.residual))


def _simplify_junction(node: cst.BooleanOperation) -> Condition:
    """Simplify ``a and b`` or ``a or b``."""
    # True absorbs the other operand of "or", False that of "and".
    absorbing = isinstance(node.operator, cst.Or)
    left = simplify_condition(node.left)
    if left.truth is absorbing:
        return _replace_by_operand(node, left)
    right = simplify_condition(node.right)
    if left.truth is None:
        return _simplify_open_left(node, absorbing, left, right)
    if left.residual is None:
        comments = operand_comments.comments_on_right(node.operator)
        return _replace_by_operand(node, right, comments)
    if right.truth is None:
        written = write_condition(node.left, left)
        return _join_operands(node, Condition(None, written), right, None)
    if right.residual is None:
        return Condition(right.truth, left.residual)
    return Condition(right.truth, node)


def write_condition(
    node: cst.BaseExpression, condition: Condition
) -> cst.BaseExpression:
    """Return the text of a condition that is constant but for its effects.

    ``f()``, known to be false, becomes ``(f() and False)``.

    :param node: the condition as it is written
    """
    if isinstance(node, cst.BooleanOperation) and isinstance(
        node.right, Folded
    ):
        return node
    operator = cst.Or() if condition.truth else cst.And()
    residual = condition.undecided
    if isinstance(residual, cst.BooleanOperation) and not residual.lpar:
        residual = parentheses.parenthesise(residual)
    truth = folding.fold(condition.truth, cst.Name('x'))
    return parentheses.parenthesise(
        cst.BooleanOperation(residual, operator, truth)
    )


def _simplify_open_left(
    node: cst.BooleanOperation,
    absorbing: bool,
    left: Condition,
    right: Condition,
) -> Condition:
    if right.truth is None:
        return _join_operands(node, left, right, None)
    if right.truth is absorbing:
        if right.residual is not None:
            return _join_operands(node, left, right, absorbing)
        return Condition(
            absorbing, None if purity.is_pure(left.residual) else left.residual
        )
    if right.residual is not None:
        return _join_operands(node, left, Condition(None, node.right), None)
    return _replace_by_operand(
        node, left, operand_comments.comments_on_left(node.operator)
    )


def _replace_by_operand(
    node: cst.BooleanOperation,
    part: Condition,
    comments: OperandComments = operand_comments.NONE,
) -> Condition:
    if part.residual is None:
        return part
    comments = comments.merge(part.comments)
    if not node.lpar:
        return Condition(part.truth, part.residual, comments)
    if comments.has_comment:
        residual = parentheses.substitute_in_parentheses(part.residual, node)
    else:
        residual = parentheses.substitute(part.residual, node)
    if residual.lpar:
        residual = comments.write_in_parentheses(residual)
    return Condition(part.truth, residual)


def _join_operands(
    node: cst.BooleanOperation,
    left: Condition,
    right: Condition,
    truth: bool | None,
) -> Condition:
    operator = left.comments.write_before_operator(node.operator)
    joined = node.with_changes(
        left=left.residual,
        operator=right.comments.write_after_operator(operator),
        right=right.residual,
    )
    comments = OperandComments(left.comments.before, right.comments.behind)
    if joined.lpar and comments != operand_comments.NONE:
        return Condition(truth, comments.write_in_parentheses(joined))
    return Condition(truth, joined, comments)


def drop_middle(node: cst.BooleanOperation) -> cst.BooleanOperation:
    """Drop an operand that only passes on to the next one.

    Not only its truth stays the same, but its value::

        a or False or b    a or b
    """
    left, operator = node.left, node.operator
    if (
        isinstance(left, cst.BooleanOperation)
        and type(left.operator) is type(operator)
        and not left.lpar
        and folding.is_constant(left.right)
        and left.right.truth is isinstance(operator, cst.And)
        and not parentheses.has_comment(left.operator, operator)
    ):
        return node.with_changes(left=left.left)
    return node
