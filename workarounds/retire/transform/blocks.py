# SPDX-License-Identifier: Apache-2.0
"""What is left of blocks: statements that go, and the dead ones behind."""

from collections.abc import Sequence
import dataclasses
from typing import Any

import libcst as cst

from workarounds.retire.transform import bodies
from workarounds.retire.transform import branches
from workarounds.retire.transform import conditions
from workarounds.retire.transform import folding
from workarounds.retire.transform import lines as transform_lines
from workarounds.retire.transform import parentheses
from workarounds.retire.transform import purity
from workarounds.retire.transform.bodies import Left
from workarounds.retire.transform.lines import Lines


@dataclasses.dataclass
class _Block:
    """Statements as they are gathered, and the lines between them.

    :param header: what stands above the first one
    """

    header: Lines
    statements: list[Any] = dataclasses.field(default_factory=list)
    #: Lines of statements that went, for what comes next.
    waiting: Lines = ()

    def add(self, statement: Any, is_seam: bool) -> None:
        """Add a statement.

        :param is_seam: something went just before it
        """
        if is_seam and not self.statements:
            waiting = self.waiting
            own = transform_lines.above(statement)
            own = transform_lines.less_blanks(own, waiting or self.header)
            statement = statement.with_changes(leading_lines=own)
            statement = transform_lines.under(statement, waiting)
        elif self.waiting:
            statement = transform_lines.under(statement, self.waiting)
        self.waiting = ()
        self.statements.append(statement)


def settle(
    before: Sequence[Any], after: Sequence[Any], header: Lines = ()
) -> tuple[list[Any], Lines, bool]:
    """Settle the statements of a block.

    :param before: the statements as they were written
    :param after: the same ones, each with its parts settled
    :param header: the lines above the first, if it does not have them
    :returns: what is left, the comments behind it, and whether anything
        changed
    """
    block, is_seam, changed = _Block(header), False, False
    for was, now in zip(before, after, strict=True):
        left = _left_of(was, now)
        if left is None:
            block.add(now, is_seam)
            is_seam = False
        else:
            changed = True
            for statement in left.statements:
                block.add(statement, is_seam)
                is_seam = False
            if not left.statements:
                kept = transform_lines.detached(transform_lines.above(now))
                if is_seam and not (block.statements or block.waiting):
                    # What stood above it is gone, up to the beginning.
                    kept = transform_lines.without_blanks(kept)
                is_seam = True
                block.waiting = transform_lines.joined(block.waiting, kept)
            block.waiting = transform_lines.joined(block.waiting, left.footer)
        if block.statements and not is_seam and _is_end(was, block.statements):
            changed = True
            break
    footer = transform_lines.without_blanks_at_end(block.waiting)
    return block.statements, footer, changed


def _is_end(was: Any, statements: Sequence[Any]) -> bool:
    """Tell whether what follows has become dead."""
    # A loop with a settled condition did not run for ever before.
    was_end = bodies.is_last(was) and not isinstance(was, cst.While)
    return bodies.is_last(statements[-1]) and not was_end


def settle_line(
    statements: Sequence[cst.BaseSmallStatement],
) -> list[cst.BaseSmallStatement] | None:
    """Settle what stands in one line, with semicolons between.

    :returns: ``None`` if it stays as it is
    """
    left: list[cst.BaseSmallStatement] = []
    changed = False
    for statement in statements:
        found = _left_of_small(statement)
        changed = changed or found is not statement
        if found is not None:
            left.append(found)
    if changed and left:
        # The last one has nothing behind it any more.
        left[-1] = left[-1].with_changes(semicolon=cst.MaybeSentinel.DEFAULT)
    return left if changed else None


def _left_of(was: Any, node: Any) -> Left | None:
    if isinstance(node, cst.FunctionDef | cst.For | cst.While):
        return _left_of_whole(was, node)
    if not isinstance(node, cst.SimpleStatementLine):
        return branches.left_of(node)
    left = settle_line(node.body)
    if left is None:
        return None
    return Left([node.with_changes(body=left)] if left else [])


def _left_of_whole(was: Any, node: Any) -> Left | None:
    """Tell what is left of a function or a loop."""
    jump = cst.Return if isinstance(node, cst.FunctionDef) else cst.Continue
    body: Any = node.body
    if not _ends_with(was.body, jump) and _ends_with(body, jump):
        # It did something only as long as something came behind it.
        lines = transform_lines.comments(transform_lines.above(body.body[-1]))
        body = body.with_changes(
            body=body.body[:-1], footer=[*lines, *body.footer]
        )
        node = node.with_changes(body=body)
        return branches.left_of(node) or Left([node])
    return branches.left_of(node)


def _ends_with(body: Any, jump: type[cst.BaseSmallStatement]) -> bool:
    """Tell whether the last line of a body is a mere ``return``, say."""
    if not isinstance(body, cst.IndentedBlock) or not body.body:
        return False
    last = body.body[-1]
    return (
        isinstance(last, cst.SimpleStatementLine)
        and len(last.body) == 1
        and isinstance(last.body[0], jump)
        and getattr(last.body[0], 'value', None) is None
    )


def _left_of_small(
    node: cst.BaseSmallStatement,
) -> cst.BaseSmallStatement | None:
    match node:
        case cst.Expr() if conditions.has_constant(node.value):
            return _effect(
                node, conditions.simplify_condition(node.value).residual
            )
        case cst.Assert() if conditions.has_constant(node.test):
            condition = conditions.simplify_condition(node.test)
            if condition.truth is None:
                return parentheses.with_part(node, 'test', condition.residual)
            if condition.truth:
                return _effect(node, condition.residual)
            if condition.is_constant:
                never = folding.fold(False, node.test)
                return node.with_changes(test=never)
    return node


def _effect(
    node: cst.Expr | cst.Assert, rest: Any
) -> cst.BaseSmallStatement | None:
    rest = rest and purity.of(rest)
    if rest is None:
        return None
    return purity.statement(rest).with_changes(semicolon=node.semicolon)
