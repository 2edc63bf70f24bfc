# SPDX-License-Identifier: Apache-2.0
"""What is left of a statement of which a part is settled."""

from typing import Any

import libcst as cst

from workarounds.retire import _bodies
from workarounds.retire import _conditions
from workarounds.retire import _effects
from workarounds.retire import _known
from workarounds.retire import _lines
from workarounds.retire import _matches
from workarounds.retire import _parentheses


def left_of(  # noqa: PLR0911  # a line for each kind of statement
    node: Any,
) -> _bodies.Left | None:
    """Tell what is left of a statement whose parts have been settled.

    :returns: ``None`` if it stays as it is
    """
    match node:
        case cst.If():
            return _of_if(node)
        case cst.While():
            return _of_while(node)
        case cst.For():
            return _of_for(node)
        case cst.Try() | cst.TryStar():
            return _of_try(node)
        case cst.Match():
            return _matches.left_of(node)
        case cst.FunctionDef() | cst.ClassDef() | cst.With():
            if _bodies.is_empty(node.body):
                return _bodies.Left([_bodies.with_pass(node)])
    return None


def _of_if(node: cst.If) -> _bodies.Left | None:
    changed = node
    if _conditions.has_known(node.test):
        condition = _conditions.settle(node.test)
        if condition.truth is not None:
            return _chosen(node, condition)
        changed = _parentheses.with_part(node, 'test', condition.rest)
    orelse = _settled_else(changed.orelse)
    if orelse is not changed.orelse:
        changed = changed.with_changes(orelse=orelse)
    if _bodies.is_empty(changed.body):
        return _without_body(changed)
    return None if changed is node else _bodies.Left([changed])


def _chosen(node: cst.If, condition: _conditions.Condition) -> _bodies.Left:
    """Keep one branch, and what its condition does."""
    lines: _lines.Lines = tuple(node.leading_lines)
    effects = []
    if condition.rest is not None:
        effects = [_bodies.as_statement(condition.rest, lines)]
        lines = ()
    if condition.truth:
        left = _bodies.lifted(node.body, lines)
    elif isinstance(node.orelse, cst.If):
        inner = _of_if(node.orelse)
        left = _bodies.Left([node.orelse]) if inner is None else inner
        left = _under(left, lines)
    else:
        left = _bodies.else_lifted(node.orelse, lines)
    return _bodies.Left([*effects, *left.statements], left.footer)


def _under(left: _bodies.Left, lines: _lines.Lines) -> _bodies.Left:
    if not left.statements:
        return left
    first, *others = left.statements
    own = _lines.comments(_lines.above(first))
    first = first.with_changes(leading_lines=[*lines, *own])
    return _bodies.Left([first, *others], left.footer)


def _settled_else(orelse: Any) -> cst.If | cst.Else | None:
    """Settle what follows a branch, which stays in the chain."""
    if isinstance(orelse, cst.Else):
        return None if _bodies.is_empty(orelse.body) else orelse
    if orelse is None:
        return None
    left = _of_if(orelse)
    if left is None:
        return orelse  # type: ignore[no-any-return]  # an If, see above
    if not left.statements:
        return None
    first, *others = left.statements
    if isinstance(first, cst.If) and not others and not left.footer:
        return first
    lines = _lines.above(first)
    body = [first.with_changes(leading_lines=()), *others]
    return cst.Else(
        cst.IndentedBlock(body, footer=left.footer), leading_lines=lines
    )


def _without_body(node: cst.If) -> _bodies.Left:
    """Do without a branch in which nothing is left."""
    if node.orelse is None:
        if _effects.is_free(node.test):
            return _bodies.Left()
        return _bodies.Left(
            [_bodies.as_statement(node.test, node.leading_lines)]
        )
    if isinstance(node.orelse, cst.If):
        return _bodies.Left([_bodies.with_pass(node)])
    said = _lines.comments(node.orelse.leading_lines)
    body: Any = node.orelse.body
    if said and isinstance(body, cst.IndentedBlock):
        first, *others = body.body
        body = body.with_changes(body=[_lines.under(first, said), *others])
    changed = node.with_changes(body=body, orelse=None)
    test = _parentheses.negated(node.test)
    return _bodies.Left([_parentheses.with_part(changed, 'test', test)])


def _of_while(node: cst.While) -> _bodies.Left | None:
    changed = node
    if node.orelse is not None and _bodies.is_empty(node.orelse.body):
        changed = changed.with_changes(orelse=None)
    if _conditions.has_known(node.test):
        condition = _conditions.settle(node.test)
        if condition.truth is False:
            return _never(changed, condition.rest)
        if condition.truth is None:
            changed = _parentheses.with_part(changed, 'test', condition.rest)
        elif condition.is_settled:
            always = _known.known(True, node.test)
            changed = changed.with_changes(test=always, orelse=None)
    if _bodies.is_empty(changed.body):
        changed = _bodies.with_pass(changed)
    return None if changed is node else _bodies.Left([changed])


def _never(
    node: cst.While | cst.For, effects: cst.BaseExpression | None
) -> _bodies.Left:
    """Keep what comes after a loop that is never run."""
    if effects is None:
        return _bodies.else_lifted(node.orelse, tuple(node.leading_lines))
    left = _bodies.else_lifted(node.orelse)
    first = _bodies.as_statement(effects, tuple(node.leading_lines))
    return _bodies.Left([first, *left.statements], left.footer)


def _of_for(node: cst.For) -> _bodies.Left | None:
    if isinstance(node.iter, _known.Known) and node.iter.is_empty:
        return _never(node, None)
    changed = node
    if node.orelse is not None and _bodies.is_empty(node.orelse.body):
        changed = changed.with_changes(orelse=None)
    if _bodies.is_empty(node.body):
        changed = _bodies.with_pass(changed)
    return None if changed is node else _bodies.Left([changed])


def _of_try(node: Any) -> _bodies.Left | None:
    orelse, final = (
        None if part is None or _bodies.is_empty(part.body) else part
        for part in (node.orelse, node.finalbody)
    )
    if _bodies.is_empty(node.body) or not (node.handlers or final):
        parts = [node, orelse, final]
        bodies = [
            part.body
            for part in parts
            if part is not None and not _bodies.is_empty(part.body)
        ]
        return _bodies.in_a_row(bodies, node.leading_lines)
    handlers = [
        _bodies.with_pass(one) if _bodies.is_empty(one.body) else one
        for one in node.handlers
    ]
    if (
        orelse is node.orelse
        and final is node.finalbody
        and [*map(id, handlers)] == [*map(id, node.handlers)]
    ):
        return None
    return _bodies.Left(
        [node.with_changes(handlers=handlers, orelse=orelse, finalbody=final)]
    )
