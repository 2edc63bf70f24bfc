# SPDX-License-Identifier: Apache-2.0
"""Constant folding of expressions.

The value must stay the same object: ``a and False`` is ``a`` where ``a`` is an
empty list, so it is not changed unless only its truth matters. In the examples
``False`` and ``True`` are folded nodes.
"""

from collections.abc import Callable
from typing import Final
from typing import TypeVar

import libcst as cst

from workarounds.retire.transform import comparisons
from workarounds.retire.transform import conditions
from workarounds.retire.transform import folding
from workarounds.retire.transform import operand_comments
from workarounds.retire.transform import parentheses
from workarounds.retire.transform import purity
from workarounds.retire.transform.comprehensions import ComprehensionFolder
from workarounds.retire.transform.folding import Folded
from workarounds.retire.transform.operand_comments import OperandComments

_Valued = TypeVar('_Valued', cst.Assign, cst.Return)
_OF_LISTS: Final[dict[str, Callable[[list[object]], object]]] = {
    'bool': bool,
    'len': len,
    'any': any,
    'all': all,
}


class ConstantFolder(ComprehensionFolder):
    """Simplifies every expression that contains a folded node."""

    def leave_UnaryOperation(
        self,
        original_node: cst.UnaryOperation,
        updated_node: cst.UnaryOperation,
    ) -> cst.BaseExpression:
        """Fold ``not``.

        ::

            not False    True
        """
        if not conditions.has_constant(updated_node):
            return updated_node
        condition = conditions.simplify_condition(updated_node)
        if condition.truth is None:
            return condition.residual or updated_node
        if condition.is_constant:
            return parentheses.fold(condition.truth, updated_node)
        return updated_node

    def leave_BooleanOperation(
        self,
        original_node: cst.BooleanOperation,
        updated_node: cst.BooleanOperation,
    ) -> cst.BaseExpression:
        """Drop an operand if the value stays the same.

        ::

            True and a          a
            False and a         False
            a == b or False     a == b
            a or False          a or False    # a may be []
            a or False or b     a or b
        """
        updated_node = conditions.drop_middle(updated_node)
        left, right = updated_node.left, updated_node.right
        if folding.is_constant(left):
            if left.truth is isinstance(updated_node.operator, cst.Or):
                return parentheses.substitute(left, updated_node)
            about = operand_comments.comments_on_right(updated_node.operator)
            return _replace_by_operand(updated_node, right, about)
        are_truths = folding.is_boolean(left) and folding.is_boolean(right)
        if not are_truths or not folding.is_constant(right):
            return updated_node
        condition = conditions.simplify_condition(updated_node)
        if condition.truth is None:
            about = operand_comments.comments_on_left(updated_node.operator)
            return _replace_by_operand(updated_node, left, about)
        if condition.is_constant:
            return parentheses.fold(condition.truth, updated_node)
        return updated_node

    def leave_Comparison(
        self, original_node: cst.Comparison, updated_node: cst.Comparison
    ) -> cst.BaseExpression:
        """Fold a comparison with a literal.

        ::

            False is True    False
            x in []          False
        """
        if len(updated_node.comparisons) != 1:
            return updated_node
        left, target = updated_node.left, updated_node.comparisons[0]
        if comparisons.is_in_empty(target) and not purity.is_pure(left):
            constant = isinstance(target.operator, cst.NotIn)
            return folding.fold_after_effects(
                left, constant, updated_node, None
            )
        answer = comparisons.compare(left, target.operator, target.comparator)
        if answer is None:
            return updated_node
        return parentheses.fold(answer, updated_node)

    def leave_IfExp(
        self, original_node: cst.IfExp, updated_node: cst.IfExp
    ) -> cst.BaseExpression:
        """Choose a branch, or simplify the condition.

        ::

            a if False else b          b
            a if c or False else b     a if c else b
        """
        if not conditions.has_constant(updated_node.test):
            return updated_node
        condition = conditions.simplify_condition(updated_node.test)
        if condition.truth is None:
            return updated_node.with_changes(test=condition.residual)
        if not condition.is_constant:
            return updated_node
        branch = updated_node.body if condition.truth else updated_node.orelse
        return parentheses.substitute(
            folding.fold_literal(branch), updated_node
        )

    def leave_Call(
        self, original_node: cst.Call, updated_node: cst.Call
    ) -> cst.BaseExpression:
        """Fold a call of ``bool``, or of ``len`` with an empty list.

        ::

            bool(False)         False
            bool(a or False)    bool(a)
            len([])             0
        """
        func = updated_node.func
        if (
            not isinstance(func, cst.Name)
            or func.value not in _OF_LISTS
            or len(updated_node.args) != 1
        ):
            return updated_node
        arg = updated_node.args[0]
        value = arg.value
        if not conditions.has_constant(value) or arg.star or arg.keyword:
            return updated_node
        if func.value == 'bool':
            condition = conditions.simplify_condition(value)
            if condition.is_constant:
                return parentheses.fold(condition.truth, updated_node)
            if condition.truth is None:
                arg = parentheses.with_field(arg, 'value', condition.undecided)
                return updated_node.with_changes(args=[arg])
        if not folding.is_constant(value) or not value.is_empty:
            return updated_node
        answer = _OF_LISTS[func.value]([])
        return parentheses.fold(answer, updated_node)

    def leave_Assign(
        self, original_node: cst.Assign, updated_node: cst.Assign
    ) -> cst.Assign:
        """Drop parentheses that are no longer needed."""
        return _strip_value_parentheses(original_node, updated_node)

    def leave_Return(
        self, original_node: cst.Return, updated_node: cst.Return
    ) -> cst.Return:
        """Drop parentheses that are no longer needed."""
        return _strip_value_parentheses(original_node, updated_node)

    def leave_Attribute(
        self, original_node: cst.Attribute, updated_node: cst.Attribute
    ) -> cst.Attribute:
        """Put a number into parentheses: ``5.real`` is not valid."""
        value = updated_node.value
        if isinstance(value, Folded) and isinstance(value.constant, int):
            enclosed = value if value.lpar else parentheses.parenthesise(value)
            return updated_node.with_changes(value=enclosed)
        return updated_node

    def leave_MatchCase(
        self, original_node: cst.MatchCase, updated_node: cst.MatchCase
    ) -> cst.MatchCase:
        """Simplify a guard; a case that cannot match is dropped later.

        ::

            case 1 if True:         case 1:
            case 1 if a or False:   case 1 if a:
        """
        guard = updated_node.guard
        if guard is None or not conditions.has_constant(guard):
            return updated_node
        condition = conditions.simplify_condition(guard)
        if condition.truth is None:
            return parentheses.with_field(
                updated_node, 'guard', condition.undecided
            )
        if not condition.is_constant:
            return updated_node
        if condition.truth:
            return updated_node.with_changes(
                guard=None,
                whitespace_before_if=cst.SimpleWhitespace(''),
                whitespace_after_if=cst.SimpleWhitespace(''),
            )
        return updated_node.with_changes(guard=folding.fold(False, guard))


def _replace_by_operand(
    node: cst.BooleanOperation,
    part: cst.BaseExpression,
    comments: OperandComments,
) -> cst.BaseExpression:
    if not node.lpar or not comments.has_comment:
        return parentheses.substitute(folding.fold_literal(part), node)
    return comments.write_in_parentheses(
        parentheses.substitute_in_parentheses(part, node)
    )


def _strip_value_parentheses(original: _Valued, updated: _Valued) -> _Valued:
    value = updated.value
    was = original.value
    if (
        value is None
        or was is None
        or not value.lpar
        or value.deep_equals(was)
    ):
        return updated
    return parentheses.with_field(updated, 'value', value)
