# SPDX-License-Identifier: Apache-2.0
"""Indented lines, which oslo.config takes as more of the value above them.

Of these lines, ``disable_sync`` is a part of the value of ``disable_flush``,
and nothing reads it as an option::

    disable_flush = true
      disable_sync = true

The value of a list can have indented lines, so only lines that look like a
section or an option were probably meant to be lines of their own.
"""

from collections.abc import Callable
from collections.abc import Iterable
import dataclasses
import re
from typing import Final

from workarounds import _text

_SECTION: Final = re.compile(r'\[(.+)\]')
#: In ``rabbit://host`` there is none.
_KEY: Final = re.compile(r'([\w.-]+)\s*(=|:(\s|$))')
_COMMENTS: Final = ('#', ';')


@dataclasses.dataclass(frozen=True, slots=True)
class Run:
    """Indented lines that one cure is about.

    :param first: the first line
    :param last: the last one that looks like a section or an option, or like
        a comment between these; ``None`` if there is none, and the lines can
        neither be lines of their own nor more of a value
    :param end: the last line; those after ``last`` may be more of its value
    :param takes_more: whether a section in it would take the lines below it
    """

    first: int
    last: int | None
    end: int
    takes_more: bool = False

    @property
    def is_simple(self) -> bool:
        """Whether all that can be said is to unindent or to delete them."""
        return self.last == self.end and not self.takes_more


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
    first = next(iter(own_lines(value)), '')
    section, key = find_section(first), find_key(first)
    if section is not None:
        return f'[{section}]' if _text.is_name(section) else ''
    return key if key is not None and _text.is_name(key) else ''


def find_runs(value: str, end: int, *, has_more: bool) -> list[Run]:
    """Return the lines that look like their own, and what is between them.

    :param end: the last line of the value
    :param has_more: whether the section has lines below the value
    """
    lines = own_lines(value)
    runs: list[Run] = []
    is_key = False
    for number, text in enumerate(lines, end - len(lines) + 1):
        section, key = find_section(text), find_key(text)
        is_own = bool(section or key or text.startswith(_COMMENTS))
        run = runs.pop() if runs else Run(number, number, number)
        # A section or a comment has no value to continue.
        is_new = (
            run.last != run.end if is_own else not (is_key or run.last is None)
        )
        if is_new:
            runs.append(run)
            run = Run(number, number if is_own else None, number)
        runs.append(
            dataclasses.replace(
                run,
                last=number if is_own else run.last,
                end=number,
                takes_more=run.takes_more or (has_more and bool(section)),
            )
        )
        is_key = key is not None if is_own else is_key
    return runs


def run_cure(run: Run, shown: Callable[[int, int], str]) -> str:
    """Return what to do about indented lines.

    :param shown: returns ``line 3`` or ``lines 3-5``
    """
    if run.last is None:
        return f'delete {shown(run.first, run.end)}'
    condition, them = '', 'it' if run.first == run.end else 'them'
    if run.last < run.end:
        more = shown(run.last + 1, run.end)
        verb = 'it belongs' if run.last + 1 == run.end else 'they belong'
        condition = f' (delete {more} unless {verb} to line {run.last})'
        them = shown(run.first, run.end)
    if run.takes_more:
        condition += ' if the lines below belong to that section too'
    own = shown(run.first, run.last)
    return f'remove the indentation of {own}{condition}, or delete {them}'


def cure(runs: Iterable[Run]) -> str:
    """Return what to do about indented lines of one value."""
    return '; '.join(run_cure(run, shown_lines) for run in runs)


def separation(shown: str) -> str:
    """Return what to do about lines of several values that look like own.

    :param shown: these lines
    """
    return f'remove the indentation of {shown}, or delete them'


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
