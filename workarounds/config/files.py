# SPDX-License-Identifier: Apache-2.0
"""The content of configuration files, with line numbers.

oslo.config keeps no line numbers, and where two files have the same section it
names the wrong one as the origin of a value. oslo.config's own parser parses
the syntax, so that both read a file alike.
"""

import collections
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
import dataclasses
import glob
import io
import os
from typing import Final

from oslo_config import cfg
from oslo_config import iniparser

from workarounds import _text
from workarounds import exceptions
from workarounds.config import file_text
from workarounds.config import indented
from workarounds.config import oslo_internals
from workarounds.declarations.toggle import GROUP

#: The message of a key that has no section.
_NO_SECTION: Final = 'a key is outside of any [section]'


@dataclasses.dataclass(frozen=True, slots=True)
class Section:
    """The header of a section."""

    file: str
    line: int
    name: str


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, and the line of the key."""

    file: str
    line: int
    section: str
    key: str
    #: Not in the repr, which logs and tests print: a value can be secret.
    value: str = dataclasses.field(repr=False)

    @property
    def end_line(self) -> int:
        """The last line of the value, which indented lines continue."""
        return self.line + self.value.count('\n')

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

    def find_entry(self, names: Iterable[tuple[str, str]]) -> Entry | None:
        """Return the effective entry of the first name that is set.

        :param names: pairs of a section and a key, the preferred pair first
        """
        for section, key in names:
            for entry in reversed(self.entries):
                if entry.sets(section, key):
                    return entry
        return None


class _Parser(iniparser.BaseParser):
    def __init__(self, path: str) -> None:
        self.path = path
        self.sections: list[Section] = []
        self.entries: list[Entry] = []
        # The parser reports an assignment only after its last line; these are
        # the first lines of those that are not reported yet.
        self._first_lines: collections.deque[int] = collections.deque()

    def _numbered(self, lines: Iterable[str]) -> Iterator[str]:
        for number, line in enumerate(lines, 1):
            if line.strip() and not line.startswith(
                (' ', '\t', '[', '#', ';')
            ):
                self._first_lines.append(number)
            yield line

    def parse(self, lineiter: Iterable[str]) -> None:
        super().parse(self._numbered(lineiter))

    def new_section(self, section: str) -> None:
        self.sections.append(Section(self.path, self.lineno, section))

    def assignment(self, key: str, value: list[str]) -> None:
        line = self._first_lines.popleft()
        if not self.sections:
            raise iniparser.ParseError(_NO_SECTION, line, '')
        section = self.sections[-1].name
        self.entries.append(
            Entry(self.path, line, section, key, '\n'.join(value))
        )


def same_section(name: str, other: str) -> bool:
    """Return whether oslo.config treats two section names as the same."""
    return name == other or (
        name.lower() == other.lower() and 'DEFAULT' not in (name, other)
    )


def read_file(path: str) -> ConfigFile:
    """Read one file.

    :raises workarounds.exceptions.ConfigFileError: the file cannot be opened
        or parsed; the error gives the line, if there is one, and a hint
    """
    text = file_text.read(path)
    parser = _Parser(path)
    try:
        parser.parse(io.StringIO(text, newline=None))
    except iniparser.ParseError as error:
        # The line is not quoted, because it can contain a password.
        parse_error = exceptions.ConfigFileError(
            f'{path}:{error.lineno}: {error.msg}; {_parse_cure(error)}'
        )
    else:
        return ConfigFile(path, parser.sections, parser.entries)
    # Raised outside the handler: the parser's error quotes the line, and would
    # be the context of this one.
    raise parse_error


def _parse_cure(error: iniparser.ParseError) -> str:
    """Return what to do about a line, without text that can be a secret."""
    line = error.line.strip()
    if error.msg == _NO_SECTION:
        return 'write a [section] above it, or delete the line'
    if error.line.startswith((' ', '\t')):
        return 'remove its indentation, or delete the line'
    if line == '[]':
        return 'name the section, or delete the line'
    if line.startswith('['):
        if ']' in line:
            return 'move what follows the bracket to a line of its own'
        is_ours = same_section(line[1:].strip(), GROUP)
        return f'close the bracket: [{GROUP if is_ours else "section"}]'
    return 'write key = value, or delete the line'


@dataclasses.dataclass(frozen=True)
class ConfigFiles:
    """Several files; a later file overrides an earlier one.

    :ivar errors: one error for each file that could not be read
    """

    files: Sequence[ConfigFile] = ()
    errors: Sequence[exceptions.ConfigFileError] = ()

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


def read_sources(sources: Iterable[tuple[str, str]]) -> ConfigFiles:
    """Read the readable files, and collect the errors of the others.

    :param sources: pairs of ``file`` or ``dir``, and a path
    """
    files, errors = [], []
    for kind, path in sources:
        try:
            paths = [path] if kind == 'file' else list_directory(path)
        except exceptions.ConfigFileError as error:
            errors.append(error)
            continue
        for file_path in paths:
            try:
                files.append(read_file(file_path))
            except exceptions.ConfigFileError as error:
                errors.append(error)
    return ConfigFiles(files, errors)


def list_directory(directory: str) -> list[str]:
    """List the files that oslo.config reads from a ``--config-dir``.

    :raises workarounds.exceptions.ConfigFileError: the directory cannot be
        listed, or oslo.config takes its name for a pattern and reads nothing
    """
    path = os.path.expanduser(directory)
    try:
        names = os.listdir(path)
    except OSError as error:
        raise file_text.make_error(directory, error) from None
    # As oslo.config does, which follows no pattern that it matches itself.
    found = sorted(glob.glob(f'{path}/*.conf'))
    # The pattern leaves out hidden files.
    shown = [name for name in names if not name.startswith('.')]
    if not found and any(name.endswith('.conf') for name in shown):
        raise exceptions.ConfigFileError(
            f'{_text.printable(directory)}: oslo.config takes the name for a '
            f'pattern and reads nothing there; rename the directory'
        )
    return found


def read_config_files(conf: cfg.ConfigOpts) -> ConfigFiles:
    """Read the files that a configuration object was made from.

    The order is that of oslo.config: the default files unless others are
    named, then those of the command line from left to right. The options
    ``config_file`` and ``config_dir`` are not used, because a file can set
    keys of these names.
    """
    arguments = oslo_internals.get_arguments(conf)
    sources = _find_sources(arguments)
    # An abbreviated option does not replace the default files.
    written = {argument.partition('=')[0] for argument in arguments}
    files: list[tuple[str, str]] = []
    if '--config-file' not in written:
        defaults = getattr(conf, 'default_config_files', None) or ()
        files += [('file', path) for path in defaults]
    if '--config-dir' not in written:
        defaults = getattr(conf, 'default_config_dirs', None) or ()
        files += [('dir', path) for path in defaults]
    return read_sources([*files, *sources])


def _find_sources(arguments: Sequence[str]) -> list[tuple[str, str]]:
    """Find the files and directories that a command line names, in order.

    Without argparse, which would exit if it mistook an option.
    """
    sources = []
    words = iter(arguments)
    for word in words:
        option, equals, path = word.partition('=')
        for kind in ('file', 'dir'):
            # Like argparse, oslo.config accepts abbreviated options.
            whole = f'--config-{kind}'
            if len(option) > len('--config-') and whole.startswith(option):
                sources.append((kind, path if equals else next(words, '')))
    return sources
