# SPDX-License-Identifier: Apache-2.0
"""How to turn a workaround on or off, in its own polarity, as data."""

from collections.abc import Iterator
from collections.abc import Sequence
import dataclasses
import enum
from typing import Any

from workarounds import _text
from workarounds.config import files as config_files
from workarounds.config import line_text
from workarounds.config import origin as config_origin
from workarounds.config.files import ConfigFiles
from workarounds.config.files import Entry
from workarounds.config.origin import Origin
from workarounds.declarations import toggle as declaration_toggle
from workarounds.status import Setting
from workarounds.status import WorkaroundStatus


class ActionKind(enum.StrEnum):
    """What to do with a line of a file, or with another source of a value."""

    NONE = 'none'
    ADD_LINE = 'add-line'
    CHANGE_LINE = 'change-line'
    CORRECT_VALUE = 'correct-value'
    DELETE_LINE = 'delete-line'


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
    :param end_line: last line of the current text
    :param needs_value: whether a person must add the value to the text
    :param section: section of a line to add
    """

    kind: ActionKind
    place: SetIn
    text: str | None = None
    old_text: str | None = None
    end_line: int | None = None
    needs_value: bool = False
    section: str | None = None

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
    return _of_entry(ActionKind.DELETE_LINE, entry, is_secret=is_secret)


@dataclasses.dataclass(frozen=True)
class Planner:
    """Finds the changes that turn a workaround on or off.

    :param status: status of the workaround
    :param toggle: setting of its toggle
    :param files: files of the configuration
    """

    status: WorkaroundStatus
    toggle: Setting
    files: ConfigFiles

    @property
    def is_on_by_default(self) -> bool | None:
        """Whether the workaround is on by default; ``None`` if not known."""
        if not self.toggle.is_default_known:
            return None
        default = declaration_toggle.default_of(self.toggle.opt)
        return self.status.workaround.is_on(default)

    @property
    def repeats_default(self) -> bool:
        """Whether the setting is known to change nothing."""
        return self.toggle.repeats_default and self.toggle.is_default_known

    @property
    def current(self) -> Change | None:
        """The effective line or variable, if any."""
        toggle, entry = self.toggle, self._entry
        if entry is not None:
            return _of_entry(
                ActionKind.NONE, entry, is_secret=toggle.opt.secret
            )
        place = set_in(toggle.origin)
        if place is None or toggle.origin.kind == 'default':
            return None
        return Change(ActionKind.NONE, place)

    def turn(self, *, on: bool) -> Sequence[Change]:
        """Return the changes that turn it on or off, if that is possible."""
        toggle = self.toggle
        changes: list[Change] = []
        if self.is_on_by_default is on:
            # Deleting a line is better than correcting it.
            changes = list(self._removals(toggle, on=on))
        if not changes:
            changes = list(self._settings(toggle, on=on))
        if changes and not on:
            # Parameters have no effect while the workaround is off.
            for param in self.status.params:
                changes += self._removals(param)
        return changes

    @property
    def _entry(self) -> Entry | None:
        """The effective entry of a file, if any."""
        origin = self.toggle.origin
        for entry in self._entries(self.toggle):
            if origin.kind == 'file' and (entry.file, entry.line) == (
                origin.detail,
                origin.line,
            ):
                return entry
        return None

    def _entries(self, setting: Setting) -> Sequence[Entry]:
        return self.files.find_entries(
            config_origin.names_in_files(setting.option.group, setting.opt)
        )

    def _removals(
        self, setting: Setting, *, on: bool | None = None
    ) -> Iterator[Change]:
        """Remove all sources of a value, except lines with the wanted one."""
        origin = setting.origin
        place = set_in(origin)
        if place and origin.kind == 'environment':
            yield Change(ActionKind.DELETE_LINE, place)
        elif place and origin.kind in ('override', 'command line', 'remote'):
            yield Change(ActionKind.DELETE_LINE, place, setting.opt.dest)
        for entry in self._entries(setting):
            if on is None or self._turns_on(entry, setting) is not on:
                yield deletion(entry, is_secret=setting.opt.secret)

    def _turns_on(self, entry: Entry, setting: Setting) -> bool | None:
        """Return whether a line alone turns the workaround on, if known."""
        opt = setting.opt
        if '$' in entry.value:
            # Only the service knows what it refers to.
            return None
        try:
            value = opt.type(entry.value)
        except ValueError:
            return None
        return self.status.workaround.is_on([value] if opt.multi else value)

    def _settings(self, toggle: Setting, *, on: bool) -> Iterator[Change]:
        """Set the toggle where it is set now, or add a line.

        Nothing is yielded if no text of the place means on or off.
        """
        option, place = toggle.option, set_in(toggle.origin)
        is_variable = toggle.origin.kind == 'environment'
        workaround, opt = self.status.workaround, toggle.opt
        needs_value = line_text.is_free(workaround, opt, on=on)
        value: str | None = ''
        if not needs_value:
            value = line_text.find_toggle_text(
                workaround, opt, on=on, is_variable=is_variable
            )
        if value is None:
            if not on and not is_variable:
                yield from self._several_lines()
            return
        text = f'{option.name} = {value}'.rstrip()
        entry = self._entry
        if place and is_variable:
            yield Change(
                ActionKind.CHANGE_LINE, place, value, needs_value=needs_value
            )
        elif entry is None:
            yield self._addition(text, needs_value=needs_value)
        elif entry.sets(*option):
            change = _of_entry(
                ActionKind.CHANGE_LINE, entry, is_secret=toggle.opt.secret
            )
            yield dataclasses.replace(
                change,
                text=text,
                old_text=change.text,
                needs_value=needs_value,
            )
        else:
            # The entry has a former name or group: its line cannot stay.
            yield deletion(entry, is_secret=toggle.opt.secret)
            yield self._addition(text, entry.file, needs_value=needs_value)
        if opt.multi and not needs_value:
            # Each line adds a value.
            for other in self._entries(toggle):
                if other != entry:
                    yield deletion(other, is_secret=opt.secret)

    def _several_lines(self) -> Iterator[Change]:
        """Write the lines of a value of several items that is off."""
        option, opt = self.toggle.option, self.toggle.opt
        for value in self.status.workaround.off_values:
            items = line_text.find_items(opt, value)
            if items:
                for entry in self._entries(self.toggle):
                    yield deletion(entry, is_secret=opt.secret)
                lines = (f'{option.name} = {item}'.rstrip() for item in items)
                yield self._addition('\n'.join(lines), needs_value=False)
                return

    def _addition(
        self, text: str, file: str | None = None, *, needs_value: bool
    ) -> Change:
        group = self.toggle.option.group
        sections = [
            section
            for section in self.files.sections
            if config_files.same_section(section.name, group)
            and file in (None, section.file)
        ]
        place = SetIn(file=file)
        if sections:
            place = SetIn(file=sections[-1].file, line=sections[-1].line)
        elif file is None and self.files.files:
            place = SetIn(file=self.files.files[-1].path)
        return Change(
            ActionKind.ADD_LINE,
            place,
            text,
            needs_value=needs_value,
            section=group,
        )


def _of_entry(kind: ActionKind, entry: Entry, *, is_secret: bool) -> Change:
    value = _text.excerpt(entry.value)
    text = entry.key if is_secret else f'{entry.key} = {value}'
    last = entry.line + entry.value.count('\n')
    return Change(
        kind,
        SetIn(file=entry.file, line=entry.line),
        text.rstrip(),
        end_line=last,
    )
