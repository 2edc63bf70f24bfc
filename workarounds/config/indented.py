# SPDX-License-Identifier: Apache-2.0
"""Indented lines, which oslo.config takes as more of the value above them.

Of these lines, ``disable_sync`` is a part of the value of ``disable_flush``,
and nothing reads it as an option::

    disable_flush = true
      disable_sync = true

The value of a list can have indented lines, so only lines that look like a
section or an option were probably meant to be lines of their own.
"""

import re
from typing import Final
from typing import Protocol

from workarounds import _text

_SECTION: Final = re.compile(r'\[(.+)\]')
#: In ``rabbit://host`` there is none.
_KEY: Final = re.compile(r'([\w.-]+)\s*(=|:(\s|$))')


class Lines(Protocol):
    """The lines of a value: of an entry, or of the origin of an option."""

    @property
    def line(self) -> int | None:
        """The line of the key, if it is known."""

    @property
    def value_end(self) -> int | None:
        """The last line that was probably meant to be a part of the value."""

    @property
    def end_line(self) -> int | None:
        """The last line of the value as oslo.config reads it."""


def find_section(text: str) -> str | None:
    """Return the section that a line looks like, if it does."""
    found = _SECTION.fullmatch(text)
    return found and found[1]


def find_key(text: str) -> str | None:
    """Return the key of the option that a line looks like, if it does."""
    found = _KEY.match(text)
    return found and found[1]


def own_lines(value: str) -> list[str]:
    """Return the lines from the first one that looks like its own on."""
    _, *lines = value.split('\n')
    for number, text in enumerate(lines):
        if find_section(text) or find_key(text):
            return lines[number:]
    return []


def first_name(value: str) -> str:
    """Return the first section or option that indented lines look like.

    Text that is not a name is left out: it can be a part of a value.
    """
    first = own_lines(value)[0]
    section, key = find_section(first), find_key(first)
    if section is not None:
        return f'[{section}]' if _text.is_name(section) else ''
    return key if key is not None and _text.is_name(key) else ''


def swallowed(lines: Lines) -> tuple[int, int] | None:
    """Return the first and last line that look like their own, if any."""
    first, last = lines.value_end, lines.end_line
    if first is None or last is None or first == last:
        return None
    return first + 1, last


def separation(shown: str, *, is_one: bool) -> str:
    """Return what to do about lines that look like lines of their own.

    :param shown: these lines, such as ``line 3``
    """
    them = 'it' if is_one else 'them'
    return f'remove the indentation of {shown}, or delete {them}'


def continuation(line: int | None, end_line: int | None) -> str:
    """Return a clause about the indented lines that belong to a line."""
    if line is None or end_line is None or line == end_line:
        return ''
    belong = 'belongs' if end_line == line + 1 else 'belong'
    lines = shown_lines(line + 1, end_line)
    return f'; the indented {lines} {belong} to it'


def shown_lines(first: int, last: int) -> str:
    """Return ``line 3`` or ``lines 3-5``."""
    lines = shown_range(first, last)
    return f'line {lines}' if first == last else f'lines {lines}'


def shown_range(first: int, last: int) -> str:
    """Return ``3`` or ``3-5``."""
    return f'{first}' if first == last else f'{first}-{last}'
