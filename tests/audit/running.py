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
from urllib import parse

from workarounds import cli
from workarounds.cli import app

DAY = datetime.date(2026, 11, 23)


@dataclasses.dataclass(frozen=True)
class Answer:
    """What the command prints.

    :param document: the JSON that it prints, ``None`` if that is nothing
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
class Finding:
    """One of the findings that are printed.

    :param line: the first is 1; ``None`` if it is about the whole file
    :param column: in characters, the first is 1
    :param end_column: behind the last character
    """

    code: str
    severity: str
    workaround: str
    message: str
    path: str
    line: int | None
    column: int
    end_line: int
    end_column: int

    @property
    def where(self) -> str:
        """The file, the line and the column."""
        if self.line is None:
            return self.path
        return f'{self.path}:{self.line}:{self.column}'

    def code_in(self, root: pathlib.Path) -> str:
        """Return the code at its place."""
        assert self.line is not None
        text = (root / self.path).read_text('utf-8')
        lines = text.split('\n')[self.line - 1 : self.end_line]
        lines[-1] = lines[-1][: self.end_column - 1]
        lines[0] = lines[0][self.column - 1 :]
        return '\n'.join(lines)


def findings(
    *words: str, day: datetime.date = DAY
) -> tuple[int, list[Finding], str]:
    """Return the exit code, the findings, and the messages on stderr."""
    answer = call(*words, '--format', 'json', day=day)
    log = call(*words, '--format', 'sarif', day=day).document
    results = log['runs'][0]['results'] if log else []
    found = [
        _finding(row, result)
        for row, result in zip(answer.document or [], results, strict=True)
    ]
    return answer.code, found, answer.said


def _finding(row: dict[str, str], result: dict[str, Any]) -> Finding:
    place = result['locations'][0]['physicalLocation']
    region = place.get('region', {})
    return Finding(
        row['Code'],
        row['Severity'],
        row['Workaround'],
        row['Message'],
        parse.unquote(place['artifactLocation']['uri']),
        region.get('startLine'),
        region.get('startColumn', 0),
        region.get('endLine', 0),
        region.get('endColumn', 0),
    )


def references(*words: str) -> Answer:
    """List every place that refers to a workaround."""
    return call(*words, '--traces', '--format', 'json')
