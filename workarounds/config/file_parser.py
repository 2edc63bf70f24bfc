# SPDX-License-Identifier: Apache-2.0
"""The lines of one configuration file, and those that cannot be parsed.

oslo.config keeps no line numbers, and stops at the first error. Its own parser
parses the syntax, so that both read a file alike.
"""

import collections
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
import dataclasses
import io
import itertools
from typing import Final

from oslo_config import iniparser

from workarounds import exceptions
from workarounds.config import file_text
from workarounds.config import files
from workarounds.config import indented
from workarounds.config.files import ConfigFile
from workarounds.config.files import Entry
from workarounds.config.files import Section
from workarounds.config.files import UnreadLine
from workarounds.declarations.toggle import GROUP

#: The message of a key that has no section.
_NO_SECTION: Final = 'a key is outside of any [section]'
#: Plain words for messages of oslo.config.
_WORDS: Final = {
    'Unexpected continuation line': 'an indented line without a value above it'
}
#: What an indented line begins with.
_BLANKS: Final = (' ', '\t')
#: How many lines of a file are reported that cannot be parsed.
_MOST: Final = 10


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
            if line.strip() and not line.startswith((*_BLANKS, *'[#;')):
                self._first_lines.append(number)
            yield line

    def find_error(self, lines: Iterable[str]) -> iniparser.ParseError | None:
        """Parse lines, and return the first error, if there is one."""
        try:
            self.parse(self._numbered(lines))
        except iniparser.ParseError as error:
            return error
        return None

    def new_section(self, section: str) -> None:
        line = self.lineno
        self.sections.append(Section(self.path, line, section, line))

    def assignment(self, key: str, value: list[str]) -> None:
        line = self._first_lines.popleft()
        if not self.sections:
            raise iniparser.ParseError(_NO_SECTION, line, '')
        section = self.sections[-1]
        if self.entries and self.entries[-1].line > section.line:
            self.entries[-1] = dataclasses.replace(
                self.entries[-1], has_more=True
            )
        self.entries.append(
            Entry(self.path, line, section.name, key, '\n'.join(value))
        )


def read_file(path: str) -> ConfigFile:
    """Read one file.

    :raises workarounds.exceptions.ConfigFileError: the file cannot be opened
        or parsed; the error gives each such line, and a hint
    """
    file, errors = read_readable(path)
    if file is None or errors:
        raise exceptions.ConfigFileError('\n'.join(map(str, errors)))
    return file


def read_readable(
    path: str,
) -> tuple[ConfigFile | None, list[exceptions.ConfigFileError]]:
    """Read a file without the lines that cannot be parsed.

    :returns: the file, ``None`` if the other lines cannot be read either; and
        an error for each line that cannot be parsed
    :raises workarounds.exceptions.ConfigFileError: the file cannot be opened
    """
    lines = io.StringIO(file_text.read(path), newline=None).readlines()
    written = [*lines]
    unread: list[UnreadLine] = []
    errors: list[exceptions.ConfigFileError] = []
    is_read = True
    while True:
        parser = _Parser(path)
        error = parser.find_error(lines)
        if error is None:
            break
        if len(errors) == _MOST:
            errors.append(
                exceptions.ConfigFileError(
                    f'{path}: more lines cannot be parsed; check that it is a '
                    f'configuration file'
                )
            )
            return None, errors
        in_doubt = _is_about_section(error)
        # The line is not quoted, because it can contain a password.
        errors.append(
            exceptions.ConfigFileError(
                f'{path}:{error.lineno}: {_WORDS.get(error.msg, error.msg)}; '
                f'{_parse_cure(error, _last_line(lines, error))}'
                f'{"; until then, no line is read" if in_doubt else ""}'
            )
        )
        is_read = is_read and not in_doubt
        unread.append(UnreadLine(path, error.lineno, _section(parser, error)))
        _leave_out(lines, error)
    text = ''.join(lines) if errors else None
    sections = [
        dataclasses.replace(
            section, end_line=_last_indented(written, section.line)
        )
        for section in parser.sections
    ]
    file = ConfigFile(path, sections, parser.entries, unread, text)
    return file if is_read else None, errors


def _is_about_section(error: iniparser.ParseError) -> bool:
    """Return whether it is in doubt which section the lines below are in."""
    return error.msg == _NO_SECTION or error.line.startswith('[')


def _section(parser: _Parser, error: iniparser.ParseError) -> str | None:
    """Return the section of a line, unless it may be the header of one."""
    if error.line.lstrip().startswith('[') or not parser.sections:
        return None
    return parser.sections[-1].name


def _last_line(lines: Sequence[str], error: iniparser.ParseError) -> int:
    """Return the last indented line below one that cannot be parsed.

    Without that one, it would continue the value above.
    """
    if error.line.startswith(_BLANKS):
        return error.lineno
    return _last_indented(lines, error.lineno)


def _last_indented(lines: Sequence[str], number: int) -> int:
    """Return the last of the indented lines directly below a line."""
    below = itertools.takewhile(
        lambda line: line.startswith(_BLANKS) and line.strip(), lines[number:]
    )
    return number + len(list(below))


def _leave_out(lines: list[str], error: iniparser.ParseError) -> None:
    """Empty a line that cannot be parsed, and the indented ones below it."""
    number = error.lineno - 1
    if not error.line.startswith('['):
        for below in range(number, _last_line(lines, error)):
            lines[below] = '\n'
    if _is_about_section(error):
        lines[number] = '[section]\n'


def _parse_cure(error: iniparser.ParseError, last: int) -> str:
    """Return what to do about a line, without text that can be a secret.

    :param last: the last indented line below it
    """
    delete = 'delete the line'
    if last > error.lineno:
        delete = f'delete {indented.shown_lines(error.lineno, last)}'
    line = error.line.strip()
    if error.msg == _NO_SECTION:
        return f'write a [section] above it, or {delete}'
    if error.line.startswith(_BLANKS):
        cure = 'move it below the value that it continues'
        # Other lines cannot be parsed as lines of their own either.
        if line.startswith(('[', '#', ';')) or {'=', ':'} & {*line}:
            cure = 'remove its indentation'
        return f'{cure}, or {delete}'
    if line == '[]':
        return f'name the section, or {delete}'
    if line.startswith('['):
        if ']' in line:
            return 'move what follows the bracket to a line of its own'
        is_ours = files.same_section(line[1:].strip(), GROUP)
        return f'close the bracket: [{GROUP if is_ours else "section"}]'
    return f'write key = value, or {delete}'
