# SPDX-License-Identifier: Apache-2.0
"""What is left of a statement of which a part is settled."""

from typing import Any

import libcst as cst

from workarounds.retire.transform import bodies as transform_bodies
from workarounds.retire.transform import conditions
from workarounds.retire.transform import folding
from workarounds.retire.transform import lines as transform_lines
from workarounds.retire.transform import matches
from workarounds.retire.transform import parentheses
from workarounds.retire.transform import purity
from workarounds.retire.transform.bodies import Left
from workarounds.retire.transform.conditions import Condition
from workarounds.retire.transform.folding import Folded
from workarounds.retire.transform.lines import Lines


def left_of(  # noqa: PLR0911  # a line for each kind of statement
    node: Any,
) -> Left | None:
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
            return matches.left_of(node)
        case cst.FunctionDef() | cst.ClassDef() | cst.With():
            if transform_bodies.is_empty(node.body):
                return Left([transform_bodies.with_pass(node)])
    return None


def _of_if(node: cst.If) -> Left | None:
    changed = node
    if conditions.has_constant(node.test):
        condition = conditions.simplify_condition(node.test)
        if condition.truth is not None:
            return _chosen(node, condition)
        changed = parentheses.with_part(node, 'test', condition.residual)
    orelse = _settled_else(changed.orelse)
    if orelse is not changed.orelse:
        changed = changed.with_changes(orelse=orelse)
    if transform_bodies.is_empty(changed.body):
        return _without_body(changed)
    return None if changed is node else Left([changed])


def _chosen(node: cst.If, condition: Condition) -> Left:
    """Keep one branch, and what its condition does."""
    lines: Lines = tuple(node.leading_lines)
    effects = []
    if condition.residual is not None:
        effects = [transform_bodies.as_statement(condition.residual, lines)]
        lines = ()
    if condition.truth:
        left = transform_bodies.lifted(node.body, lines)
    elif isinstance(node.orelse, cst.If):
        inner = _of_if(node.orelse)
        left = Left([node.orelse]) if inner is None else inner
        left = _under(left, lines)
    else:
        left = transform_bodies.else_lifted(node.orelse, lines)
    return Left([*effects, *left.statements], left.footer)


def _under(left: Left, lines: Lines) -> Left:
    if not left.statements:
        return left
    first, *others = left.statements
    own = transform_lines.comments(transform_lines.above(first))
    first = first.with_changes(leading_lines=[*lines, *own])
    return Left([first, *others], left.footer)


def _settled_else(orelse: Any) -> cst.If | cst.Else | None:
    """Settle what follows a branch, which stays in the chain."""
    if isinstance(orelse, cst.Else):
        return None if transform_bodies.is_empty(orelse.body) else orelse
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
    lines = transform_lines.above(first)
    body = [first.with_changes(leading_lines=()), *others]
    return cst.Else(
        cst.IndentedBlock(body, footer=left.footer), leading_lines=lines
    )


def _without_body(node: cst.If) -> Left:
    """Do without a branch in which nothing is left."""
    if node.orelse is None:
        if purity.is_free(node.test):
            return Left()
        return Left(
            [transform_bodies.as_statement(node.test, node.leading_lines)]
        )
    if isinstance(node.orelse, cst.If):
        return Left([transform_bodies.with_pass(node)])
    said = transform_lines.comments(node.orelse.leading_lines)
    body: Any = node.orelse.body
    if said and isinstance(body, cst.IndentedBlock):
        first, *others = body.body
        body = body.with_changes(
            body=[transform_lines.under(first, said), *others]
        )
    changed = node.with_changes(body=body, orelse=None)
    test = parentheses.negated(node.test)
    return Left([parentheses.with_part(changed, 'test', test)])


def _of_while(node: cst.While) -> Left | None:
    changed = node
    if node.orelse is not None and transform_bodies.is_empty(node.orelse.body):
        changed = changed.with_changes(orelse=None)
    if conditions.has_constant(node.test):
        condition = conditions.simplify_condition(node.test)
        if condition.truth is False:
            return _never(changed, condition.residual)
        if condition.truth is None:
            changed = parentheses.with_part(
                changed, 'test', condition.residual
            )
        elif condition.is_constant:
            always = folding.fold(True, node.test)
            changed = changed.with_changes(test=always, orelse=None)
    if transform_bodies.is_empty(changed.body):
        changed = transform_bodies.with_pass(changed)
    return None if changed is node else Left([changed])


def _never(
    node: cst.While | cst.For, effects: cst.BaseExpression | None
) -> Left:
    """Keep what comes after a loop that is never run."""
    if effects is None:
        return transform_bodies.else_lifted(
            node.orelse, tuple(node.leading_lines)
        )
    left = transform_bodies.else_lifted(node.orelse)
    first = transform_bodies.as_statement(effects, tuple(node.leading_lines))
    return Left([first, *left.statements], left.footer)


def _of_for(node: cst.For) -> Left | None:
    if isinstance(node.iter, Folded) and node.iter.is_empty:
        return _never(node, None)
    changed = node
    if node.orelse is not None and transform_bodies.is_empty(node.orelse.body):
        changed = changed.with_changes(orelse=None)
    if transform_bodies.is_empty(node.body):
        changed = transform_bodies.with_pass(changed)
    return None if changed is node else Left([changed])


def _of_try(node: Any) -> Left | None:
    orelse, final = (
        None if part is None or transform_bodies.is_empty(part.body) else part
        for part in (node.orelse, node.finalbody)
    )
    if transform_bodies.is_empty(node.body) or not (node.handlers or final):
        parts = [node, orelse, final]
        bodies = [
            part.body
            for part in parts
            if part is not None and not transform_bodies.is_empty(part.body)
        ]
        return transform_bodies.in_a_row(bodies, node.leading_lines)
    handlers = [
        transform_bodies.with_pass(one)
        if transform_bodies.is_empty(one.body)
        else one
        for one in node.handlers
    ]
    if (
        orelse is node.orelse
        and final is node.finalbody
        and [*map(id, handlers)] == [*map(id, node.handlers)]
    ):
        return None
    return Left(
        [node.with_changes(handlers=handlers, orelse=orelse, finalbody=final)]
    )
