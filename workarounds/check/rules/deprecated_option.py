# SPDX-License-Identifier: Apache-2.0
"""WA107: a deprecated option is set."""

from collections.abc import Iterator

from workarounds import _text
from workarounds.check import deprecation
from workarounds.check import places as check_places
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
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
            workaround = status.workaround
            deprecated = deprecation.find(status, context)
            if deprecated is None:
                continue
            yield self.report(
                check_places.of_status(status),
                f'{workaround.option} is deprecated since '
                f'{workaround.deprecated_since} '
                f'({_text.clause(str(workaround.deprecated_reason))})',
                deprecated.cure,
                subject=workaround.name,
                others=deprecated.lines,
            )
