# SPDX-License-Identifier: Apache-2.0
"""Simplification of compound statements with constant parts."""

import libcst as cst

from workarounds.retire.transform import bodies as transform_bodies
from workarounds.retire.transform import conditions
from workarounds.retire.transform import folding
from workarounds.retire.transform import leading_lines
from workarounds.retire.transform import matches
from workarounds.retire.transform import parentheses
from workarounds.retire.transform import purity
from workarounds.retire.transform.bodies import Replacement
from workarounds.retire.transform.conditions import Condition
from workarounds.retire.transform.folding import Folded
from workarounds.retire.transform.leading_lines import EmptyLines


def simplify_statement(  # noqa: PLR0911  # a line for each kind of statement
    node: cst.CSTNode,
) -> Replacement | None:
    """Simplify a statement whose parts have been simplified.

    :returns: ``None`` if it does not change
    """
    match node:
        case cst.If():
            return _simplify_if(node)
        case cst.While():
            return _simplify_while(node)
        case cst.For():
            return _simplify_for(node)
        case cst.Try() | cst.TryStar():
            return _simplify_try(node)
        case cst.Match():
            return matches.simplify_match(node)
        case cst.FunctionDef() | cst.ClassDef() | cst.With():
            if transform_bodies.is_empty(node.body):
                return Replacement([transform_bodies.fill_with_pass(node)])
    return None


def _simplify_if(node: cst.If) -> Replacement | None:
    """Simplify ``if``, ``elif`` and ``else``.

    ::

        if False:       if b:
            a()             c()
        elif b:
            c()
    """
    changed = node
    if conditions.has_constant(node.test):
        condition = conditions.simplify_condition(node.test)
        if condition.truth is not None:
            return _choose_branch(node, condition)
        changed = parentheses.with_field(node, 'test', condition.undecided)
    orelse = _simplify_else(changed.orelse)
    if orelse is not changed.orelse:
        changed = changed.with_changes(orelse=orelse)
    if transform_bodies.is_empty(changed.body):
        return _drop_empty_branch(changed)
    return None if changed is node else Replacement([changed])


def _choose_branch(node: cst.If, condition: Condition) -> Replacement:
    """Replace an ``if`` by one branch, after the effects of its condition.

    ::

        if f() and False:    f()
            a()              b()
        else:
            b()
    """
    lines: EmptyLines = tuple(node.leading_lines)
    effects = []
    if condition.residual is not None:
        effects = [transform_bodies.make_statement(condition.residual, lines)]
        lines = ()
    if condition.truth:
        replacement = transform_bodies.unwrap_body(node.body, lines)
    elif isinstance(node.orelse, cst.If):
        inner = _simplify_if(node.orelse)
        replacement = Replacement([node.orelse]) if inner is None else inner
        replacement = _add_lines_above(replacement, lines)
    else:
        replacement = transform_bodies.unwrap_else(node.orelse, lines)
    return Replacement([*effects, *replacement.statements], replacement.footer)


def _add_lines_above(
    replacement: Replacement, lines: EmptyLines
) -> Replacement:
    if not replacement.statements:
        return replacement
    first, *others = replacement.statements
    own = leading_lines.comment_lines(leading_lines.lines_above(first))
    first = first.with_changes(leading_lines=[*lines, *own])
    return Replacement([first, *others], replacement.footer)


def _simplify_else(
    orelse: cst.If | cst.Else | None,
) -> cst.If | cst.Else | None:
    """Simplify the ``elif`` or ``else`` of a branch that is kept.

    ::

        if a:           if a:
            b()             b()
        elif True:      else:
            c()             c()
    """
    if isinstance(orelse, cst.Else):
        return None if transform_bodies.is_empty(orelse.body) else orelse
    if orelse is None:
        return None
    replacement = _simplify_if(orelse)
    if replacement is None:
        return orelse
    if not replacement.statements:
        return None
    first, *others = replacement.statements
    if isinstance(first, cst.If) and not others and not replacement.footer:
        return first
    lines = leading_lines.lines_above(first)
    body = [first.with_changes(leading_lines=()), *others]
    return cst.Else(
        cst.IndentedBlock(body, footer=replacement.footer), leading_lines=lines
    )


