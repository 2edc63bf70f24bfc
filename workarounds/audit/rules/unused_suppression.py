# SPDX-License-Identifier: Apache-2.0
"""WA209: an ignore comment suppresses nothing."""

from collections.abc import Iterator

from workarounds.audit import context as audit_context
from workarounds.audit.context import Context
from workarounds.audit.context import SourceRule
from workarounds.audit.rules.distant_expiry import DistantExpiry
from workarounds.audit.scanner import Suppression
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example
from workarounds.diagnostics import Severity


class UnusedSuppression(SourceRule):
    """A comment that is left when what it suppressed was corrected.

    A warning if days that pass can be the reason, as with WA208.
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
        """Yield nothing: this takes what the other rules have reported."""
        yield from ()

    def report_comment(self, suppression: Suppression) -> Diagnostic:
        """Report a comment that suppresses nothing."""
        code = suppression.code
        # A date comes nearer by itself, which must not break an old commit.
        is_about_date = code == DistantExpiry.code
        return self.report(
            audit_context.location_of(suppression.place),
            f'there is no {code} here to suppress',
            lowered_to=Severity.WARNING if is_about_date else None,
        )
