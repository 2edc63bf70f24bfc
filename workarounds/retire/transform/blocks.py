# SPDX-License-Identifier: Apache-2.0
"""Simplification of blocks: removed statements, and unreachable ones."""

from collections.abc import Sequence
import dataclasses

import libcst as cst

from workarounds.retire.transform import bodies
from workarounds.retire.transform import branches
from workarounds.retire.transform import conditions
from workarounds.retire.transform import folding
from workarounds.retire.transform import leading_lines
from workarounds.retire.transform import parentheses
from workarounds.retire.transform import purity
from workarounds.retire.transform.bodies import Replacement
from workarounds.retire.transform.leading_lines import EmptyLines


@dataclasses.dataclass
class _BlockBuilder:
    """The statements of a new block, and the lines between them.

    :param header: the lines above the first statement
    """

    header: EmptyLines
    statements: list[cst.BaseStatement] = dataclasses.field(
        default_factory=list
    )
    #: Lines of removed statements, for the next one.
    pending: EmptyLines = ()

    def add(self, statement: cst.BaseStatement, follows_removal: bool) -> None:
        """Add a statement.

        :param follows_removal: the statement before it was removed
        """
        if follows_removal and not self.statements:
            pending = self.pending
            own = leading_lines.lines_above(statement)
            own = leading_lines.drop_shared_blanks(own, pending or self.header)
            statement = statement.with_changes(leading_lines=own)
            statement = leading_lines.add_lines_above(statement, pending)
        elif self.pending:
            statement = leading_lines.add_lines_above(statement, self.pending)
        self.pending = ()
        self.statements.append(statement)


def simplify_block(
    before: Sequence[cst.BaseStatement],
    after: Sequence[cst.BaseStatement],
    header: EmptyLines = (),
) -> tuple[list[cst.BaseStatement], EmptyLines, bool]:
    """Simplify the statements of a block.

    Statements after one that became a jump are removed::

        if True:         return a
            return a
        return b

    :param before: the original statements
    :param after: the same statements with their parts simplified
    :param header: the lines above the first, if they are not part of it
    :returns: the new statements, the comments after them, and whether
        anything changed
    """
    block, follows_removal, changed = _BlockBuilder(header), False, False
    for before_statement, after_statement in zip(before, after, strict=True):
        replacement = _simplify(before_statement, after_statement)
        if replacement is None:
            block.add(after_statement, follows_removal)
            follows_removal = False
        else:
            changed = True
            for statement in replacement.statements:
                block.add(statement, follows_removal)
                follows_removal = False
            if not replacement.statements:
                kept = leading_lines.detached_lines(
                    leading_lines.lines_above(after_statement)
                )
                if follows_removal and not (block.statements or block.pending):
                    # Everything above it in the block was removed.
                    kept = leading_lines.strip_leading_blanks(kept)
                follows_removal = True
                block.pending = leading_lines.join_lines(block.pending, kept)
            block.pending = leading_lines.join_lines(
                block.pending, replacement.footer
            )
        if (
            block.statements
            and not follows_removal
            and _makes_rest_unreachable(before_statement, block.statements)
        ):
            changed = True
            break
    footer = leading_lines.strip_trailing_blanks(block.pending)
    return block.statements, footer, changed


def _makes_rest_unreachable(
    was: cst.BaseStatement, statements: Sequence[cst.BaseStatement]
) -> bool:
    """Return whether the statements after it became unreachable."""
    # A loop whose condition became constant was not endless before.
    was_end = bodies.leaves_block(was) and not isinstance(was, cst.While)
    return bodies.leaves_block(statements[-1]) and not was_end


def simplify_line(
    statements: Sequence[cst.BaseSmallStatement],
) -> list[cst.BaseSmallStatement] | None:
    """Simplify the small statements of one line.

    ::

        assert True; a()    a()

    :returns: ``None`` if it does not change
    """
    simplified: list[cst.BaseSmallStatement] = []
    changed = False
    for statement in statements:
        replacement = _simplify_small(statement)
        changed = changed or replacement is not statement
        if replacement is not None:
            simplified.append(replacement)
    if changed and simplified:
        # Nothing follows the last statement.
        simplified[-1] = simplified[-1].with_changes(
            semicolon=cst.MaybeSentinel.DEFAULT
        )
    return simplified if changed else None


def _simplify(
    was: cst.BaseStatement, node: cst.BaseStatement
) -> Replacement | None:
    if isinstance(node, cst.FunctionDef | cst.For | cst.While):
        return _simplify_function_or_loop(was, node)
    if not isinstance(node, cst.SimpleStatementLine):
        return branches.simplify_statement(node)
    statements = simplify_line(node.body)
    if statements is None:
        return None
    return Replacement(
        [node.with_changes(body=statements)] if statements else []
    )


def _simplify_function_or_loop(
    was: cst.BaseStatement, node: cst.FunctionDef | cst.For | cst.While
) -> Replacement | None:
    """Simplify a function or a loop.

    A jump that only skipped removed statements is removed too::

        def a():                      def a():
            if workaround():              pass
                return
            # removed statements
    """
    jump = cst.Return if isinstance(node, cst.FunctionDef) else cst.Continue
    body = node.body
    was_body = getattr(was, 'body', None)
    if not _ends_with(was_body, jump) and _ends_with(body, jump):
        # The jump became the last statement, where it has no effect.
        lines = leading_lines.comment_lines(
            leading_lines.lines_above(body.body[-1])
        )
        body = body.with_changes(
            body=body.body[:-1], footer=[*lines, *bodies.footer_of(body)]
        )
        node = node.with_changes(body=body)
        return branches.simplify_statement(node) or Replacement([node])
    return branches.simplify_statement(node)


def _ends_with(
    body: cst.BaseSuite | None, jump: type[cst.BaseSmallStatement]
) -> bool:
    """Return whether the last line of a body is a jump without a value."""
    if not isinstance(body, cst.IndentedBlock) or not body.body:
        return False
    last = body.body[-1]
    return (
        isinstance(last, cst.SimpleStatementLine)
        and len(last.body) == 1
        and isinstance(last.body[0], jump)
        and getattr(last.body[0], 'value', None) is None
    )


def _simplify_small(
    node: cst.BaseSmallStatement,
) -> cst.BaseSmallStatement | None:
    match node:
        case cst.Expr() if conditions.has_constant(node.value):
            return _effect_statement(
                node, conditions.simplify_condition(node.value).residual
            )
        case cst.Assert() if conditions.has_constant(node.test):
            condition = conditions.simplify_condition(node.test)
            if condition.truth is None:
                return parentheses.with_field(
                    node, 'test', condition.undecided
                )
            if condition.truth:
                return _effect_statement(node, condition.residual)
            if condition.is_constant:
                never = folding.fold(False, node.test)
                return node.with_changes(test=never)
    return node


def _effect_statement(
    node: cst.Expr | cst.Assert, rest: cst.BaseExpression | None
) -> cst.BaseSmallStatement | None:
    rest = rest and purity.extract_effects(rest)
    if rest is None:
        return None
    return purity.effect_statement(rest).with_changes(semicolon=node.semicolon)