def _drop_empty_branch(node: cst.If) -> Replacement:
    """Remove a branch whose body became empty.

    ::

        if a:       if not a:
        else:           b()
            b()
    """
    if node.orelse is None:
        if purity.is_pure(node.test):
            return Replacement()
        return Replacement(
            [transform_bodies.make_statement(node.test, node.leading_lines)]
        )
    if isinstance(node.orelse, cst.If):
        return Replacement([transform_bodies.fill_with_pass(node)])
    comments = leading_lines.comment_lines(node.orelse.leading_lines)
    body = node.orelse.body
    if comments and isinstance(body, cst.IndentedBlock):
        first, *others = body.body
        body = body.with_changes(
            body=[leading_lines.add_lines_above(first, comments), *others]
        )
    changed = node.with_changes(body=body, orelse=None)
    test = parentheses.negate(node.test)
    return Replacement([parentheses.with_field(changed, 'test', test)])


def _simplify_while(node: cst.While) -> Replacement | None:
    """Simplify ``while``.

    ::

        while a and False:    # removed
            b()

        while a or True:      while True:    # if a is pure
            b()                   b()
    """
    changed = node
    if node.orelse is not None and transform_bodies.is_empty(node.orelse.body):
        changed = changed.with_changes(orelse=None)
    if conditions.has_constant(node.test):
        condition = conditions.simplify_condition(node.test)
        if condition.truth is False:
            return _drop_loop(changed, condition.residual)
        if condition.truth is None:
            changed = parentheses.with_field(
                changed, 'test', condition.undecided
            )
        elif condition.is_constant:
            always = folding.fold(True, node.test)
            changed = changed.with_changes(test=always, orelse=None)
    if transform_bodies.is_empty(changed.body):
        changed = transform_bodies.fill_with_pass(changed)
    return None if changed is node else Replacement([changed])


def _drop_loop(
    node: cst.While | cst.For, effects: cst.BaseExpression | None
) -> Replacement:
    """Replace a loop that never runs by its ``else``."""
    if effects is None:
        return transform_bodies.unwrap_else(
            node.orelse, tuple(node.leading_lines)
        )
    replacement = transform_bodies.unwrap_else(node.orelse)
    first = transform_bodies.make_statement(effects, tuple(node.leading_lines))
    return Replacement([first, *replacement.statements], replacement.footer)


def _simplify_for(node: cst.For) -> Replacement | None:
    """Simplify ``for``.

    ::

        for a in []:    c()
            b()
        else:
            c()
    """
    if isinstance(node.iter, Folded) and node.iter.is_empty:
        return _drop_loop(node, None)
    changed = node
    if node.orelse is not None and transform_bodies.is_empty(node.orelse.body):
        changed = changed.with_changes(orelse=None)
    if transform_bodies.is_empty(node.body):
        changed = transform_bodies.fill_with_pass(changed)
    return None if changed is node else Replacement([changed])


def _simplify_try(node: cst.Try | cst.TryStar) -> Replacement | None:
    """Remove a ``try`` whose body became empty, or its empty parts.

    ::

        try:            b()
        except E:
            a()
        finally:
            b()
    """
    orelse, final = node.orelse, node.finalbody
    if orelse is not None and transform_bodies.is_empty(orelse.body):
        orelse = None
    if final is not None and transform_bodies.is_empty(final.body):
        final = None
    is_empty = transform_bodies.is_empty(node.body)
    if is_empty and orelse and final:
        return _else_then_finally(node, orelse, final)
    if is_empty or not (node.handlers or final):
        parts = [node, orelse, final]
        bodies = [
            part.body
            for part in parts
            if part is not None and not transform_bodies.is_empty(part.body)
        ]
        return transform_bodies.unwrap_bodies(bodies, node.leading_lines)
    handlers = [
        transform_bodies.fill_with_pass(handler)
        if transform_bodies.is_empty(handler.body)
        else handler
        for handler in node.handlers
    ]
    if (
        orelse is node.orelse
        and final is node.finalbody
        and [*map(id, handlers)] == [*map(id, node.handlers)]
    ):
        return None
    return Replacement(
        [node.with_changes(handlers=handlers, orelse=orelse, finalbody=final)]
    )


def _else_then_finally(
    node: cst.Try | cst.TryStar, orelse: cst.Else, final: cst.Finally
) -> Replacement:
    """Keep the parts behind an empty body: an error skips no ``finally``.

    ::

        try:            try:
            pass            b()
        except E:       finally:
            a()             c()
        else:
            b()
        finally:
            c()
    """
    comments = leading_lines.comment_lines(orelse.leading_lines)
    return Replacement(
        [
            cst.Try(
                orelse.body,
                finalbody=final,
                leading_lines=[*node.leading_lines, *comments],
                whitespace_before_colon=node.whitespace_before_colon,
            )
        ]
    )
