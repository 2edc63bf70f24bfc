# SPDX-License-Identifier: Apache-2.0
"""What is left of expressions of which a part is settled.

The value stays the same, to the object: ``a and False`` is ``a`` where ``a``
is an empty list, so it is left as it is unless only its truth counts.
"""

from collections.abc import Sequence
import operator
from typing import Any

import libcst as cst

from workarounds.retire.transform import conditions
from workarounds.retire.transform import folding
from workarounds.retire.transform import operand_comments
from workarounds.retire.transform import parentheses
from workarounds.retire.transform import purity
from workarounds.retire.transform.folding import Folded
from workarounds.retire.transform.operand_comments import OperandComments

_COMPARE: dict[type, Any] = {
    cst.Equal: operator.eq,
    cst.NotEqual: operator.ne,
    cst.Is: operator.is_,
    cst.IsNot: operator.is_not,
}
_SINGLETONS = {'True': True, 'False': False, 'None': None}
_OF_LISTS: dict[str, Any] = {'bool': bool, 'len': len, 'any': any, 'all': all}


class ConstantFolder(cst.CSTTransformer):
    """Takes out of every expression what is settled."""

    def leave_UnaryOperation(
        self, original_node: cst.UnaryOperation, updated_node: Any
    ) -> Any:
        """``not`` takes the truth of its operand."""
        if not conditions.has_constant(updated_node):
            return updated_node
        condition = conditions.simplify_condition(updated_node)
        if condition.truth is None:
            return condition.residual or updated_node
        if condition.is_constant:
            return folding.fold(condition.truth, updated_node)
        return updated_node

    def leave_BooleanOperation(
        self, original_node: cst.BooleanOperation, updated_node: Any
    ) -> Any:
        """Drop an operand where the value stays the same."""
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
            return folding.fold(condition.truth, updated_node)
        return updated_node

    def leave_Comparison(
        self, original_node: cst.Comparison, updated_node: Any
    ) -> Any:
        """Compare what is settled with a literal."""
        if len(updated_node.comparisons) != 1:
            return updated_node
        target = updated_node.comparisons[0]
        if _is_in_empty(target) and not purity.is_pure(updated_node.left):
            constant = isinstance(target.operator, cst.NotIn)
            return folding.fold_after_effects(
                updated_node.left, constant, updated_node, None
            )
        answer = _compare(
            updated_node.left, target.operator, target.comparator
        )
        if answer is None:
            return updated_node
        return folding.fold(answer, updated_node)

    def leave_IfExp(self, original_node: cst.IfExp, updated_node: Any) -> Any:
        """Choose a branch, or settle a part of the condition."""
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

    def leave_Call(self, original_node: cst.Call, updated_node: Any) -> Any:
        """Settle ``bool(x)``, and ``len(x)`` of a list."""
        func = updated_node.func
        if (
            not isinstance(func, cst.Name)
            or func.value not in _OF_LISTS
            or len(updated_node.args) != 1
        ):
            return updated_node
        arg = updated_node.args[0]
        value = arg.value
        if not folding.is_constant(value) or arg.star or arg.keyword:
            return updated_node
        if func.value == 'bool':
            return folding.fold(value.truth, updated_node)
        if not value.is_empty:
            return updated_node
        answer = _OF_LISTS[func.value]([])
        return folding.fold(answer, updated_node)

    def leave_Assign(
        self, original_node: cst.Assign, updated_node: cst.Assign
    ) -> Any:
        """Drop parentheses that are no more needed."""
        return _strip_value_parentheses(original_node, updated_node)

    def leave_Return(
        self, original_node: cst.Return, updated_node: cst.Return
    ) -> Any:
        """Drop parentheses that are no more needed."""
        return _strip_value_parentheses(original_node, updated_node)

    def leave_Attribute(
        self, original_node: cst.Attribute, updated_node: Any
    ) -> Any:
        """Put a number into parentheses, for a dot would belong to it."""
        value = updated_node.value
        if isinstance(value, Folded) and isinstance(value.constant, int):
            enclosed = value if value.lpar else parentheses.parenthesise(value)
            return updated_node.with_changes(value=enclosed)
        return updated_node

    def leave_CompFor(
        self, original_node: cst.CompFor, updated_node: cst.CompFor
    ) -> cst.CompFor:
        """Drop conditions that hold, and settle parts of the others."""
        if not any(
            conditions.has_constant(condition_if.test)
            for condition_if in updated_node.ifs
        ):
            return updated_node
        ifs: list[cst.CompIf] = []
        for condition_if in updated_node.ifs:
            if not conditions.has_constant(condition_if.test):
                ifs.append(condition_if)
                continue
            condition = conditions.simplify_condition(condition_if.test)
            if condition.truth is None:
                ifs.append(
                    parentheses.with_field(
                        condition_if, 'test', condition.residual
                    )
                )
            elif not condition.is_constant:
                test = conditions.write_condition(condition_if.test, condition)
                ifs.append(parentheses.with_field(condition_if, 'test', test))
            elif not condition.truth:
                never = folding.fold(False, condition_if.test)
                ifs.append(condition_if.with_changes(test=never))
        return updated_node.with_changes(ifs=ifs)

    def leave_ListComp(
        self, original_node: cst.ListComp, updated_node: Any
    ) -> Any:
        """Settle a list to which nothing is added."""
        if _yields_nothing(updated_node.for_in):
            return folding.fold([], updated_node)
        return updated_node

    def leave_SetComp(
        self, original_node: cst.SetComp, updated_node: Any
    ) -> Any:
        """Settle a set to which nothing is added."""
        if _yields_nothing(updated_node.for_in):
            return folding.fold(set(), updated_node)
        return updated_node

    def leave_DictComp(
        self, original_node: cst.DictComp, updated_node: Any
    ) -> Any:
        """Settle a dictionary to which nothing is added."""
        if _yields_nothing(updated_node.for_in):
            return folding.fold({}, updated_node)
        return updated_node

    def leave_MatchCase(
        self, original_node: cst.MatchCase, updated_node: Any
    ) -> Any:
        """Settle a guard; a case that cannot come is dropped later."""
        guard = updated_node.guard
        if guard is None or not conditions.has_constant(guard):
            return updated_node
        condition = conditions.simplify_condition(guard)
        if condition.truth is None:
            return parentheses.with_field(
                updated_node, 'guard', condition.residual
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
) -> Any:
    if not node.lpar or not comments.has_comment:
        return parentheses.substitute(folding.fold_literal(part), node)
    return comments.write_in_parentheses(
        parentheses.substitute_in_parentheses(part, node)
    )


