# SPDX-License-Identifier: Apache-2.0
"""How to turn a workaround on or off, in its own polarity, as data."""

from collections.abc import Iterator
from collections.abc import Sequence
import dataclasses

from workarounds.advice.evaluate import changes
from workarounds.advice.evaluate.changes import ActionKind
from workarounds.advice.evaluate.changes import Change
from workarounds.advice.evaluate.changes import SetIn
from workarounds.config import files as config_files
from workarounds.config import line_text
from workarounds.config.files import ConfigFiles
from workarounds.config.files import Entry
from workarounds.declarations import deprecation
from workarounds.declarations import toggle as declaration_toggle
from workarounds.status import Setting
from workarounds.status import WorkaroundStatus


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
    def sets_deprecated_default(self) -> bool:
        """Whether a deprecated option is set to off, which is its default."""
        return (
            self.current is not None
            and self.status.is_on is False
            and self.is_on_by_default is False
            and self._is_deprecated
        )

    @property
    def current(self) -> Change | None:
        """The effective line or variable, if any."""
        return changes.find_current(self.toggle, self.files)

    def remove(self) -> Sequence[Change]:
        """Return the changes after which nothing sets the toggle."""
        return list(self._removals(self.toggle))

    def turn(self, *, on: bool) -> Sequence[Change]:
        """Return the changes that turn it on or off, if that is possible."""
        toggle = self.toggle
        planned: list[Change] = []
        if self.is_on_by_default is on:
            # Deleting a line is better than correcting it.
            # No line of a deprecated option is to stay.
            kept = None if self._is_deprecated else on
            planned = list(self._removals(toggle, on=kept))
        if not planned:
            planned = list(self._settings(toggle, on=on))
        if planned and not on:
            # Parameters have no effect while the workaround is off.
            for param in self.status.params:
                planned += self._removals(param)
        return planned

    @property
    def _is_deprecated(self) -> bool:
        return deprecation.has_begun(
            self.status.workaround.deprecated_since, self.status.release
        )

    @property
    def _entry(self) -> Entry | None:
        """The effective entry of a file, if any."""
        return changes.find_effective_entry(self.toggle, self.files)

    def _entries(self, setting: Setting) -> Sequence[Entry]:
        return changes.find_entries(setting, self.files)

    def _removals(
        self, setting: Setting, *, on: bool | None = None
    ) -> Iterator[Change]:
        """Remove all sources of a value, except lines with the wanted one."""
        origin = setting.origin
        place = changes.set_in(origin)
        if place and origin.kind == 'environment':
            yield Change(ActionKind.DELETE_LINE, place)
        elif place and origin.kind in ('override', 'command line', 'remote'):
            yield Change(ActionKind.DELETE_LINE, place, setting.opt.dest)
        for entry in self._entries(setting):
            if on is None or self._turns_on(entry, setting) is not on:
                yield changes.deletion(entry, is_secret=setting.opt.secret)

    def _turns_on(self, entry: Entry, setting: Setting) -> bool | None:
        """Return whether a line alone turns the workaround on, if known."""
        opt = setting.opt
        if '$' in entry.own_value:
            # Only the service knows what it refers to.
            return None
        try:
            value = opt.type(entry.own_value)
        except ValueError:
            return None
        return self.status.workaround.is_on([value] if opt.multi else value)

    def _settings(self, toggle: Setting, *, on: bool) -> Iterator[Change]:
        """Set the toggle where it is set now, or add a line.

        Nothing is yielded if no text of the place means on or off.
        """
        option, place = toggle.option, changes.set_in(toggle.origin)
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
            change = changes.of_entry(
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
            yield changes.deletion(entry, is_secret=toggle.opt.secret)
            yield self._addition(text, entry.file, needs_value=needs_value)
        if opt.multi and not needs_value:
            # Each line adds a value.
            for other in self._entries(toggle):
                if other != entry:
                    yield changes.deletion(other, is_secret=opt.secret)

    def _several_lines(self) -> Iterator[Change]:
        """Write the lines of a value of several items that is off."""
        option, opt = self.toggle.option, self.toggle.opt
        for value in self.status.workaround.off_values:
            items = line_text.find_items(opt, value)
            if items:
                for entry in self._entries(self.toggle):
                    yield changes.deletion(entry, is_secret=opt.secret)
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
        place, end_line = SetIn(file=file), None
        if sections:
            header = sections[-1]
            place = SetIn(file=header.file, line=header.line)
            # Above an indented line, it would get that one as its value.
            end_line = header.end_line
        elif file is None and self.files.files:
            place = SetIn(file=self.files.files[-1].path)
        return Change(
            ActionKind.ADD_LINE,
            place,
            text,
            end_line=end_line,
            needs_value=needs_value,
            section=group,
        )
