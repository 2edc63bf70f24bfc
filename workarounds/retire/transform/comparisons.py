# SPDX-License-Identifier: Apache-2.0
"""Comparison of a folded node with a literal."""

from collections.abc import Callable
from collections.abc import Sequence
import operator
from typing import Final

import libcst as cst

from workarounds.retire.transform import folding
from workarounds.retire.transform.folding import Folded

_COMPARE: Final[
    dict[type[cst.BaseCompOp], Callable[[object, object], bool]]
] = {
    cst.Equal: operator.eq,
    cst.NotEqual: operator.ne,
    cst.Is: operator.is_,
    cst.IsNot: operator.is_not,
}
_SINGLETONS = {'True': True, 'False': False, 'None': None}


def is_in_empty(target: cst.ComparisonTarget) -> bool:
    """Return whether it is ``in []`` or ``not in []``."""
    return (
        isinstance(target.operator, cst.In | cst.NotIn)
        and isinstance(target.comparator, Folded)
        and target.comparator.is_empty
    )


def compare(
    left: cst.BaseExpression, how: cst.BaseCompOp, right: cst.BaseExpression
) -> bool | None:
    """Return the result of a comparison, or ``None`` if it is unknown.

    One side must be folded, and the other folded or a literal.
    """
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


def _constant_value(node: cst.BaseExpression) -> tuple[bool, object]:
    """Return whether the value of a node is known, and the value."""
    if isinstance(node, Folded):
        return _is_fully_known(node), node.constant
    if isinstance(node, cst.Name) and node.value in _SINGLETONS:
        return True, _SINGLETONS[node.value]
    if isinstance(node, cst.List) and not node.elements:
        return True, []
    if isinstance(node, cst.SimpleString | cst.Integer):
        return True, node.evaluated_value
    return False, None


def _is_fully_known(node: Folded) -> bool:
    return node.constant is not folding.NON_EMPTY and folding.is_constant(node)
