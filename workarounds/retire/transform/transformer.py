# SPDX-License-Identifier: Apache-2.0
"""One pass over a module: expressions first, then statements."""

from collections import Counter
import contextvars

import libcst as cst

from workarounds.retire.transform import blocks
from workarounds.retire.transform import docstrings
from workarounds.retire.transform import parentheses
from workarounds.retire.transform.expressions import ConstantFolder
from workarounds.retire.transform.folding import Folded
from workarounds.retire.transform.lookups import LookupTracker


class _NameCounter(cst.CSTVisitor):
    """Counts names."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: Counter[str] = Counter()

    def visit_Name(self, node: cst.Name) -> None:
        """Count a name."""
        self.counts[node.value] += 1


class _Simplifier(ConstantFolder, LookupTracker):
    """Simplifies whatever contains folded nodes."""

    def __init__(self, module: cst.Module) -> None:
        super().__init__()
        #: The module and the functions around the current node.
        self._scopes: list[cst.CSTNode] = [module]

    def visit_FunctionDef(self, node: cst.FunctionDef) -> None:
        """Enter a function."""
        self._scopes.append(node)

    def leave_FunctionDef(
        self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef
    ) -> cst.FunctionDef:
        """Leave a function."""
        self._scopes.pop()
        return docstrings.keep_out(original_node, updated_node)

    def leave_ClassDef(
        self, original_node: cst.ClassDef, updated_node: cst.ClassDef
    ) -> cst.ClassDef:
        """Leave a class."""
        return docstrings.keep_out(original_node, updated_node)

    def leave_MatchCase(
        self, original_node: cst.MatchCase, updated_node: cst.MatchCase
    ) -> cst.MatchCase:
        """Unbind names that only a case that cannot match reads.

        ::

            case [a, b] if False:    case _ if False:    # dropped later
                use(a)                   use(a)
        """
        case = super().leave_MatchCase(original_node, updated_node)
        guard = case.guard
        if isinstance(guard, Folded) and not guard.truth:
            inside, around = _NameCounter(), _NameCounter()
            original_node.visit(inside)
            self._scopes[-1].visit(around)
            bound = _NameCounter()
            original_node.pattern.visit(bound)
            if all(
                inside.counts[name] == around.counts[name]
                for name in bound.counts
            ):
                return case.with_changes(pattern=cst.MatchAs())
        return case

    def leave_Module(
        self, original_node: cst.Module, updated_node: cst.Module
    ) -> cst.Module:
        """Simplify the statements of the module."""
        body, footer, changed = blocks.simplify_block(
            original_node.body, updated_node.body, updated_node.header
        )
        if not changed:
            return updated_node
        if not docstrings.starts_with_string(original_node.body):
            body = docstrings.drop_first_strings(body)
        footer = [*footer, *updated_node.footer]
        is_empty = not (body or footer or updated_node.header)
        return updated_node.with_changes(
            body=body,
            footer=footer,
            has_trailing_newline=(
                updated_node.has_trailing_newline and not is_empty
            ),
        )

    def leave_IndentedBlock(
        self, original_node: cst.IndentedBlock, updated_node: cst.IndentedBlock
    ) -> cst.IndentedBlock:
        """Simplify the statements of a block."""
        body, footer, changed = blocks.simplify_block(
            original_node.body, updated_node.body
        )
        if not changed:
            return updated_node
        return updated_node.with_changes(
            body=body, footer=[*footer, *updated_node.footer]
        )

    def leave_SimpleStatementSuite(
        self,
        original_node: cst.SimpleStatementSuite,
        updated_node: cst.SimpleStatementSuite,
    ) -> cst.SimpleStatementSuite:
        """Simplify the statements after a colon."""
        statements = blocks.simplify_line(updated_node.body)
        if statements is None:
            return updated_node
        return updated_node.with_changes(body=statements)


def simplify_module(module: cst.Module) -> cst.Module:
    """Simplify whatever contains folded nodes in a module."""
    try:
        return _visit(module)
    except cst.CSTValidationError:
        with parentheses.force_parentheses():
            return _visit(module)


def _visit(module: cst.Module) -> cst.Module:
    # An error leaves blocks behind that were not left.
    context = contextvars.copy_context()
    return context.run(module.visit, _Simplifier(module))
