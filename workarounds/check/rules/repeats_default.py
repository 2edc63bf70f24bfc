# SPDX-License-Identifier: Apache-2.0
"""WA116: a line or variable sets an option to its default."""

from collections.abc import Iterator

from workarounds.check import context as check_context
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example


class RepeatsDefault(ConfigurationRule):
    """A line or variable that changes nothing: without it, all is the same.

    It keeps the value if a later release has another default. A line that
    overrides another one is not reported: without it, the other one counts.
    """

    code = 'WA116'
    VALID = (
        Example("""
            [workarounds]
            disable_flush = true
        """),
        Example("""
            [workarounds]
            disable_flush = true
            disable_flush = false
        """),
    )
    INVALID = (
        Example("""
            [workarounds]
            disable_flush = false
        """),
        Example("""
            [workarounds]
            flush_images_delay = 0
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each toggle and parameter."""
        for status in context.live:
            for setting in status.settings:
                if setting.repeats_default:
                    yield self.report(
                        check_context.location_of(setting.origin),
                        f'{setting.option.name} repeats the default',
                        subject=status.workaround.name,
                    )
