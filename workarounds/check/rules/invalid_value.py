# SPDX-License-Identifier: Apache-2.0
"""WA105: an option does not accept its value."""

from collections.abc import Iterator

from workarounds.check import cures
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.config.files import Entry
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example
from workarounds.diagnostics import Severity
from workarounds.status import Setting


class InvalidValue(ConfigurationRule):
    """A value that oslo.config cannot convert.

    The service starts, and fails where it reads the option. Indented lines
    belong to the value above them, and are often what it does not accept. Of
    an option that the release does not read yet, and of a line that a later
    file or a variable overrides, it is a warning.
    """

    code = 'WA105'
    VALID = (
        Example("""
            [workarounds]
            disable_flush = true
            flush_images_delay = 5
        """),
    )
    INVALID = (
        Example("""
            [workarounds]
            disable_flush = maybe
        """),
        Example("""
            [workarounds]
            flush_images_delay = -1
        """),
        Example(
            """
            [workarounds]
            skip_snapshot = maybe
            """,
            service_version='30.2.0',
        ),
        Example("""
            [workarounds]
            disable_flush = true
              [libvirt]
              images_type = rbd
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each such value."""
        for status in context.status.workarounds:
            # The release ignores the value until an upgrade.
            is_read = status.is_in_release is not False
            for setting in status.settings:
                for entry in _find_overridden(setting, context):
                    yield self.report(
                        entry,
                        f'the value of {setting.option} is not accepted; '
                        f'{setting.origin} overrides it',
                        cures.deletion(entry),
                        subject=status.workaround.name,
                        lowered_to=Severity.WARNING,
                    )
                if setting.invalid is None:
                    continue
                message, cure = cures.correction(
                    setting, setting.invalid, context.status.files
                )
                yield self.report(
                    setting.origin,
                    message,
                    cure,
                    subject=status.workaround.name,
                    lowered_to=None if is_read else Severity.WARNING,
                )


def _find_overridden(setting: Setting, context: Context) -> Iterator[Entry]:
    """Yield lines that would be invalid without what overrides them.

    Other rules report those that the same file repeats.
    """
    if setting.opt.multi or not setting.is_set:
        return
    entries = context.status.files.find_entries([setting.option])
    last = {entry.file: entry for entry in entries}
    used = setting.origin.detail, setting.origin.line
    for entry in last.values():
        if (entry.file, entry.line) != used and '$' not in entry.value:
            try:
                setting.opt.type(entry.value)
            except ValueError:
                yield entry
