# SPDX-License-Identifier: Apache-2.0
"""Changes of lines and of other sources of a value, as data."""

from collections.abc import Iterator
from collections.abc import Sequence
import dataclasses
import enum
from typing import Any

from workarounds import _text
from workarounds.config import indented
from workarounds.config import origin as config_origin
from workarounds.config.files import ConfigFiles
from workarounds.config.files import Entry
from workarounds.config.indented import Run
from workarounds.config.origin import Origin
from workarounds.status import Setting


class ActionKind(enum.StrEnum):
    """What to do with a line of a file, or with another source of a value."""

    NONE = 'none'
    ADD_LINE = 'add-line'
    CHANGE_LINE = 'change-line'
    CORRECT_VALUE = 'correct-value'
    DELETE_LINE = 'delete-line'
    UNINDENT_LINES = 'unindent-lines'


@dataclasses.dataclass(frozen=True)
class SetIn:
    """The source of a value: a line, a variable, or another one.

    :param file: path of the file
    :param line: line of the file, counted from 1
    :param environment: name of the variable
    :param source: ``command line``, ``override``, ``remote``, or ``default``
        if the service has changed the default
    :param detail: more about the source, such as its address
    """

    file: str | None = None
    line: int | None = None
    environment: str | None = None
    source: str | None = None
    detail: str | None = None

    def to_data(self) -> dict[str, Any]:
        """Return the fields that are set, as plain data."""
        data = dataclasses.asdict(self)
        return {key: value for key, value in data.items() if value is not None}


def set_in(origin: Origin) -> SetIn | None:
    """Return the source of a value; ``None`` for the default."""
    match origin.kind:
        case 'file':
            return SetIn(file=origin.detail, line=origin.line)
        case 'environment':
            return SetIn(environment=origin.detail)
        case 'default' if not origin.detail:
            return None
    return SetIn(source=origin.kind, detail=origin.detail or None)


@dataclasses.dataclass(frozen=True)
class Change:
    """A change in one place.

    :param kind: what to do
    :param place: the place; for a line to add, the place of its section,
        without a line if the section must be added too
    :param text: line to write or to delete, or several lines to add in this
        order; value of a variable
    :param old_text: the current line, if it is changed
    :param end_line: last line of the current text, without indented lines
        that look like lines of their own; of a line to add, the line that it
        belongs below
    :param needs_value: whether a person must add the value to the text
    :param section: section of a line to add
    :param reason: why it is due, if that is not for the note of the action
    :param run: the indented lines that it is about
    :param continued: the line whose value these continue
    """

    kind: ActionKind
    place: SetIn
    text: str | None = None
    old_text: str | None = None
    end_line: int | None = None
    needs_value: bool = False
    section: str | None = None
    reason: str | None = None
    run: Run | None = None
    continued: int | None = None

    def to_data(self) -> dict[str, Any]:
        """Return the change as plain data."""
        return {
            'kind': self.kind.value,
            **dataclasses.asdict(self.place),
            'end_line': self.end_line,
            'text': self.text,
            'old_text': self.old_text,
            'needs_value': self.needs_value,
            'section': self.section,
        }


def deletion(entry: Entry, *, is_secret: bool = False) -> Change:
    """Return the change that deletes an entry of a file."""
    return of_entry(ActionKind.DELETE_LINE, entry, is_secret=is_secret)


def find_entries(setting: Setting, files: ConfigFiles) -> Sequence[Entry]:
    """Return all lines that set an option."""
    return files.find_entries(
        config_origin.names_in_files(setting.option.group, setting.opt)
    )


def find_current(setting: Setting, files: ConfigFiles) -> Change | None:
    """Return the effective line or variable of an option, if any."""
    entry = find_effective_entry(setting, files)
    if entry is not None:
        return of_entry(ActionKind.NONE, entry, is_secret=setting.opt.secret)
    place = set_in(setting.origin)
    if place is None or setting.origin.kind == 'default':
        return None
    return Change(ActionKind.NONE, place)


def find_effective_entry(setting: Setting, files: ConfigFiles) -> Entry | None:
    """Return the line of a file that counts for an option, if any."""
    origin = setting.origin
    for entry in find_entries(setting, files):
        if origin.kind == 'file' and (entry.file, entry.line) == (
            origin.detail,
            origin.line,
        ):
            return entry
    return None


def of_entry(kind: ActionKind, entry: Entry, *, is_secret: bool) -> Change:
    """Return a change of the line of an entry, with its text."""
    value = _text.excerpt(entry.own_value)
    text = entry.key if is_secret else f'{entry.key} = {value}'
    return Change(
        kind,
        SetIn(file=entry.file, line=entry.line),
        text.rstrip(),
        end_line=entry.value_end,
    )


def separate(entry: Entry) -> Iterator[Change]:
    """Yield the changes of indented lines that look like their own.

    Lines between these that cannot be lines of their own are deleted.
    """
    name = indented.first_name(entry.value)
    for run in entry.runs:
        verb = 'it continues' if run.first == run.end else 'they continue'
        kind, last = ActionKind.UNINDENT_LINES, run.last
        if last is None:
            kind, last = ActionKind.DELETE_LINE, run.end
        yield Change(
            kind,
            SetIn(file=entry.file, line=run.first),
            name,
            end_line=last,
            reason=f'{verb} the value of line {entry.line}',
            run=run,
            continued=entry.line,
        )
        # Only the first line is named.
        name = ''
