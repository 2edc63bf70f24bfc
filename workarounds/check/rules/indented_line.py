# SPDX-License-Identifier: Apache-2.0
"""WA117: an indented line looks like a section or an option."""

from collections.abc import Iterator
import dataclasses
import re

from workarounds import _text
from workarounds.check import meanings
from workarounds.check import spelling
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.config import files as config_files
from workarounds.config import indented
from workarounds.config.files import Entry
from workarounds.declarations.toggle import OptionName
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
                    yield self._report(entry, line, name, context)
                    break

    def _report(
        self, entry: Entry, line: int, name: str, context: Context
    ) -> Diagnostic:
        runs = [
            dataclasses.replace(run, first=max(run.first, line))
            for run in entry.runs
            if run.end >= line
        ]
        end = runs[-1].end
        cure = indented.cure(runs)
        if _are_to_be_deleted(entry, line, context):
            cure = f'delete {indented.shown_lines(line, end)}'
        return self.report(
            Location(entry.file, line, end_line=line),
            f'{name} is indented: it continues the value of line '
            f'{entry.line}, and nothing reads it',
            cure,
        )


def _are_to_be_deleted(entry: Entry, first: int, context: Context) -> bool:
    """Return whether no line from the first one on is to be unindented.

    As lines of their own, all of them would be reported again.
    """
    lines = entry.value.split('\n')[first - entry.line :]
    for number, text in enumerate(lines, first):
        key = indented.find_key(text)
        option = key and context.spelling.find_option(key)
        if not option or not context.spelling.is_certain(str(key)):
            return False
        if not context.is_place_of(entry.section, option):
            # It would be misplaced.
            continue
        value = re.split('[=:]', text, maxsplit=1)[1].strip()
        line = Entry(entry.file, number, entry.section, option, value)
        name = OptionName(entry.section, option)
        if not (
            context.find_removed(entry.section, option)
            or meanings.refusal(line, name, context)
        ):
            return False
    return True


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
