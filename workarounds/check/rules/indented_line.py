# SPDX-License-Identifier: Apache-2.0
"""WA117: an indented line looks like a section or an option."""

from collections.abc import Iterator
import dataclasses

from workarounds import _text
from workarounds.check import spelling
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.config import files as config_files
from workarounds.config import indented
from workarounds.config.files import Entry
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example
from workarounds.diagnostics import Location


class IndentedLine(ConfigurationRule):
    """An indented line that was probably meant to be a line of its own.

    oslo.config takes an indented line as more of the value above it, in
    whatever section that is. So nothing reads the section or the option.
    Reported are sections and options of workarounds, and any section or
    option below ``[workarounds]``.
    """

    code = 'WA117'
    VALID = (
        Example("""
            [DEFAULT]
            transport_url = rabbit://a,
                            rabbit://b
            [workarounds]
            disable_flush = true
        """),
    )
    INVALID = (
        Example("""
            [DEFAULT]
            my_ip = 192.0.2.1
              [workarounds]
              disable_flush = true
        """),
        Example("""
            [libvirt]
            images_type = rbd
              disable_flush = true
        """),
        Example("""
            [workarounds]
            disable_flush = true
              [libvirt]
              images_type = rbd
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for the first such line of each value."""
        for entry in context.status.files.entries:
            _, *lines = entry.value.split('\n')
            for line, text in enumerate(lines, entry.line + 1):
                name = _name(text, entry, context)
                if name:
                    yield self._report(entry, line, name)
                    break

    def _report(self, entry: Entry, line: int, name: str) -> Diagnostic:
        runs = [
            dataclasses.replace(run, first=max(run.first, line))
            for run in entry.runs
            if run.end >= line
        ]
        return self.report(
            Location(entry.file, line, end_line=line),
            f'{name} is indented: it continues the value of line '
            f'{entry.line}, and nothing reads it',
            indented.cure(runs),
        )


def _name(text: str, entry: Entry, context: Context) -> str:
    """Return the section or option that a line looks like, if it does."""
    is_ours = spelling.is_ours(entry.section)
    section = indented.find_section(text)
    if section is not None:
        is_known = spelling.is_misspelt(section) or any(
            config_files.same_section(section, group)
            for group in context.groups
        )
        if is_known or (is_ours and _text.is_name(section)):
            return f'[{section}]'
        return 'this section' if is_ours else ''
    option = indented.find_key(text)
    if option is None or not (is_ours or context.spelling.is_certain(option)):
        return ''
    return context.shown_key(option)
