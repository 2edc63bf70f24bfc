# SPDX-License-Identifier: Apache-2.0
"""Comments that suppress diagnostics, and unused ones."""

from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Sequence
from typing import Final

from workarounds.audit.collect.comments import Suppression
from workarounds.audit.rules import RULES
from workarounds.audit.rules.invalid_suppression import InvalidSuppression
from workarounds.audit.rules.unused_suppression import UnusedSuppression
from workarounds.diagnostics import Diagnostic

#: The codes of the audit, and whether a comment can suppress each.
_CODES: Final = {rule.code: rule.can_be_suppressed for rule in RULES}
_INVALID = InvalidSuppression()
_UNUSED = UnusedSuppression()


def apply(
    diagnostics: Sequence[Diagnostic],
    suppressions: Sequence[Suppression],
    complete: Collection[str],
) -> Iterator[Diagnostic]:
    """Drop suppressed diagnostics, and report mistakes in the comments.

    A comment suppresses its line, and so whatever has that line: all
    diagnostics of its code about an expression that begins, continues or ends
    there.

    :param complete: the codes of which everything was found; a comment with
        another one may suppress something that was not looked for
    """
    by_code: dict[tuple[str, str], list[Suppression]] = {}
    for suppression in suppressions:
        if _CODES.get(suppression.code):
            key = suppression.place.path, suppression.code
            by_code.setdefault(key, []).append(suppression)
    used = set()
    for diagnostic in diagnostics:
        location = diagnostic.location
        applying = [
            suppression
            for suppression in by_code.get(
                (location.file or '', diagnostic.code), ()
            )
            if (location.line or 0)
            <= suppression.place.line
            <= (location.end_line or 0)
        ]
        used.update(applying)
        if not applying:
            yield diagnostic
    for suppression in suppressions:
        yield from _INVALID.check_comment(suppression, _CODES)
        can_be_used = _CODES.get(suppression.code) and (
            suppression.code in complete
        )
        if can_be_used and suppression not in used:
            yield _UNUSED.report_comment(suppression)
