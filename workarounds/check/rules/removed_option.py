# SPDX-License-Identifier: Apache-2.0
"""WA101: the option of a removed workaround is still set."""

from collections.abc import Iterator

from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.config import help_text
from workarounds.declarations import releases
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example
from workarounds.diagnostics import Severity


class RemovedOption(ConfigurationRule):
    """A line or variable that outlived its workaround.

    A release at or past the removal ignores the option. An earlier release
    still reads it, which is a note for the day of the upgrade. The message
    says if the release is not known or cannot be compared: give
    ``--service-version``. A service gives ``log_status`` a
    ``service_version``, or calls its configuration with ``version``.
    """

    code = 'WA101'
    VALID = (
        Example("""
            [workarounds]
            disable_flush = true
        """),
    )
    INVALID = (
        Example("""
            [workarounds]
            enable_consoleauth = true
        """),
        Example(
            """
            [workarounds]
            enable_consoleauth = true
            """,
            service_version='19.3.2',
        ),
        Example(
            """
            [workarounds]
            enable_consoleauth = true
            """,
            service_version=None,
        ),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each option of a removed workaround."""
        for unknown in context.unknown_keys:
            removed = unknown.removed
            if removed is None:
                continue
            is_gone, message = help_text.removal(
                unknown.key, removed, context.release_of(removed)
            )
            later = f'{removed.removed_in} or later'
            when = {
                True: '',
                False: f' when you upgrade to {later}',
                None: f' if the service is at {later}',
            }
            cure = f'{unknown.cure}{when[is_gone]}'
            release = context.release_of(removed)
            if removed.is_in(release) is False and not releases.has_reached(
                release, removed.removed_in
            ):
                # As WA112 says of an option that a release still has.
                cure = (
                    f'{unknown.cure}, or leave it for the upgrade and delete '
                    f'it in {later}'
                )
            yield self.report(
                unknown.place,
                message,
                cure,
                subject=removed.name,
                lowered_to=Severity.NOTE if is_gone is False else None,
            )
