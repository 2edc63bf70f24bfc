# SPDX-License-Identifier: Apache-2.0
"""The bodies of statements: unwrapped, empty, or left by a jump."""

from collections.abc import Sequence
import dataclasses
import re
from typing import TypeVar

import libcst as cst

from workarounds.retire.transform import folding
from workarounds.retire.transform import leading_lines
from workarounds.retire.transform import parentheses
from workarounds.retire.transform import purity
from workarounds.retire.transform.folding import Folded
from workarounds.retire.transform.leading_lines import EmptyLines

_Compound = TypeVar('_Compound', bound=cst.CSTNode)


@dataclasses.dataclass(frozen=True)
class Replacement:
    """The replacement of a statement.

    :param statements: the statements that replace it; none removes it
    :param footer: comments after them
    """

    statements: Sequence[cst.BaseStatement] = ()
    footer: EmptyLines = ()


def is_empty(body: cst.BaseSuite) -> bool:
    """Return whether a body became empty, which no written body is."""
    return not body.body


def leaves_block(node: cst.CSTNode) -> bool:
    """Return whether the statements after it in its block are unreachable."""
    match node:
        case cst.SimpleStatementLine() | cst.SimpleStatementSuite():
            return bool(node.body) and isinstance(
                node.body[-1],
                cst.Return | cst.Raise | cst.Continue | cst.Break,
            )
        case cst.IndentedBlock():
            return bool(node.body) and leaves_block(node.body[-1])
        case cst.If():
            return (
                node.orelse is not None
                and leaves_block(node.body)
                and leaves_block(node.orelse)
            )
        case cst.Else():
            return leaves_block(node.body)
        case cst.While(test=Folded() as test):
            return (
                folding.is_constant(test)
                and test.truth
                and not _has_break(node)
            )
    return False


class _BreakFinder(cst.CSTVisitor):
    """Finds a ``break`` of a loop."""

    found = False

    def visit_Break(self, node: cst.Break) -> None:
        """Record it."""
        self.found = True

    def visit_While(self, node: cst.While) -> bool:
        """Skip an inner loop, except for its ``else``."""
        return self._inner(node)

    def visit_For(self, node: cst.For) -> bool:
        """Skip an inner loop, except for its ``else``."""
        return self._inner(node)

    def visit_FunctionDef(self, node: cst.FunctionDef) -> bool:
        """Skip an inner function."""
        return False

    def _inner(self, node: cst.While | cst.For) -> bool:
        if node.orelse is not None:
            node.orelse.visit(self)
        return False


def _has_break(loop: cst.While) -> bool:
    breaks = _BreakFinder()
    loop.body.visit(breaks)
    return breaks.found


def unwrap_body(body: cst.BaseSuite, lines: EmptyLines = ()) -> Replacement:
    """Return the statements of a body, dedented.

    ::

        if True:
            copy()    copy()

    :param lines: the lines above them
    """
    if isinstance(body, cst.SimpleStatementSuite):
        statements: list[cst.BaseStatement] = [
            cst.SimpleStatementLine(
                body.body, trailing_whitespace=body.trailing_whitespace
            )
        ]
        footer: EmptyLines = ()
    else:
        dedenter = _ContinuationDedenter()
        dedented = cst.ensure_type(body.visit(dedenter), cst.IndentedBlock)
        statements = list(dedented.body)
        footer = dedented.footer
    if not statements:
        return Replacement((), [*leading_lines.comment_lines(lines), *footer])
    first = statements[0]
    own = leading_lines.strip_leading_blanks(leading_lines.lines_above(first))
    statements[0] = first.with_changes(leading_lines=[*lines, *own])
    return Replacement(statements, footer)


def footer_of(body: cst.BaseSuite) -> EmptyLines:
    """Return the comments after the statements of a body."""
    return body.footer if isinstance(body, cst.IndentedBlock) else ()


def unwrap_else(node: cst.Else | None, lines: EmptyLines = ()) -> Replacement:
    """Return the statements of an ``else``, dedented, with its comments."""
    if node is None:
        return Replacement()
    comments = [
        *leading_lines.comment_lines(node.leading_lines),
        *(
            leading_lines.header_comment(node.body.header)
            if isinstance(node.body, cst.IndentedBlock)
            else ()
        ),
    ]
    return unwrap_body(node.body, [*lines, *comments])


def unwrap_bodies(
    bodies: Sequence[cst.BaseSuite], lines: EmptyLines
) -> Replacement:
    """Return the statements of several bodies in sequence."""
    statements: list[cst.BaseStatement] = []
    footer: EmptyLines = ()
    for body in bodies:
        replacement = unwrap_body(body, [*lines, *footer])
        statements += replacement.statements
        lines, footer = (), replacement.footer
    return Replacement(statements, footer)


def fill_with_pass(node: _Compound) -> _Compound:
    """Return a compound statement with ``pass`` as its body."""
    body: cst.CSTNode = getattr(node, 'body', cst.Pass())
    filling: cst.CSTNode = cst.Pass()
    if isinstance(body, cst.IndentedBlock):
        filling = cst.SimpleStatementLine([cst.Pass()])
    return node.with_changes(body=body.with_changes(body=[filling]))


def make_statement(
    node: cst.BaseExpression, lines: EmptyLines
) -> cst.BaseStatement:
    """Return a statement that evaluates an expression for its effects.

    ::

        a or f()    if not a:
                        f()
    """
    effects = purity.extract_effects(node) or node
    if isinstance(effects, cst.BooleanOperation):
        test = effects.left
        if isinstance(effects.operator, cst.Or):
            test = parentheses.negate(test)
        body = cst.IndentedBlock([make_statement(effects.right, ())])
        return cst.If(parentheses.for_itself(test), body, leading_lines=lines)
    return cst.SimpleStatementLine(
        [purity.effect_statement(effects)], leading_lines=lines
    )


class _ContinuationDedenter(cst.CSTTransformer):
    """Dedents lines after a backslash, which LibCST keeps as they are."""

    def leave_SimpleWhitespace(
        self,
        original_node: cst.SimpleWhitespace,
        updated_node: cst.SimpleWhitespace,
    ) -> cst.SimpleWhitespace:
        """Remove one level of indentation."""
        value = re.sub(r'(\\\r?\n)(\t| {1,4})', r'\1', updated_node.value)
        if value == updated_node.value:
            return updated_node
        return cst.SimpleWhitespace(value)
