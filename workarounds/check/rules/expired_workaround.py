# SPDX-License-Identifier: Apache-2.0
"""WA108: a workaround has reached its expiry."""

from collections.abc import Iterator

from workarounds.check import cures
from workarounds.check import places as check_places
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.declarations import expiry
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example
from workarounds.diagnostics import Severity


class ExpiredWorkaround(ConfigurationRule):
    """A workaround whose review is overdue.

    The diagnostic is a note if the workaround is off and not set. An expiry
    by version is compared with ``--service-version``; in the log of a service,
    with the ``version`` that its configuration was called with.
    """

    code = 'WA108'
    VALID = (
        Example("""
            [workarounds]
            disable_flush = true
        """),
    )
    INVALID = (
        Example(
            """
            [workarounds]
            disable_flush = false
            """,
            service_version='36.0.0',
        ),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each expired workaround."""
        for status in context.live:
            workaround = status.workaround
            if not status.is_expired:
                continue
            matters = status.is_on or (
                status.toggle is not None and status.toggle.is_set
            )
            yield self.report(
                check_places.of_status(status),
                f'workaround {status.label} is {status.state} and expired '
                f'{expiry.describe(workaround.expires)}',
                cures.with_bugs('check whether you still need it', workaround),
                subject=workaround.name,
                lowered_to=None if matters else Severity.NOTE,
            )
