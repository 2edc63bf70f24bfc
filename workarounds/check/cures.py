# SPDX-License-Identifier: Apache-2.0
"""What to do about the line or variable of a diagnostic, in a few words."""

from collections.abc import Sequence
from typing import Final

from workarounds.config import origin as config_origin
from workarounds.config.files import ConfigFiles
from workarounds.declarations.toggle import OptionName
from workarounds.diagnostics import Location

#: How many places a cure names.
_FEW: Final = 3


def deletion(location: Location) -> str:
    """Return how to remove what sets an option.

    Without the indented lines that belong to it, a line must not be deleted:
    they would continue the value above.
    """
    if location.environment is not None:
        return 'unset the variable'
    if location.line is None:
        return 'remove it there'
    if location.end_line in (None, location.line):
        return 'delete the line'
    return (
        f'delete {config_origin.shown_lines(location.line, location.end_line)}'
    )


def deletion_of_all(locations: Sequence[Location]) -> str:
    """Return how to remove all that sets an option, in files or elsewhere."""
    if len(locations) == 1:
        return deletion(locations[0])
    lines = [place for place in locations if place.line is not None]
    others = [deletion(place) for place in locations if place.line is None]
    return ' and '.join([*others, f'delete {_listed(lines)}'])


def already_set(
    option: OptionName, location: Location, files: ConfigFiles
) -> str:
    """Return the cure if the option that a line means is set elsewhere.

    To correct the line would set it twice, and could change what counts.

    :returns: nothing if it is not set
    """
    for entry in files.find_entries([option]):
        place = f'{entry.file}:{entry.line}'
        if (entry.file, entry.line) != (location.file, location.line):
            return f'{place} sets {option} already; {deletion(location)}'
    return ''


def unindent(location: Location, before: str) -> str:
    """Return what to do about indented lines if the line is corrected.

    :param before: text before it, such as a semicolon
    :returns: nothing if no indented line belongs to the line
    """
    first, last = location.line, location.end_line
    if first is None or last is None or first == last:
        return ''
    lines = config_origin.shown_lines(first + 1, last)
    are = 'it is' if last == first + 1 else 'they are'
    return (
        f'{before}remove the indentation of {lines} unless {are} part of the '
        f'value'
    )


def _listed(lines: Sequence[Location]) -> str:
    shown = [
        f'{line}' if line.line == line.end_line else f'{line}-{line.end_line}'
        for line in lines[:_FEW]
    ]
    more = len(lines) - _FEW
    if more > 0:
        shown.append(f'{more} more lines that set it')
    *others, last = shown
    return f'{", ".join(others)} and {last}' if others else last
