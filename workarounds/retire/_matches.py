# SPDX-License-Identifier: Apache-2.0
"""What is left of a ``match`` of which a guard is settled."""

import libcst as cst

from workarounds.retire import _bodies
from workarounds.retire import _effects
from workarounds.retire import _known


def left_of(node: cst.Match) -> _bodies.Left | None:
    cases = []
    for case in node.cases:
        if _is_never(case.guard) and not _binds(case.pattern):
            continue
        cases.append(
            _bodies.with_pass(case) if _bodies.is_empty(case.body) else case
        )
        if case.guard is None and _is_irrefutable(case.pattern):
            # Python refuses cases behind it.
            break
    if not cases:
        if _effects.is_free(node.subject):
            return _bodies.Left()
        return _bodies.Left(
            [_bodies.as_statement(node.subject, node.leading_lines)]
        )
    if [*map(id, cases)] == [*map(id, node.cases)]:
        return None
    return _bodies.Left([node.with_changes(cases=cases)])


def _is_irrefutable(pattern: cst.MatchPattern) -> bool:
    match pattern:
        case cst.MatchAs():
            return pattern.pattern is None or _is_irrefutable(pattern.pattern)
        case cst.MatchOr():
            return _is_irrefutable(pattern.patterns[-1].pattern)
    return False


def _is_never(guard: cst.BaseExpression | None) -> bool:
    return _known.is_settled(guard) and not guard.truth


class _Binding(cst.CSTVisitor):
    """Looks for names that a pattern binds, even where the guard fails."""

    found = False

    def visit_MatchAs(self, node: cst.MatchAs) -> None:
        self.found = self.found or node.name is not None

    def visit_MatchStar(self, node: cst.MatchStar) -> None:
        self.found = self.found or node.name is not None

    def visit_MatchMapping(self, node: cst.MatchMapping) -> None:
        self.found = self.found or node.rest is not None


def _binds(pattern: cst.MatchPattern) -> bool:
    binding = _Binding()
    pattern.visit(binding)
    return binding.found
