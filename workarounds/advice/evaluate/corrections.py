# SPDX-License-Identifier: Apache-2.0
"""What to correct in a configuration, whether or not the host has the bug."""

from collections.abc import Iterator
from collections.abc import Sequence
import dataclasses

from workarounds.advice.evaluate import changes
from workarounds.advice.evaluate.changes import ActionKind
from workarounds.advice.evaluate.changes import Change
from workarounds.advice.evaluate.changes import SetIn
from workarounds.check import cures
from workarounds.config.files import ConfigFiles
from workarounds.config.files import Entry
from workarounds.exceptions import InvalidValueError
from workarounds.status import Setting
from workarounds.status import WorkaroundStatus


def without_indented_lines(
    status: WorkaroundStatus, files: ConfigFiles
) -> WorkaroundStatus:
    """Return the status after the corrections of indented lines."""
    toggle = status.toggle
    return dataclasses.replace(
        status,
        toggle=toggle and _without_indented_lines(toggle, files),
        params=[
            _without_indented_lines(param, files) for param in status.params
        ],
    )


def _without_indented_lines(setting: Setting, files: ConfigFiles) -> Setting:
    entry = changes.find_effective_entry(setting, files)
    if (
        entry is None
        or setting.opt.multi
        or '$' in entry.value
        or not entry.runs
    ):
        return setting
    try:
        value = setting.opt.type(entry.own_value)
    except ValueError:
        return setting
    return dataclasses.replace(setting, value=value, error=None)


def find(
    status: WorkaroundStatus, files: ConfigFiles, planned: Sequence[Change]
) -> Iterator[Change]:
    """Yield the changes that are due with the planned ones.

    :param planned: the changes that are due already
    """
    for setting in status.settings:
        yield from of_indented_lines(changes.find_entries(setting, files))
    deleted = [
        change.place
        for change in planned
        if change.kind == ActionKind.DELETE_LINE
    ]
    for setting in status.settings:
        # That of a toggle that the release reads is planned already.
        is_planned = setting is status.toggle and status.is_in_release is not (
            False
        )
        error = setting.invalid
        if error is None or is_planned:
            continue
        # Its indented lines have a correction of their own.
        separation = cures.separation(setting.origin)
        if not separation or error.cure != separation:
            change = of_value(setting, error, files)
            if change.place not in deleted:
                yield change
    for setting in status.settings:
        if not setting.opt.multi:
            yield from of_repeated_lines(
                changes.find_entries(setting, files),
                deleted,
                is_secret=setting.opt.secret,
            )


def of_value(
    setting: Setting, error: InvalidValueError, files: ConfigFiles
) -> Change:
    """Return the change of a value that the option does not accept."""
    fact, cure = cures.correction(setting, error, files)
    current = changes.find_current(setting, files)
    current = current or Change(ActionKind.NONE, SetIn())
    return dataclasses.replace(
        current,
        kind=ActionKind.CORRECT_VALUE,
        text=None,
        old_text=current.text,
        needs_value=True,
        reason=f'{fact}; {cure}',
    )


def of_indented_lines(entries: Sequence[Entry]) -> Iterator[Change]:
    """Yield what to do about indented lines that look like their own.

    Nothing reads them there, whatever is done about the line above.
    """
    for entry in entries:
        yield from changes.separate(entry)


def of_repeated_lines(
    entries: Sequence[Entry],
    deleted: Sequence[SetIn] = (),
    *,
    is_secret: bool = False,
) -> Iterator[Change]:
    """Yield the deletion of each line that another one of its file overrides.

    :param entries: the lines that set an option
    :param deleted: the lines that are to be deleted already
    """
    last: dict[tuple[str, str, str], Change] = {}
    for entry in entries:
        change = changes.deletion(entry, is_secret=is_secret)
        if change.place in deleted:
            continue
        # Of a former name, another rule speaks.
        name = (entry.file, entry.section.lower(), entry.key)
        if name in last:
            yield dataclasses.replace(
                last[name], reason=f'line {entry.line} overrides it'
            )
        last[name] = change
