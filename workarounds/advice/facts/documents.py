# SPDX-License-Identifier: Apache-2.0
"""Files of facts: YAML or JSON, checked against a schema, with line numbers.

Every scalar is text, as it is written: a version such as 12.10 must not
become a number. JSON is read as the YAML that it is.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
import contextlib
import dataclasses
import itertools
import os
import re
from typing import Any

import yaml

from workarounds import _text
from workarounds import exceptions
from workarounds.advice.facts import schema as facts_schema
from workarounds.advice.facts.schema import Path

#: A larger file is a mistake, not a file of facts. In bytes.
LARGEST_FILE = 64 * 1024 * 1024
_DEEPEST = 20
#: Each part takes memory.
_MOST_PARTS = 200_000
_MOST_PROBLEMS = 20
# The quick one is missing where PyYAML was built without libyaml.
_LOADER = getattr(yaml, 'CBaseLoader', yaml.BaseLoader)

# JSON writes some characters as a pair of escapes, which YAML does not know.
_SURROGATES = re.compile(
    r'(?<!\\)((?:\\\\)*)\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})',
    re.IGNORECASE,
)


@dataclasses.dataclass(frozen=True)
class Document:
    """The content of a file, and its lines.

    :param name: path of the file, as shown
    :param content: mappings, lists and text
    :param lines: line of each part, counted from 1
    """

    name: str
    content: Mapping[str, Any]
    lines: Mapping[Path, int]

    def line(self, path: Sequence[str | int]) -> int:
        """Return the line of a part; of its parent if the part is missing."""
        known = tuple(path)
        while known not in self.lines:
            known = known[:-1]
        return self.lines[known]

    def place(self, path: Sequence[str | int]) -> str:
        """Return the file and the line of a part, and its name."""
        name = '.'.join(facts_schema.brief(str(part)) for part in path)
        where = f': {name}' if name else ''
        return f'{self.name}:{self.line(path)}{where}'

    def describe_problem(self, path: Sequence[str | int], message: str) -> str:
        """Return a message about a part, with its place."""
        return f'{self.place(path)}: {message}'


def read_document(path: str | os.PathLike[str], schema: str) -> Document:
    """Read a file and check it.

    :param schema: the name of the schema in ``schemas``, without ``.json``
    :raises workarounds.exceptions.DataFileError: with all problems, each with
        its file and line, and the cure
    """
    name = os.fspath(path)
    document = _parse(name, _read_text(name))
    found = facts_schema.problems(document.content, schema)
    problems = [
        document.describe_problem(place, message)
        for place in sorted(found, key=document.line)
        for message in found[place]
    ]
    if len(problems) > _MOST_PROBLEMS:
        more = len(problems) - _MOST_PROBLEMS
        problems[_MOST_PROBLEMS:] = [f'{name}: and {more} more']
    if problems:
        raise exceptions.DataFileError(*problems)
    return document


def _read_text(name: str) -> str:
    try:
        with open(name, 'rb') as file:
            data = file.read(LARGEST_FILE + 1)
    except ValueError as error:
        raise exceptions.UnreadableDataFileError(
            f'{facts_schema.brief(name)}: is not a path: {error}; check it'
        ) from None
    except OSError as error:
        cure = 'give a file' if os.path.isdir(name) else 'check the path'
        if isinstance(error, PermissionError):
            cure = 'run as a user who may read it'
        raise exceptions.UnreadableDataFileError(
            f'{_text.printable(name)}: {error.strerror}; {cure}'
        ) from None
    if len(data) > LARGEST_FILE:
        raise exceptions.UnreadableDataFileError(
            f'{name}: is larger than {LARGEST_FILE // 1024 // 1024} MiB, '
            f'too large for facts; check the path'
        )
    try:
        return data.decode('utf-8-sig')
    except UnicodeDecodeError as error:
        line = data.count(b'\n', 0, error.start) + 1
        raise exceptions.UnreadableDataFileError(
            f'{name}:{line}: byte 0x{data[error.start]:02x} is not UTF-8; '
            f'save the file as UTF-8'
        ) from None


class _Parser:
    """Builds data from YAML events; refuses aliases, which can form cycles."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.last_line = max(len(text.splitlines()), 1)
        # The two loaders disagree about the place of such a character.
        character = yaml.reader.Reader.NON_PRINTABLE.search(text)
        if character:
            line = text.count('\n', 0, character.start()) + 1
            raise self.error(
                line,
                'cannot be read: control characters are not allowed; remove '
                'the character',
            )
        text = _SURROGATES.sub(_character, text)
        self.events = _events(text)
        self.lines: dict[Path, int] = {}

    def error(
        self, line: int, message: str
    ) -> exceptions.UnreadableDataFileError:
        # The error in a truncated file is behind its last line.
        line = min(line, self.last_line)
        return exceptions.UnreadableDataFileError(
            f'{self.name}:{line}: {message}'
        )

    def next(self) -> tuple[yaml.Event, int]:
        try:
            event = next(self.events)
        except yaml.MarkedYAMLError as error:
            raise self.error(
                _line(_mark(error)),
                f'cannot be read: {error.problem or error.context}; correct '
                f'it, or fetch the file again if it is cut off',
            ) from None
        return event, _line(event.start_mark)

    def document(self) -> Any:
        for _ in ('the stream begins', 'the document begins'):
            event, line = self.next()
        if isinstance(event, yaml.StreamEndEvent):
            raise self.error(line, 'is empty; fetch the file again')
        content = self.value(*self.next(), ())
        self.next()
        event, line = self.next()
        if not isinstance(event, yaml.StreamEndEvent):
            raise self.error(line, 'a second document begins; keep one')
        return content

    def value(self, event: yaml.Event, line: int, path: Path) -> Any:
        self.lines[path] = line
        if len(self.lines) > _MOST_PARTS:
            raise self.error(line, f'has more than {_MOST_PARTS:,} parts')
        if len(path) > _DEEPEST:
            raise self.error(line, f'is nested deeper than {_DEEPEST} levels')
        match event:
            case yaml.ScalarEvent():
                return event.value
            case yaml.MappingStartEvent():
                return self.mapping(path)
            case yaml.SequenceStartEvent():
                found: list[Any] = []
                while True:
                    event, line = self.next()
                    if isinstance(event, yaml.SequenceEndEvent):
                        return found
                    found.append(self.value(event, line, (*path, len(found))))
        raise self.error(line, 'is an alias; write the value out')

    def mapping(self, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while True:
            event, line = self.next()
            if isinstance(event, yaml.MappingEndEvent):
                return found
            if not isinstance(event, yaml.ScalarEvent):
                raise self.error(line, 'a key is not text; write text')
            key = event.value
            if key in found:
                raise self.error(
                    line,
                    f'{facts_schema.shown(key)} is given twice; remove one',
                )
            event, _ = self.next()
            # A value may begin in another line than its key.
            found[key] = self.value(event, line, (*path, key))


def _events(text: str) -> Iterator[yaml.Event]:
    """Yield YAML's events, including all those before an error.

    PyYAML reads up to 1024 characters ahead, and an error there hides the
    events in between. Since 6.0.4 it refuses 1000 levels: from ``[[[[...``
    it yields no list at all, and the depth could not be checked here.

    :raises yaml.MarkedYAMLError: after the events that precede it
    """
    count = 0
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            count += 1
            yield event
    except yaml.MarkedYAMLError as error:
        correct = text[: _mark(error).index]
        with contextlib.suppress(yaml.MarkedYAMLError):
            events = yaml.parse(correct, Loader=_LOADER)
            for event in itertools.islice(events, count, None):
                end: Any = event.end_mark
                # Whatever ends at the cut may be incomplete.
                if end.index >= len(correct):
                    break
                yield event
        raise


def _mark(error: yaml.MarkedYAMLError) -> Any:
    return error.problem_mark or error.context_mark


def _character(found: re.Match[str]) -> str:
    high, low = int(found[2], 16), int(found[3], 16)
    code = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)
    return f'{found[1]}\\U{code:08x}'


def _line(mark: Any) -> int:
    return int(mark.line) + 1


def _parse(name: str, text: str) -> Document:
    parser = _Parser(name, text)
    content = parser.document()
    return Document(name, content, parser.lines)


def write_text(content: Mapping[str, Any]) -> str:
    """Return the text of a file; each scalar of the content is text."""
    return str(yaml.safe_dump(content, sort_keys=False, allow_unicode=True))
