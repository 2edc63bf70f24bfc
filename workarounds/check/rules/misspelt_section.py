# SPDX-License-Identifier: Apache-2.0
"""WA103: a section is named almost like [workarounds]."""

from collections.abc import Iterator

from workarounds.check import context as check_context
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example
from workarounds.diagnostics import Location


class MisspeltSection(ConfigurationRule):
    """A section that was probably meant to be ``[workarounds]``.

    Nothing reads the section and its lines. oslo.config ignores the case of
    sections.
    """

    code = 'WA103'
    VALID = (
        Example("""
            [Workarounds]
            disable_flush = true
        """),
    )
    INVALID = (
        Example("""
            [workaround]
            disable_flush = true
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each such section."""
        for section in context.status.files.sections:
            is_misspelt = check_context.is_misspelt(section.name)
            if is_misspelt and section.name not in context.conf:
                yield self.report(
                    Location(section.file, section.line),
                    f'nothing reads the section [{section.name}]',
                )