def _strip_value_parentheses(original: Any, updated: Any) -> Any:
    value = updated.value
    if value is None or not value.lpar or value.deep_equals(original.value):
        return updated
    return parentheses.with_field(updated, 'value', value)


def _is_in_empty(target: cst.ComparisonTarget) -> bool:
    return (
        isinstance(target.operator, cst.In | cst.NotIn)
        and isinstance(target.comparator, Folded)
        and target.comparator.is_empty
    )


def _compare(left: Any, how: Any, right: Any) -> bool | None:
    """Compare, if one side is settled and the other one is settled too."""
    if isinstance(how, cst.In | cst.NotIn):
        is_empty = isinstance(right, Folded) and right.is_empty
        return isinstance(how, cst.NotIn) if is_empty else None
    if not {type(left), type(right)} & {Folded}:
        return None
    compare = _COMPARE.get(type(how))
    sides = _constant_value(left), _constant_value(right)
    if compare is None or any(not is_known for is_known, _ in sides):
        return None
    if isinstance(how, cst.Is | cst.IsNot) and not _are_singletons(
        [value for _, value in sides]
    ):
        return None
    return bool(compare(sides[0][1], sides[1][1]))


def _are_singletons(values: Sequence[object]) -> bool:
    return any(value is None or isinstance(value, bool) for value in values)


def _constant_value(node: Any) -> tuple[bool, object]:
    """Return whether a value is known, and the value."""
    if isinstance(node, Folded):
        constant: object = [] if node.is_empty else node.constant
        return _is_fully_known(node), constant
    if isinstance(node, cst.Name) and node.value in _SINGLETONS:
        return True, _SINGLETONS[node.value]
    if isinstance(node, cst.List) and not node.elements:
        return True, []
    if isinstance(node, cst.SimpleString | cst.Integer):
        return True, node.evaluated_value
    return False, None


def _is_fully_known(node: Folded) -> bool:
    return node.constant is not folding.NON_EMPTY and folding.is_constant(node)


def _yields_nothing(loop: cst.CompFor) -> bool:
    """Tell whether a condition of a comprehension never holds."""
    if loop.asynchronous or not purity.is_pure(loop.iter):
        return False
    if isinstance(loop.iter, Folded) and loop.iter.is_empty:
        return True
    for condition_if in loop.ifs:
        if (
            folding.is_constant(condition_if.test)
            and not condition_if.test.truth
        ):
            return True
        if not purity.is_pure(condition_if.test):
            return False
    inner = loop.inner_for_in
    return inner is not None and _yields_nothing(inner)
