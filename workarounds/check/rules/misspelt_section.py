# SPDX-License-Identifier: Apache-2.0
"""WA103: a section is named almost like [workarounds]."""

from collections.abc import Iterator

from workarounds.check import spelling
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example
from workarounds.diagnostics import Location


class MisspeltSection(ConfigurationRule):
    """A section that was probably meant to be ``[workarounds]``.

    Nothing reads the section and its lines. oslo.config ignores the case of
    sections. The lines that should not stay as they are in the renamed section
    are reported by other codes.
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
        for file in context.status.files.files:
            ours = next(
                (it for it in file.sections if spelling.is_ours(it.name)), None
            )
            # A second one would be reported as repeated.
            cure = ''
            if ours is not None:
                cure = f'move its lines to [{ours.name}] (line {ours.line})'
            for section in file.sections:
                if context.is_misspelt_section(section.name):
                    yield self.report(
                        Location(section.file, section.line),
                        f'nothing reads the section [{section.name}]',
                        cure,
                    )
