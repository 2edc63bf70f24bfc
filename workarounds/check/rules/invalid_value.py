# SPDX-License-Identifier: Apache-2.0
"""WA105: an option does not accept its value."""

from collections.abc import Iterator

from workarounds.check import cures
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example
from workarounds.diagnostics import Severity


class InvalidValue(ConfigurationRule):
    """A value that oslo.config cannot convert.

    The service starts, and fails where it reads the option. Indented lines
    belong to the value above them, and are often what it does not accept. Of
    an option that the release does not read yet, it is a warning.
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
