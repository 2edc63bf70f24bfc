# SPDX-License-Identifier: Apache-2.0
"""WA112: the release of the service does not read the option yet."""

from collections.abc import Iterator

from workarounds.check import cures
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.declarations import releases
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example


class NotYetRead(ConfigurationRule):
    """A line for a workaround of a later release.

    This release ignores the line, which takes effect after an upgrade.
    Nothing is reported if the release is not known: give
    ``--service-version``.
    """

    code = 'WA112'
    VALID = (
        Example("""
            [workarounds]
            skip_snapshot = true
        """),
    )
    INVALID = (
        Example(
            """
            [workarounds]
            skip_snapshot = true
            """,
            service_version='30.2.0',
        ),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each option that is set."""
        for status in context.status.workarounds:
            if status.is_in_release is not False:
                continue
            first = releases.next_with(
                status.release, releases.listed(status.workaround.introduced)
            )
            for setting in status.settings:
                if setting.is_set:
                    yield self.report(
                        setting.origin,
                        f'release {status.release} does not read '
                        f'{setting.option.name}, release {first} does',
                        f'{cures.deletion(setting.origin)}, or leave it for '
                        f'the upgrade',
                        subject=status.workaround.name,
                    )
