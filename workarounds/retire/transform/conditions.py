# SPDX-License-Identifier: Apache-2.0
"""What is left of a condition of which a part is settled.

A condition is an expression of which nothing counts but whether it is true,
and its effects.
"""

import dataclasses
from typing import Any

import libcst as cst

from workarounds.retire.transform import comments as transform_comments
from workarounds.retire.transform import folding
from workarounds.retire.transform import parentheses
from workarounds.retire.transform import purity
from workarounds.retire.transform.comments import Comments
from workarounds.retire.transform.folding import Known


@dataclasses.dataclass(frozen=True)
class Condition:
    """What is left of a condition.

    :param truth: whether it is true, ``None`` if that is still open
    :param rest: what must still be evaluated: for its truth if that is open,
        otherwise for its effects; ``None`` if there are none
    :param comments: those about the rest that have no place yet
    """

    truth: bool | None
    rest: Any
    comments: Comments = transform_comments.NONE

    @property
    def is_settled(self) -> bool:
        """Whether nothing must be evaluated any more."""
        return self.rest is None


def has_known(node: cst.CSTNode) -> bool:
    """Tell whether a part of a condition is settled."""
    match node:
        case Known():
            return folding.is_settled(node) or node.effects is not None
        case cst.BooleanOperation():
            return has_known(node.left) or has_known(node.right)
        case cst.UnaryOperation():
            return isinstance(node.operator, cst.Not) and has_known(
                node.expression
            )
        case cst.NamedExpr():
            return folding.is_settled(node.value)
    return False


def settle(node: cst.BaseExpression) -> Condition:
    """Take out of a condition what is settled."""
    match node:
        case Known() if folding.is_settled(node):
            return Condition(node.truth, None)
        case Known() if node.effects is not None:
            return Condition(node.truth, node.effects)
        case cst.NamedExpr(value=Known() as value) if folding.is_settled(
            value
        ):
            return Condition(value.truth, node)
        case cst.UnaryOperation(operator=cst.Not()) if has_known(node):
            return _negation(node)
        case cst.BooleanOperation() if has_known(node):
            return _junction(node)
    return Condition(None, node)


def _negation(node: cst.UnaryOperation) -> Condition:
    inner = settle(node.expression)
    if inner.truth is not None:
        return Condition(not inner.truth, inner.rest)
    return Condition(None, node.with_changes(expression=inner.rest))


def _junction(node: cst.BooleanOperation) -> Condition:
    """Settle ``a and b`` or ``a or b``."""
    # With this truth of the left side, the right one is not evaluated.
    final = isinstance(node.operator, cst.Or)
    left = settle(node.left)
    if left.truth is final:
        return _in_place_of(node, left)
    right = settle(node.right)
    if left.truth is None:
        return _after_open(node, final, left, right)
    if left.rest is None:
        about = transform_comments.of_right(node.operator)
        return _in_place_of(node, right, about)
    if right.truth is None:
        written = evaluated(node.left, left)
        return _joined(node, Condition(None, written), right, None)
    if right.rest is None:
        return Condition(right.truth, left.rest)
    return Condition(right.truth, node)


def evaluated(node: cst.BaseExpression, condition: Condition) -> Any:
    """Write down a condition that is settled but for its effects.

    :param node: as it is written now
    """
    if isinstance(node, cst.BooleanOperation) and isinstance(
        node.right, Known
    ):
        return node
    operator = cst.Or() if condition.truth else cst.And()
    rest: Any = condition.rest
    if isinstance(rest, cst.BooleanOperation) and not rest.lpar:
        rest = parentheses.enclosed(rest)
    truth = folding.known(condition.truth, cst.Name('x'))
    return parentheses.enclosed(cst.BooleanOperation(rest, operator, truth))


def _after_open(
    node: cst.BooleanOperation, final: bool, left: Condition, right: Condition
) -> Condition:
    if right.truth is None:
        return _joined(node, left, right, None)
    if right.truth is final:
        if right.rest is not None:
            return _joined(node, left, right, final)
        return Condition(
            final, None if purity.is_free(left.rest) else left.rest
        )
    if right.rest is not None:
        return _joined(node, left, Condition(None, node.right), None)
    return _in_place_of(node, left, transform_comments.of_left(node.operator))


def _in_place_of(
    node: cst.BooleanOperation,
    part: Condition,
    about: Comments = transform_comments.NONE,
) -> Condition:
    if part.rest is None:
        return part
    comments = about.inside(part.comments)
    if not node.lpar:
        return Condition(part.truth, part.rest, comments)
    if comments.is_said:
        rest = parentheses.wrap(part.rest, node)
    else:
        rest = parentheses.fit(part.rest, node)
    if rest.lpar:
        rest = comments.in_parentheses(rest)
    return Condition(part.truth, rest)


def _joined(
    node: cst.BooleanOperation,
    left: Condition,
    right: Condition,
    truth: bool | None,
) -> Condition:
    operator = left.comments.before_operator(node.operator)
    joined = node.with_changes(
        left=left.rest,
        operator=right.comments.after_operator(operator),
        right=right.rest,
    )
    comments = Comments(left.comments.before, right.comments.behind)
    if joined.lpar and comments != transform_comments.NONE:
        joined = comments.in_parentheses(joined)
        comments = transform_comments.NONE
    return Condition(truth, joined, comments)
