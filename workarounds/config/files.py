# SPDX-License-Identifier: Apache-2.0
"""The content of configuration files, with line numbers.

oslo.config keeps no line numbers, and where two files have the same section it
names the wrong one as the origin of a value. oslo.config's own parser parses
the syntax, so that both read a file alike.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
import dataclasses

from workarounds import exceptions
from workarounds.config import indented
from workarounds.config.indented import Run


@dataclasses.dataclass(frozen=True, slots=True)
class Section:
    """The header of a section.

    :ivar end_line: the last of the indented lines directly below it, which
        cannot be parsed; the header itself if there are none
    """

    file: str
    line: int
    name: str
    end_line: int


@dataclasses.dataclass(frozen=True, slots=True)
class UnreadLine:
    """A line that cannot be parsed.

    :ivar section: its section, or ``None`` if it may be the header of one
    """

    file: str
    line: int
    section: str | None


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, and the line of the key."""

    file: str
    line: int
    section: str
    key: str
    #: Not in the repr, which logs and tests print: a value can be secret.
    value: str = dataclasses.field(repr=False)
    #: Whether the section has more keys below.
    has_more: bool = False

    @property
    def end_line(self) -> int:
        """The last line of the value, which indented lines continue."""
        return self.line + self.value.count('\n')

    @property
    def runs(self) -> tuple[Run, ...]:
        """The lines that look like their own, and what is between them."""
        return tuple(
            indented.find_runs(
                self.value, self.end_line, has_more=self.has_more
            )
        )

    @property
    def value_end(self) -> int:
        """The last line before those that look like lines of their own."""
        return self.end_line - len(indented.own_lines(self.value))

    @property
    def own_value(self) -> str:
        """The value without the lines that look like lines of their own."""
        lines = self.value.split('\n')
        return '\n'.join(lines[: self.value_end - self.line + 1])

    def sets(self, section: str, key: str) -> bool:
        """Return whether oslo.config reads the entry as a key of a section."""
        return self.key == key and same_section(self.section, section)


@dataclasses.dataclass(frozen=True)
class ConfigFile:
    """One file, in the order of its lines."""

    path: str
    sections: Sequence[Section]
    entries: Sequence[Entry]
    unread: Sequence[UnreadLine] = ()
    #: The text without the lines that cannot be parsed, if there are any.
    readable_text: str | None = dataclasses.field(default=None, repr=False)

    def find_entry(self, names: Iterable[tuple[str, str]]) -> Entry | None:
        """Return the effective entry of the first name that is set.

        :param names: pairs of a section and a key, the preferred pair first
        """
        for section, key in names:
            for entry in reversed(self.entries):
                if entry.sets(section, key):
                    return entry
        return None


def same_section(name: str, other: str) -> bool:
    """Return whether oslo.config treats two section names as the same."""
    return name == other or (
        name.lower() == other.lower() and 'DEFAULT' not in (name, other)
    )


@dataclasses.dataclass(frozen=True)
class ConfigFiles:
    """Several files; a later file overrides an earlier one.

    :ivar errors: one error for each file or line that could not be read
    :ivar has_all: whether only some lines of files could not be read
    """

    files: Sequence[ConfigFile] = ()
    errors: Sequence[exceptions.ConfigFileError] = ()
    has_all: bool = True

    @property
    def entries(self) -> Iterator[Entry]:
        """All entries of all files."""
        for file in self.files:
            yield from file.entries

    @property
    def sections(self) -> Iterator[Section]:
        """All section headers of all files."""
        for file in self.files:
            yield from file.sections

    def find_unread(self, section: str) -> UnreadLine | None:
        """Return a line of a section that cannot be parsed, if any."""
        for file in self.files:
            for line in file.unread:
                if line.section is None or same_section(line.section, section):
                    return line
        return None

    def find_entries(self, names: Sequence[tuple[str, str]]) -> list[Entry]:
        """Return all entries that set an option."""
        return [
            entry
            for entry in self.entries
            if any(entry.sets(section, key) for section, key in names)
        ]

    def find_entry(self, names: Sequence[tuple[str, str]]) -> Entry | None:
        """Return the effective entry of an option."""
        for file in reversed(self.files):
            entry = file.find_entry(names)
            if entry is not None:
                return entry
        return None
