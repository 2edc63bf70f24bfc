# SPDX-License-Identifier: Apache-2.0
"""Run ``workarounds audit`` in this process."""

import contextlib
import dataclasses
import datetime
import io
import json
import pathlib
from typing import Any
from unittest import mock

from workarounds import cli
from workarounds.cli import app

DAY = datetime.date(2026, 11, 23)


@dataclasses.dataclass(frozen=True)
class Answer:
    """The output of the command.

    :param document: the JSON that it prints, ``None`` if it prints nothing
    :param said: its messages on stderr
    """

    code: int
    document: Any
    said: str


def call(*words: str, day: datetime.date = DAY) -> Answer:
    """Run the command with arguments that make it print JSON."""
    out, err = io.StringIO(), io.StringIO()
    with (
        mock.patch.object(app.Application, 'today', day),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        code = cli.main(words)
    return Answer(code, json.loads(out.getvalue() or 'null'), err.getvalue())


@dataclasses.dataclass(frozen=True)
class Printed:
    """A printed diagnostic.

    :param text: the message and the cure
    :param line: line, counted from 1; ``None`` for the whole file
    :param column: column in characters, counted from 1
    :param end_column: column after the last character
    """

    code: str
    severity: str
    subject: str
    text: str
    file: str
    line: int | None
    column: int | None
    end_line: int | None
    end_column: int | None

    @property
    def where(self) -> str:
        """The file, the line and the column."""
        numbers = filter(None, (self.line, self.column))
        return ':'.join((self.file, *map(str, numbers)))

    def code_in(self, root: pathlib.Path) -> str:
        """Return the code at its place."""
        assert self.line
        assert self.column
        assert self.end_column
        text = (root / self.file).read_text('utf-8')
        lines = text.split('\n')[self.line - 1 : self.end_line]
        lines[-1] = lines[-1][: self.end_column - 1]
        lines[0] = lines[0][self.column - 1 :]
        return '\n'.join(lines)


def diagnostics(
    *words: str, day: datetime.date = DAY
) -> tuple[int, list[Printed], str]:
    """Return the exit code, the diagnostics, and the messages on stderr."""
    answer = call(*words, '--format', 'json', day=day)
    document = answer.document or {'diagnostics': []}
    return answer.code, list(map(_read, document['diagnostics'])), answer.said


def _read(diagnostic: dict[str, Any]) -> Printed:
    location = diagnostic['location']
    return Printed(
        diagnostic['code'],
        diagnostic['severity'],
        diagnostic['subject'],
        f'{diagnostic["message"]}; {diagnostic["cure"]}',
        location['file'].removeprefix('./'),
        location['line'],
        location['column'],
        location['end_line'],
        location['end_column'],
    )


def references(*words: str) -> Answer:
    """List every place that refers to a workaround."""
    answer = call(*words, '--references', '--format', 'json')
    references = answer.document and answer.document['references']
    return dataclasses.replace(answer, document=references)
