# SPDX-License-Identifier: Apache-2.0
"""How to turn a workaround on or off, in its own polarity."""

from collections.abc import Iterator
from collections.abc import Sequence
import dataclasses

from oslo_config import types

from workarounds import _excerpt
from workarounds.config import files as config_files
from workarounds.config import origin as config_origin
from workarounds.config.files import ConfigFiles
from workarounds.config.files import Entry
from workarounds.status import Setting
from workarounds.status import WorkaroundStatus

_SECTION = 'workarounds'


@dataclasses.dataclass(frozen=True)
class Change:
    """The changes to files and variables that turn a workaround on or off.

    :param status: what it is set to
    :param files: the files that say so
    """

    status: WorkaroundStatus
    files: ConfigFiles

    @property
    def is_on_by_default(self) -> bool:
        """Whether it is on where nothing sets it."""
        return self.status.workaround.is_on(self.status.toggle.opt.default)

    @property
    def place(self) -> str:
        """The line or the variable that counts now, if there is one."""
        origin = self.status.toggle.origin
        entry = self._entry
        if entry is not None:
            return _shown(entry, self.status.toggle)
        return '' if origin.kind == 'default' else str(origin)

    @property
    def holds_others_back(self) -> bool:
        """Whether a line that does not count would count without it."""
        toggle = self.status.toggle
        return any(
            self._says(entry, toggle) not in (self.status.is_on, None)
            for entry in self._entries(toggle)
        )

    def turn(self, *, on: bool) -> Sequence[str]:
        """Say, change by change, how to turn it on or off."""
        toggle = self.status.toggle
        changes = []
        if self.is_on_by_default is on:
            # What is not set cannot be wrong: better than to set it right.
            changes = list(self._removals(toggle, on=on))
        if not changes:
            changes = list(self._settings(toggle, self._value(on=on)))
        if not on:
            # They would have no effect.
            for param in self.status.params:
                changes += self._removals(param)
        return changes

    @property
    def _entry(self) -> Entry | None:
        """The entry that counts, if one does."""
        origin = self.status.toggle.origin
        for entry in self._entries(self.status.toggle):
            if origin.kind == 'file' and (entry.file, entry.line) == (
                origin.detail,
                origin.line,
            ):
                return entry
        return None

    def _entries(self, setting: Setting) -> Sequence[Entry]:
        return self.files.find_all(config_origin.names(setting.opt))

    def _removals(
        self, setting: Setting, *, on: bool | None = None
    ) -> Iterator[str]:
        """Remove what sets an option, but lines that set it as it shall be."""
        origin = setting.origin
        if origin.kind == 'environment':
            yield f'unset {origin.detail}'
        elif origin.kind in ('override', 'command line', 'remote'):
            yield f'remove {setting.opt.dest} from: {origin}'
        for entry in self._entries(setting):
            if on is None or self._says(entry, setting) is not on:
                yield f'delete {_shown(entry, setting)}'

    def _says(self, entry: Entry, setting: Setting) -> bool | None:
        """Tell what a line alone would turn the workaround."""
        try:
            value = setting.opt.type(entry.value)
        except ValueError:
            return None
        return self.status.workaround.is_on(value)

    def _value(self, *, on: bool) -> str:
        workaround, toggle = self.status.workaround, self.status.toggle
        says_yes = on is (workaround.polarity == 'enabled_by')
        if isinstance(toggle.opt.type, types.List):
            return '<the list that you need>' if says_yes else ''
        return 'true' if says_yes else 'false'

    def _settings(self, toggle: Setting, value: str) -> Iterator[str]:
        option = toggle.opt.dest
        wanted = f'{option} = {value}'.rstrip()
        if toggle.origin.kind == 'environment':
            yield f'set {toggle.origin.detail}={value}'
            return
        entry = self._entry
        if entry is None:
            yield self._addition(wanted)
        elif entry.sets(_SECTION, option):
            yield f'change {_shown(entry, toggle)} to: {wanted}'
        else:
            # An old name: the new one is not read where the old one stands.
            yield f'delete {_shown(entry, toggle)}'
            yield self._addition(wanted, entry.file)

    def _addition(self, wanted: str, file: str | None = None) -> str:
        sections = [
            section
            for section in self.files.sections
            if config_files.same_section(section.name, _SECTION)
            and file in (None, section.file)
        ]
        if sections:
            place = f'{sections[-1].file}:{sections[-1].line}'
            return f'add below {place} [{_SECTION}]: {wanted}'
        if file is None and self.files.files:
            file = self.files.files[-1].path
        where = file or 'the configuration file'
        return f'add a section [{_SECTION}] to {where}, with: {wanted}'


def _shown(entry: Entry, setting: Setting) -> str:
    return line(entry, is_secret=setting.opt.secret)


def line(entry: Entry, *, is_secret: bool = False) -> str:
    """Show a line of a file with its place, or its lines."""
    last = entry.line + entry.value.count('\n')
    lines = f'{entry.line}-{last}' if last > entry.line else f'{entry.line}'
    value = _excerpt.value(entry.value)
    shown = entry.key if is_secret else f'{entry.key} = {value}'
    return f'{entry.file}:{lines}: {shown}'.rstrip()
