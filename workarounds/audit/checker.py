# SPDX-License-Identifier: Apache-2.0
"""Run the rules on scanned source code."""

from collections.abc import Sequence
import datetime

from workarounds.audit import suppressions
from workarounds.audit.context import Context
from workarounds.audit.context import retire_here
from workarounds.audit.context import RetireCommand
from workarounds.audit.context import SourceRule
from workarounds.audit.context import WhyRemovable
from workarounds.audit.rules import RULES
from workarounds.audit.scan_result import ScanResult
from workarounds.declarations import releases
from workarounds.diagnostics import Diagnostic


def check(
    result: ScanResult,
    *,
    today: datetime.date,
    service_version: str | None = None,
    is_stable: bool = False,
    why_removable: WhyRemovable | None = None,
    retire_command: RetireCommand = retire_here,
) -> list[Diagnostic]:
    """Return the diagnostics of source code, by place.

    For example::

        result = audit.scan(['nova'])
        for diagnostic in audit.check(result, today=today):
            print(diagnostic.code, diagnostic.location, diagnostic.subject)

    :param result: result of :func:`workarounds.audit.scan`
    :param today: day that expiry dates are compared with
    :param service_version: version of the source, as pbr writes versions.
        Expiries are compared with the release that it leads to, and are not
        checked if it is ``None``
    :param is_stable: whether the source is of a stable branch. Only the number
        of that series counts then, and an expiry is a warning
    :param why_removable: function that takes a declaration and returns, as a
        clause, why the requirements of the project include all of its fixes,
        or an empty text. Without it, WA217 is not checked
    :param retire_command: function that takes the name of a workaround and
        returns the command that removes it; by default from the current
        directory
    :raises workarounds.exceptions.InvalidVersionError: ``service_version`` is
        not a version
    """
    releases.check_version(service_version)
    context = Context(
        result,
        today,
        service_version,
        is_stable,
        why_removable=why_removable,
        retire_command=retire_command,
    )
    return _run(RULES, context)


def unevaluated_expiries(result: ScanResult) -> list[str]:
    """Return the workarounds that :func:`check` needs a version for.

    Without a version, the answer about their expiry is incomplete.
    """
    return Context(result, datetime.date.min, None).unevaluated()


def check_file(result: ScanResult, *, knows_names: bool) -> list[Diagnostic]:
    """Return the diagnostics of a file that need no other file, by place.

    :param result: result of scanning the file
    :param knows_names: whether all declarations are known; otherwise no name
        can be called wrong
    """
    # No rule about one file depends on the day.
    context = Context(result, datetime.date.min, None, knows_names=knows_names)
    scopes = ('file', 'names') if knows_names else ('file',)
    return _run([rule for rule in RULES if rule.scope in scopes], context)


def _run(rules: Sequence[SourceRule], context: Context) -> list[Diagnostic]:
    diagnostics = [
        diagnostic for rule in rules for diagnostic in rule.check(context)
    ]
    # A comment about a rule that did not run may be needed after all.
    complete = {rule.code for rule in rules if rule.needs <= context.facts}
    left = suppressions.apply(
        diagnostics, context.result.suppressions, complete
    )
    return sorted(left, key=_order)


def _order(diagnostic: Diagnostic) -> tuple[str, int, int, int, int, str]:
    location = diagnostic.location
    return (
        location.file or '',
        location.line or 0,
        location.column or 0,
        location.end_line or 0,
        location.end_column or 0,
        diagnostic.code,
    )
