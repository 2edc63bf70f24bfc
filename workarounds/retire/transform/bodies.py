# SPDX-License-Identifier: Apache-2.0
"""The bodies of statements: taken out, left empty, or never left."""

from collections.abc import Sequence
import dataclasses
import re
from typing import Any

import libcst as cst

from workarounds.retire.transform import folding
from workarounds.retire.transform import lines as transform_lines
from workarounds.retire.transform import parentheses
from workarounds.retire.transform import purity
from workarounds.retire.transform.folding import Folded
from workarounds.retire.transform.lines import Lines


@dataclasses.dataclass(frozen=True)
class Left:
    """What is left of a statement.

    :param statements: these stand in its place
    :param footer: comments behind them
    """

    statements: Sequence[Any] = ()
    footer: Lines = ()


def is_empty(body: Any) -> bool:
    """Tell whether nothing is left of a body; none is written so."""
    return not body.body


def is_last(node: Any) -> bool:
    """Tell whether nothing behind a statement in its block is reached."""
    match node:
        case cst.SimpleStatementLine() | cst.SimpleStatementSuite():
            return bool(node.body) and isinstance(
                node.body[-1],
                cst.Return | cst.Raise | cst.Continue | cst.Break,
            )
        case cst.IndentedBlock():
            return bool(node.body) and is_last(node.body[-1])
        case cst.If():
            return (
                node.orelse is not None
                and is_last(node.body)
                and is_last(node.orelse)
            )
        case cst.Else():
            return is_last(node.body)
        case cst.While(test=Folded() as test):
            return (
                folding.is_constant(test) and test.truth and not _breaks(node)
            )
    return False


class _Breaks(cst.CSTVisitor):
    """Looks for a way out of a loop."""

    found = False

    def visit_Break(self, node: cst.Break) -> None:
        """Note it."""
        self.found = True

    def visit_While(self, node: cst.While) -> bool:
        """Pass by a loop of its own, but for what follows it."""
        return self._inner(node)

    def visit_For(self, node: cst.For) -> bool:
        """Pass by a loop of its own, but for what follows it."""
        return self._inner(node)

    def visit_FunctionDef(self, node: cst.FunctionDef) -> bool:
        """Pass by."""
        return False

    def _inner(self, node: cst.While | cst.For) -> bool:
        if node.orelse is not None:
            node.orelse.visit(self)
        return False


def _breaks(loop: cst.While) -> bool:
    breaks = _Breaks()
    loop.body.visit(breaks)
    return breaks.found


def lifted(body: Any, lines: Lines = ()) -> Left:
    """Take the statements out of a body.

    :param lines: what stands above them
    """
    if isinstance(body, cst.SimpleStatementSuite):
        statements: list[Any] = [
            cst.SimpleStatementLine(
                body.body, trailing_whitespace=body.trailing_whitespace
            )
        ]
        footer: Lines = ()
    else:
        shifter = _Shifter()
        statements = [one.visit(shifter) for one in body.body]
        footer = body.footer
    if not statements:
        return Left((), [*transform_lines.comments(lines), *footer])
    first = statements[0]
    own = transform_lines.without_blanks(transform_lines.above(first))
    statements[0] = first.with_changes(leading_lines=[*lines, *own])
    return Left(statements, footer)


def else_lifted(node: cst.Else | None, lines: Lines = ()) -> Left:
    """Return the statements of an ``else``, for the level above it."""
    if node is None:
        return Left()
    said = [
        *transform_lines.comments(node.leading_lines),
        *(
            transform_lines.of_header(node.body.header)
            if isinstance(node.body, cst.IndentedBlock)
            else ()
        ),
    ]
    return lifted(node.body, [*lines, *said])


def in_a_row(bodies: Sequence[Any], lines: Lines) -> Left:
    """Return the statements of several bodies, one after the other."""
    statements: list[Any] = []
    footer: Lines = ()
    for body in bodies:
        left = lifted(body, [*lines, *footer])
        statements += left.statements
        lines, footer = (), left.footer
    return Left(statements, footer)


def with_pass(node: Any) -> Any:
    """Return a compound statement with ``pass`` for its body."""
    block = node.body
    if isinstance(block, cst.SimpleStatementSuite):
        return node.with_changes(body=block.with_changes(body=[cst.Pass()]))
    line = cst.SimpleStatementLine([cst.Pass()])
    return node.with_changes(body=block.with_changes(body=[line]))


def as_statement(node: cst.BaseExpression, lines: Lines) -> Any:
    """Make a statement of an expression that is evaluated for its effects."""
    rest = purity.of(node) or node
    if isinstance(rest, cst.BooleanOperation):
        test = rest.left
        if isinstance(rest.operator, cst.Or):
            test = parentheses.negated(test)
        body = cst.IndentedBlock([as_statement(rest.right, ())])
        return cst.If(parentheses.bare(test), body, leading_lines=lines)
    return cst.SimpleStatementLine(
        [purity.statement(rest)], leading_lines=lines
    )


class _Shifter(cst.CSTTransformer):
    """Moves what a backslash continues, like all other lines, to the left."""

    def leave_SimpleWhitespace(
        self, original_node: cst.SimpleWhitespace, updated_node: Any
    ) -> cst.SimpleWhitespace:
        """Take one level of indentation off."""
        value = re.sub(r'(\\\r?\n)(\t| {1,4})', r'\1', updated_node.value)
        if value == updated_node.value:
            return updated_node  # type: ignore[no-any-return]  # libcst calls it Any
        return cst.SimpleWhitespace(value)
