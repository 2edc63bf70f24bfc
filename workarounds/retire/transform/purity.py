# SPDX-License-Identifier: Apache-2.0
"""Purity of expressions: whether evaluation has no effects.

Names, attributes, subscripts, literals and comparisons of these count as pure.
Calls, arithmetic and f-strings do not.
"""

from collections.abc import Callable
from collections.abc import Sequence
from typing import Any

import libcst as cst

from workarounds.retire.transform import folding
from workarounds.retire.transform import parentheses
from workarounds.retire.transform.folding import Folded

_ATOMS = (
    cst.Name,
    cst.BaseNumber,
    cst.SimpleString,
    cst.Ellipsis,
)


#: The parts that must be pure for a node to be pure.
_PARTS: dict[type, Callable[[Any], Sequence[Any]]] = {
    cst.Attribute: lambda node: [node.value],
    cst.BooleanOperation: lambda node: [node.left, node.right],
    cst.Comparison: lambda node: [
        node.left,
        *(target.comparator for target in node.comparisons),
    ],
    cst.ConcatenatedString: lambda node: [node.left, node.right],
    cst.Dict: lambda node: node.elements,
    cst.DictElement: lambda node: [node.key, node.value],
    cst.Element: lambda node: [node.value],
    cst.IfExp: lambda node: [node.test, node.body, node.orelse],
    # None is not an expression, so a starred index is not pure.
    cst.Index: lambda node: [None if node.star else node.value],
    cst.List: lambda node: node.elements,
    cst.Set: lambda node: node.elements,
    cst.Slice: lambda node: [
        part for part in (node.lower, node.upper, node.step) if part
    ],
    cst.Subscript: lambda node: [
        node.value,
        *(element.slice for element in node.slice),
    ],
    cst.Tuple: lambda node: node.elements,
}


def is_pure(node: Any) -> bool:
    """Return whether evaluating an expression has no effects."""
    match node:
        case Folded():
            return (
                node.effects is None
                and node.constant is not folding.SOURCE_TEXT
            )
        case cst.Lambda():
            # Its defaults are evaluated when it is created.
            params = [
                *node.params.posonly_params,
                *node.params.params,
                *node.params.kwonly_params,
            ]
            return all(
                is_pure(param.default) for param in params if param.default
            )
        case cst.UnaryOperation():
            number = isinstance(node.expression, cst.BaseNumber)
            negated = isinstance(node.operator, cst.Not)
            return number or (negated and is_pure(node.expression))
        case cst.Call(func=cst.Name('getattr'), args=[_, name, *_]):
            # Another way to write an attribute.
            return isinstance(name.value, cst.SimpleString) and all(
                not argument.star and is_pure(argument.value)
                for argument in node.args
            )
    if isinstance(node, _ATOMS):
        return True
    parts = _PARTS.get(type(node))
    return parts is not None and all(map(is_pure, parts(node)))


def extract_effects(node: cst.BaseExpression) -> Any:
    """Return the part of an expression that has effects, or None.

    ::

        not f()          f()
        f() or a         f()
        a or f()         a or f()    # a decides whether f is called
        a or b           None
    """
    if isinstance(node, cst.UnaryOperation):
        if isinstance(node.operator, cst.Not):
            return extract_effects(node.expression)
    elif isinstance(node, cst.BooleanOperation):
        right = extract_effects(node.right)
        if right is None:
            left = extract_effects(node.left)
            return left and parentheses.substitute(left, node)
        return node if right is node.right else node.with_changes(right=right)
    return None if is_pure(node) else node


def impure_parts(node: cst.BaseExpression) -> list[cst.BaseExpression]:
    """Return the impure parts of an expression whose value is known.

    If it is a call, only its callee and arguments count.
    """
    if not isinstance(node, cst.Call):
        return [] if is_pure(node) else [node]
    parts = [node.func, *(argument.value for argument in node.args)]
    return [part for part in parts if not is_pure(part)]


def effect_statement(node: cst.BaseExpression) -> cst.BaseSmallStatement:
    """Return a statement that evaluates an expression for its effects.

    ::

        (a := f())    a = f()
    """
    if isinstance(node, cst.NamedExpr) and isinstance(node.target, cst.Name):
        return cst.Assign([cst.AssignTarget(node.target)], node.value)
    return cst.Expr(parentheses.strip_parentheses(node))
