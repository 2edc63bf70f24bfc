# SPDX-License-Identifier: Apache-2.0
"""WA209: an ignore comment suppresses nothing."""

from collections.abc import Iterator

from workarounds.audit import context as audit_context
from workarounds.audit.collect.comments import Suppression
from workarounds.audit.context import Context
from workarounds.audit.context import SourceRule
from workarounds.audit.rules.distant_expiry import DistantExpiry
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example
from workarounds.diagnostics import Severity


class UnusedSuppression(SourceRule):
    """An ignore comment whose diagnostic was corrected.

    The diagnostic is a warning if the passage of time can be the reason, as
    with WA208.
    """

    code = 'WA209'
    can_be_suppressed = False
    VALID = (
        Example("""
            from oslo_config import cfg

            def convert():
                group = cfg.CONF.workarounds
                return (
                    group.disable_flush  # workarounds: ignore=WA203 a test
                )
        """),
    )
    INVALID = (
        Example("""
            import workarounds

            def convert():
                name = 'flush_images'  # workarounds: ignore=WA203 a test
                return workarounds.enabled(name)
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield nothing; this rule uses what the other rules reported."""
        yield from ()

    def report_comment(self, suppression: Suppression) -> Diagnostic:
        """Report a comment that suppresses nothing."""
        code = suppression.code
        # A date comes nearer by itself and must not break an old commit.
        is_about_date = code == DistantExpiry.code
        return self.report(
            audit_context.location_of(suppression.place),
            f'nothing here is reported as {code}',
            lowered_to=Severity.WARNING if is_about_date else None,
        )
