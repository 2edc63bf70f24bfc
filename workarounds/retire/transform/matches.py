# SPDX-License-Identifier: Apache-2.0
"""Simplification of ``match`` statements with a constant guard."""

import libcst as cst

from workarounds.retire.transform import bodies
from workarounds.retire.transform import folding
from workarounds.retire.transform import purity
from workarounds.retire.transform.bodies import Replacement
from workarounds.retire.transform.constant_assignments import HiddenBindings


def simplify_match(node: cst.Match) -> Replacement | None:
    """Simplify a ``match``.

    ::

        match a:                match a:
            case 1 if False:        case _:
                b()                     c()
            case _:
                c()

    :returns: ``None`` if it does not change
    """
    cases = []
    for case in node.cases:
        if _is_false(case.guard) and not _binds_name(case.pattern):
            continue
        cases.append(
            bodies.fill_with_pass(case) if bodies.is_empty(case.body) else case
        )
        if case.guard is None and _is_irrefutable(case.pattern):
            # Python refuses cases after an irrefutable one.
            break
    if not cases:
        if purity.is_pure(node.subject):
            return Replacement()
        return Replacement(
            [bodies.make_statement(node.subject, node.leading_lines)]
        )
    if [*map(id, cases)] == [*map(id, node.cases)]:
        return None
    return Replacement([node.with_changes(cases=cases)])


def _is_irrefutable(pattern: cst.MatchPattern) -> bool:
    match pattern:
        case cst.MatchAs():
            return pattern.pattern is None or _is_irrefutable(pattern.pattern)
        case cst.MatchOr():
            return _is_irrefutable(pattern.patterns[-1].pattern)
    return False


def _is_false(guard: cst.BaseExpression | None) -> bool:
    return folding.is_constant(guard) and not guard.truth


def _binds_name(pattern: cst.MatchPattern) -> bool:
    """Return whether a pattern binds names, even if the guard is false."""
    bindings = HiddenBindings()
    pattern.visit(bindings)
    return bool(bindings.counts)
