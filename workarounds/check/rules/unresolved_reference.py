# SPDX-License-Identifier: Apache-2.0
"""WA114: a value refers to an option that only the service knows."""

from collections.abc import Iterator

from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example


class UnresolvedReference(ConfigurationRule):
    """A value with a ``$name`` that is not known here.

    oslo.config replaces the name by the value of that option. The command
    knows only options of workarounds, so only the service can tell whether
    the option exists, and its value. A default is not reported.
    """

    code = 'WA114'
    VALID = (
        Example("""
            [workarounds]
            disable_flush = $skip_snapshot
        """),
    )
    INVALID = (
        Example("""
            [workarounds]
            disable_flush = $allow_resize_to_same_host
        """),
        Example("""
            [workarounds]
            flush_images_delay = ${libvirt.wait_soft_reboot_seconds}
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each such value."""
        for status in context.status.workarounds:
            for setting in status.settings:
                if setting.is_unresolved and setting.is_set:
                    yield self.report(
                        setting.origin,
                        str(setting.error),
                        subject=status.workaround.name,
                    )
