# SPDX-License-Identifier: Apache-2.0
"""What to do about the line or variable of a diagnostic, in a few words."""

from collections.abc import Mapping
from collections.abc import Sequence
import functools
from typing import Final

from workarounds import _text
from workarounds.check import places as check_places
from workarounds.check.places import Place
from workarounds.config import help_text
from workarounds.config import indented
from workarounds.config import origin as config_origin
from workarounds.config.files import ConfigFiles
from workarounds.config.indented import Run
from workarounds.declarations.declaration import Workaround
from workarounds.exceptions import InvalidValueError
from workarounds.status import Setting

#: Indented lines to delete, by the file and the line of their value.
Deletions = Mapping[tuple[str, int | None], Run]

#: How many lines a cure names. Only a broken file has more for one option.
_MOST: Final = 20


def deletion(place: Place) -> str:
    """Return how to remove what sets an option.

    Its indented lines are deleted too: they would continue the value above.
    Those that look like lines of their own are for :func:`separation`.
    """
    location = check_places.location_of(place)
    if location.environment is not None:
        return 'unset the variable'
    if place.line is None or place.value_end is None:
        return 'remove it there'
    if place.line == place.end_line:
        return 'delete the line'
    return f'delete {indented.shown_lines(place.line, place.value_end)}'


def deletion_of_all(places: Sequence[Place]) -> str:
    """Return how to remove all that sets an option, in files or elsewhere."""
    if len(places) == 1:
        return deletion(places[0])
    others = [deletion(place) for place in places if place.line is None]
    lines = [
        f'{check_places.location_of(place).file}:'
        f'{indented.shown_range(place.line, place.value_end or place.line)}'
        for place in places
        if place.line is not None
    ]
    # All must be deleted together.
    shown = _text.listed(lines, 'more lines that set it', most=_MOST)
    return ' and '.join([*others, f'delete {shown}'])


def all_lines(setting: Setting, files: ConfigFiles) -> str:
    """Return a clause that names all lines of an option that has several.

    oslo.config collects their values; of other options, one line counts.
    """
    if not setting.opt.multi:
        return ''
    names = config_origin.names_in_files(setting.option.group, setting.opt)
    lines = [
        f'{entry.file}:{entry.line}' for entry in files.find_entries(names)
    ]
    shown = _text.listed(lines, most=len(lines)) if lines[1:] else ''
    return f'; {shown} set it together' if shown else ''


def correction(
    setting: Setting, error: InvalidValueError, files: ConfigFiles
) -> tuple[str, str]:
    """Return why a value is not accepted, and what to do.

    Without the value, the default applies, unless another line sets the
    option too.
    """
    accepted = help_text.accepted(setting.opt)
    end = error.cure or f'accepted: {accepted}'
    fact = str(error).removesuffix(f'; {end}')
    if error.cure:
        return fact, error.cure
    cure = f'write {accepted}'
    names = config_origin.names_in_files(setting.option.group, setting.opt)
    lines = files.find_entries(names)
    if len(lines) <= (setting.origin.kind == 'file'):
        cure = f'{cure}, or {deletion(setting.origin)} to use the default'
    return fact, cure


def separation(
    place: Place,
    others: Sequence[Place] = (),
    deletions: Deletions | None = None,
) -> str:
    """Return what to do about indented lines that look like their own.

    Whatever is done about the line above them, nothing reads them there.

    :param place: the line of the diagnostic
    :param others: further lines that the cure is about
    :param deletions: indented lines to delete, by the line above them
    :returns: nothing if there are none
    """
    ours = check_places.location_of(place).file
    found = {
        (file, line.line): runs_of(file, line, deletions or {})
        for line in (*others, place)
        if (file := str(check_places.location_of(line).file)) and line.runs
    }
    runs = [(file, run) for (file, _), runs in found.items() for run in runs]
    if len(found) == 1 and runs[0][0] == ours:
        return indented.cure(run for _, run in runs)
    simple = [
        _shown_in(file, run.first, run.end)
        for file, run in runs
        if run.is_simple
    ]
    cures = [
        indented.run_cure(run, functools.partial(_shown_in, file))
        for file, run in runs
        if not run.is_simple or len(simple) == 1
    ]
    if len(simple) > 1:
        cures.insert(0, indented.separation(_text.listed(simple)))
    return '; '.join(cures)


def runs_of(file: str, place: Place, deletions: Deletions) -> Sequence[Run]:
    """Return the indented lines of a value that look like their own."""
    deletion = deletions.get((file, place.line))
    if deletion is None or deletion.first > place.runs[0].first:
        return place.runs
    return [deletion]


def _shown_in(file: str, first: int, last: int) -> str:
    return f'{file}:{indented.shown_range(first, last)}'


def with_bugs(cure: str, workaround: Workaround) -> str:
    """Return a cure with the addresses of the bugs to read for it."""
    bugs = ', '.join(help_text.bugs(workaround))
    return f'{cure}: {bugs}' if bugs else f'{cure} (its bug is not stated)'
