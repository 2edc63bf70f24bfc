# SPDX-License-Identifier: Apache-2.0
"""Purity of expressions: whether evaluation has no effects.

Names, attributes, subscripts, literals and comparisons of these count as pure,
but lookups do not where a failure of theirs is caught (``lookups.py``).
Arithmetic, f-strings and calls do not, but those that ask for a type.
"""

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Sequence
import contextvars
from typing import Any
from typing import Final

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


#: The kinds of lookups that are not pure, for each block around a node.
_LOOKUPS: contextvars.ContextVar[tuple[Collection[type], ...]] = (
    contextvars.ContextVar('_LOOKUPS', default=())
)


#: The parts that must be pure for a node to be pure.
_PARTS: Final[dict[type, Callable[[Any], Sequence[cst.CSTNode | None]]]] = {
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


def enter_lookups(kinds: Collection[type]) -> None:
    """Enter a block in which some lookups have the effect to fail."""
    _LOOKUPS.set((*_LOOKUPS.get(), kinds))


def leave_lookups() -> None:
    """Leave the innermost block of :func:`enter_lookups`."""
    _LOOKUPS.set(_LOOKUPS.get()[:-1])


def is_pure(node: cst.CSTNode | None) -> bool:
    """Return whether evaluating an expression has no effects."""
    return not _is_caught_lookup(node) and _has_pure_parts(node)


def _is_caught_lookup(node: cst.CSTNode | None) -> bool:
    kind: type = type(node)
    if isinstance(node, cst.Call) and _is_getattr(node):
        kind = cst.Attribute
    return any(kind in kinds for kinds in _LOOKUPS.get())


def _is_getattr(node: cst.Call) -> bool:
    """Return whether it is an attribute, written as ``getattr(a, 'b')``."""
    match node:
        case cst.Call(func=cst.Name('getattr'), args=[_, name, *_]):
            return isinstance(name.value, cst.SimpleString)
    return False


def _asks_for_type(node: cst.Call) -> bool:
    match node.func:
        case cst.Name(value='isinstance' | 'callable' | 'issubclass'):
            return True
    return False


def _has_pure_parts(node: cst.CSTNode | None) -> bool:
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
        case cst.Call():
            return (_is_getattr(node) or _asks_for_type(node)) and all(
                not argument.star and is_pure(argument.value)
                for argument in node.args
            )
    if isinstance(node, _ATOMS):
        return True
    parts = _PARTS.get(type(node))
    return parts is not None and all(map(is_pure, parts(node)))


def extract_effects(node: cst.BaseExpression) -> cst.BaseExpression | None:
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
            return None if left is None else parentheses.substitute(left, node)
        return node if right is node.right else node.with_changes(right=right)
    return None if is_pure(node) else node


def impure_parts(node: cst.BaseExpression) -> list[cst.BaseExpression]:
    """Return the impure parts of an expression whose value is known.

    If it is a call, only its callee and arguments count. Its own lookups do
    not fail.
    """
    arguments = []
    if isinstance(node, cst.Call):
        arguments = [argument.value for argument in node.args]
        node = node.func
    token = _LOOKUPS.set(())
    own = [] if is_pure(node) else [node]
    _LOOKUPS.reset(token)
    return [*own, *(part for part in arguments if not is_pure(part))]


def unpacks(node: cst.BaseExpression) -> bool:
    """Return whether it is ``f(*a)``, which takes what a generator yields."""
    return isinstance(node, cst.Call) and any(
        argument.star for argument in node.args
    )


def effect_statement(node: cst.BaseExpression) -> cst.BaseSmallStatement:
    """Return a statement that evaluates an expression for its effects.

    ::

        (a := f())    a = f()
    """
    if isinstance(node, cst.NamedExpr) and isinstance(node.target, cst.Name):
        return cst.Assign([cst.AssignTarget(node.target)], node.value)
    return cst.Expr(parentheses.for_itself(node))
