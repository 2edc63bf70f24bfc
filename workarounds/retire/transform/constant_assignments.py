# SPDX-License-Identifier: Apache-2.0
"""Assignments of constants, and bindings that prevent their propagation."""

from collections import Counter

import libcst as cst

from workarounds.retire.transform import folding
from workarounds.retire.transform.folding import Folded


class AssignmentFinder(cst.CSTVisitor):
    """Finds the statements that bind a name to a folded node."""

    def __init__(self) -> None:
        super().__init__()
        self.statements: set[int] = set()
        self.is_in_module = False
        self._outermost: list[cst.CSTNode] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        """Record the outermost definition of an assignment."""
        if isinstance(node, cst.FunctionDef | cst.ClassDef):
            self._outermost.append(node)
        elif constant_binding(node) is not None:
            if self._outermost:
                self.statements.add(id(self._outermost[0]))
            else:
                self.is_in_module = True
        return True

    def on_leave(self, node: cst.CSTNode) -> None:
        """Leave a definition."""
        if self._outermost and self._outermost[-1] is node:
            self._outermost.pop()


def constant_binding(node: cst.CSTNode) -> tuple[cst.Name, Folded] | None:
    """Return the name that an assignment binds to a folded node, and that."""
    match node:
        case (
            cst.Assign(
                targets=[cst.AssignTarget(target=cst.Name() as name)],
                value=Folded() as value,
            )
            | cst.AnnAssign(target=cst.Name() as name, value=Folded() as value)
            | cst.NamedExpr(target=cst.Name() as name, value=Folded() as value)
        ) if value.constant is not folding.SOURCE_TEXT:
            return name, value
    return None


class HiddenBindings(cst.CSTVisitor):
    """Counts bindings that the scopes of LibCST miss or misplace."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: Counter[str] = Counter()

    def _count(self, name: cst.BaseExpression | None) -> None:
        if isinstance(name, cst.Name):
            self.counts[name.value] += 1

    def visit_MatchAs(self, node: cst.MatchAs) -> None:
        """Count a capture."""
        self._count(node.name)

    def visit_MatchStar(self, node: cst.MatchStar) -> None:
        """Count a capture."""
        self._count(node.name)

    def visit_MatchMapping(self, node: cst.MatchMapping) -> None:
        """Count a capture."""
        self._count(node.rest)

    def visit_NamedExpr(self, node: cst.NamedExpr) -> None:
        """Count an assignment expression, which may be in a comprehension."""
        self._count(node.target)

    def visit_NameItem(self, node: cst.NameItem) -> None:
        """Count a ``global`` or ``nonlocal`` name."""
        self._count(node.name)
