# SPDX-License-Identifier: Apache-2.0
"""What to correct in a configuration, whether or not the host has the bug."""

from collections.abc import Iterator
from collections.abc import Sequence
import dataclasses

from workarounds.advice.evaluate import changes
from workarounds.advice.evaluate.changes import ActionKind
from workarounds.advice.evaluate.changes import Change
from workarounds.advice.evaluate.changes import SetIn
from workarounds.config.files import ConfigFiles
from workarounds.status import Setting
from workarounds.status import WorkaroundStatus


def find(
    status: WorkaroundStatus, files: ConfigFiles, planned: Sequence[Change]
) -> Iterator[Change]:
    """Yield the changes that are due with the planned ones.

    :param planned: the changes that are due already
    """
    deleted = [
        change.place
        for change in planned
        if change.kind == ActionKind.DELETE_LINE
    ]
    for param in status.params:
        if param.error is not None and not param.is_unresolved:
            change = of_value(param, files)
            if change.place not in deleted:
                yield change
    for setting in status.settings:
        if not setting.opt.multi:
            yield from _of_repeated_lines(setting, files, deleted)


def of_value(setting: Setting, files: ConfigFiles) -> Change:
    """Return the change of a value that the option does not accept."""
    current = changes.find_current(setting, files)
    current = current or Change(ActionKind.NONE, SetIn())
    return dataclasses.replace(
        current,
        kind=ActionKind.CORRECT_VALUE,
        text=None,
        old_text=current.text,
        needs_value=True,
        reason=str(setting.error),
    )


def _of_repeated_lines(
    setting: Setting, files: ConfigFiles, deleted: Sequence[SetIn]
) -> Iterator[Change]:
    """Yield the deletion of each line that another one of its file overrides.

    :param deleted: the lines that are to be deleted already
    """
    last: dict[tuple[str, str, str], Change] = {}
    for entry in changes.find_entries(setting, files):
        change = changes.deletion(entry, is_secret=setting.opt.secret)
        if change.place in deleted:
            continue
        # Of a former name, another rule speaks.
        name = (entry.file, entry.section.lower(), entry.key)
        if name in last:
            yield dataclasses.replace(
                last[name], reason=f'line {entry.line} overrides it'
            )
        last[name] = change
