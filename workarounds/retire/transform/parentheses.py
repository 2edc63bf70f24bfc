# SPDX-License-Identifier: Apache-2.0
"""Substitution of expressions, with parentheses and comments kept."""

from collections.abc import Generator
from collections.abc import Iterable
import contextlib
import contextvars
from typing import Final
from typing import TypeVar

import libcst as cst

from workarounds.retire.transform import folding
from workarounds.retire.transform.edits import Span

_Node = TypeVar('_Node', bound=cst.CSTNode)
_Containment = cst.In | cst.NotIn | cst.Is | cst.IsNot

_FORCED = contextvars.ContextVar('_EVERYWHERE', default=False)
_NEED_PARENTHESES = (cst.NamedExpr, cst.Yield, cst.GeneratorExp, cst.Tuple)
_ATOMS = (cst.Name, cst.Attribute, cst.Call, cst.Subscript, cst.BaseNumber)


@contextlib.contextmanager
def force_parentheses() -> Generator[None]:
    """Put parentheses around every substituted expression.

    ``return(a)if b else c`` has no blank after ``return``, so ``a`` alone
    would become ``returna``.
    """
    token = _FORCED.set(True)
    try:
        yield
    finally:
        _FORCED.reset(token)


def substitute(
    new: cst.BaseExpression, old: cst.BaseExpression
) -> cst.BaseExpression:
    """Substitute an expression by a part of it.

    Its parentheses are kept, unless the part has some or needs none::

        (False or a) + 1          a + 1
        (False or a and b) + 1    (a and b) + 1
    """
    if _FORCED.get():
        return new if new.lpar else parenthesise(new)
    if not old.lpar:
        return new
    is_bare = new.lpar or isinstance(new, _ATOMS)
    if is_bare and not spans_lines(old.lpar):
        return (
            new
            if not has_comment(*old.lpar, *old.rpar)
            else substitute_in_parentheses(new, old)
        )
    return substitute_in_parentheses(new, old)


def fold(
    constant: object, like: cst.BaseExpression, origin: Span | None = None
) -> cst.BaseExpression:
    """Return a folded node, in parentheses where all need them."""
    return _enclose_if_forced(folding.fold(constant, like, origin))


def _enclose_if_forced(node: cst.BaseExpression) -> cst.BaseExpression:
    return substitute(node, node) if _FORCED.get() else node


def substitute_in_parentheses(
    new: cst.BaseExpression, old: cst.BaseExpression
) -> cst.BaseExpression:
    """Substitute an expression, and keep all parentheses of both."""
    return new.with_changes(
        lpar=[*old.lpar, *new.lpar], rpar=[*new.rpar, *old.rpar]
    )


def strip_parentheses(new: cst.BaseExpression) -> cst.BaseExpression:
    """Remove parentheses that only joined lines that are now one."""
    if len(new.lpar) != 1 or has_comment(*new.lpar, *new.rpar):
        return new
    if isinstance(new, _NEED_PARENTHESES):
        return new
    inner = new.with_changes(lpar=(), rpar=())
    return new if spans_lines([inner]) else inner


def for_itself(node: cst.BaseExpression) -> cst.BaseExpression:
    """Return an expression with the parentheses that it needs by itself.

    A part of what was inside of parentheses may span lines, and then needs
    some.
    """
    node = strip_parentheses(node)
    if node.lpar or not spans_lines([node]):
        return node
    return parenthesise(node)


def with_field(node: _Node, field: str, part: cst.BaseExpression) -> _Node:
    """Replace a field that holds a whole condition or value.

    It needs parentheses only to span lines.
    """
    part = _enclose_if_forced(part)
    if not _FORCED.get():
        part = strip_parentheses(part)
    return node.with_changes(**{field: part})


def parenthesise(node: cst.BaseExpression) -> cst.BaseExpression:
    """Return an expression in parentheses."""
    return node.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])


def spans_lines(nodes: Iterable[cst.CSTNode]) -> bool:
    """Return whether any of the nodes contains a line break."""
    return any('\n' in _code(node) or '\r' in _code(node) for node in nodes)


def has_comment(*nodes: cst.CSTNode) -> bool:
    """Return whether any of the nodes contains a comment."""
    return any('#' in _code(node) for node in nodes)


def _code(node: cst.CSTNode) -> str:
    return cst.Module([]).code_for_node(node)


_OPPOSITES: Final[dict[type[cst.BaseCompOp], type[_Containment]]] = {
    cst.In: cst.NotIn,
    cst.NotIn: cst.In,
    cst.Is: cst.IsNot,
    cst.IsNot: cst.Is,
}
_LOOSER_THAN_NOT = (
    cst.BooleanOperation,
    cst.IfExp,
    cst.Lambda,
    cst.NamedExpr,
    cst.Comparison,
)


def negate(node: cst.BaseExpression) -> cst.BaseExpression:
    """Return the negation of a condition.

    ::

        not a     a
        a in b    a not in b
        a == b    not (a == b)    # == may be redefined
    """
    match node:
        case cst.UnaryOperation(operator=cst.Not()):
            return substitute(node.expression, node)
        case cst.Comparison(
            comparisons=[
                cst.ComparisonTarget(
                    cst.In() | cst.NotIn() | cst.Is() | cst.IsNot() as operator
                ) as target
            ]
        ):
            opposite = _OPPOSITES[type(operator)](
                whitespace_before=operator.whitespace_before,
                whitespace_after=operator.whitespace_after,
            )
            changed = target.with_changes(operator=opposite)
            return node.with_changes(comparisons=[changed])
    if isinstance(node, _LOOSER_THAN_NOT) and not node.lpar:
        node = parenthesise(node)
    return cst.UnaryOperation(cst.Not(), node)
