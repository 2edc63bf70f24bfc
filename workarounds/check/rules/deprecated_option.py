# SPDX-License-Identifier: Apache-2.0
"""WA107: a deprecated option is set."""

from collections.abc import Iterator

from workarounds.check import context as check_context
from workarounds.check import cures
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.declarations import releases
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example


class DeprecatedOption(ConfigurationRule):
    """An option that is set and will be removed.

    The message gives the release that deprecated it, and the reason.
    """

    code = 'WA107'
    VALID = (
        Example("""
            [workarounds]
            disable_flush = true
        """),
    )
    INVALID = (
        Example("""
            [workarounds]
            skip_snapshot = false
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each deprecated toggle that is set."""
        for status in context.live:
            workaround, toggle = status.workaround, status.toggle
            if (
                workaround.deprecated_since is None
                or toggle is None
                or not toggle.is_set
                or releases.has_reached(
                    status.release, workaround.deprecated_since
                )
                is False
            ):
                continue
            location = check_context.location_of(toggle.origin)
            yield self.report(
                location,
                f'{workaround.option} is deprecated since '
                f'{workaround.deprecated_since} '
                f'({workaround.deprecated_reason})',
                f'{cures.deletion(location)} if you can do without it',
                subject=workaround.name,
            )
