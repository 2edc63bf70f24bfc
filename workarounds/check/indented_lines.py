# SPDX-License-Identifier: Apache-2.0
"""Indented lines of a value that were probably meant to be their own.

A line has one cure, whether it is about the line or about the value above it.
"""

from collections.abc import Iterator
from collections.abc import Sequence
import re
from typing import TYPE_CHECKING

from workarounds import _text
from workarounds.check import meanings
from workarounds.check import spelling
from workarounds.check.cures import Deletions
from workarounds.config import files as config_files
from workarounds.config import indented
from workarounds.config.files import Entry
from workarounds.config.indented import Run
from workarounds.declarations.toggle import OptionName

if TYPE_CHECKING:
    from workarounds.check.context import Context


def find_named(
    context: 'Context',
) -> Iterator[tuple[Entry, int, Sequence[str]]]:
    """Yield each value with its first such line, and what they look like."""
    for entry in context.status.files.entries:
        _, *lines = entry.value.split('\n')
        names = {
            line: name
            for line, text in enumerate(lines, entry.line + 1)
            if (name := _name(text, entry, context))
        }
        if names:
            yield entry, min(names), [*dict.fromkeys(names.values())]


def find_deletions(context: 'Context') -> Deletions:
    """Return the lines to delete, by the value that they continue.

    As lines of their own, all of them would be reported again.
    """
    return {
        (entry.file, entry.line): Run(first, None, entry.end_line)
        for entry, first, _ in find_named(context)
        if _are_to_be_deleted(entry, first, context)
    }


def _are_to_be_deleted(entry: Entry, first: int, context: 'Context') -> bool:
    """Return whether no line from the first one on is to be unindented."""
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


def _name(text: str, entry: Entry, context: 'Context') -> str:
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
