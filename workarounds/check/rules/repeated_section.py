# SPDX-License-Identifier: Apache-2.0
"""WA111: a file has the section [workarounds] more than once."""

from collections.abc import Iterator

from workarounds.check import spelling
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example
from workarounds.diagnostics import Location


class RepeatedSection(ConfigurationRule):
    """A second header of ``[workarounds]`` in one file.

    oslo.config reads both as one section. A reader of the file may see only
    one of them.
    """

    code = 'WA111'
    VALID = (
        Example("""
            [workarounds]
            disable_flush = true
        """),
    )
    INVALID = (
        Example("""
            [workarounds]
            disable_flush = true
            [libvirt]
            images_type = rbd
            [workarounds]
            flush_images_delay = 5
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each header after the first."""
        for file in context.status.files.files:
            headers = [
                section
                for section in file.sections
                if spelling.is_ours(section.name)
            ]
            for header in headers[1:]:
                yield self.report(
                    Location(header.file, header.line),
                    f'line {headers[0].line} already begins a section '
                    f'[workarounds]',
                )
