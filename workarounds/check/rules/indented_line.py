# SPDX-License-Identifier: Apache-2.0
"""WA117: an indented line looks like a section or an option."""

from collections.abc import Iterator
import re
from typing import Final

from workarounds import _text
from workarounds.check import context as check_context
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.config import files as config_files
from workarounds.config import origin as config_origin
from workarounds.config.files import Entry
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example
from workarounds.diagnostics import Location

_HEADER: Final = re.compile(r'\[(.+)\]')
_KEY: Final = re.compile(r'[^=:]+')


class IndentedLine(ConfigurationRule):
    """An indented line that was probably meant to be a line of its own.

    oslo.config takes an indented line as more of the value above it, in
    whatever section that is. So nothing reads the section or the option.
    Reported are sections and options of workarounds, and any section below
    ``[workarounds]``.
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
            _, *indented = entry.value.split('\n')
            for line, text in enumerate(indented, entry.line + 1):
                name = _name(text, entry, context)
                if name:
                    yield self._report(entry, line, name)
                    break

    def _report(self, entry: Entry, line: int, name: str) -> Diagnostic:
        lines = config_origin.shown_lines(line, entry.end_line)
        them = 'it' if line == entry.end_line else 'them'
        return self.report(
            Location(entry.file, line, end_line=line),
            f'{name} is indented: it continues the value of line '
            f'{entry.line}, and nothing reads it',
            f'remove the indentation of {lines}, or delete {them}',
        )


def _name(text: str, entry: Entry, context: Context) -> str:
    """Return the section or option that a line looks like, if it does."""
    header = _HEADER.fullmatch(text)
    if header is not None:
        section = header[1]
        is_known = check_context.is_misspelt(section) or any(
            config_files.same_section(section, group)
            for group in context.groups
        )
        if is_known or (
            check_context.is_ours(entry.section) and _text.is_name(section)
        ):
            return f'[{section}]'
        return 'this section' if check_context.is_ours(entry.section) else ''
    key = _KEY.match(text)
    if key is not None and key.end() < len(text):
        option = key[0].strip()
        return option if context.spelling.is_certain(option) else ''
    return ''
