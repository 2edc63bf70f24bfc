# SPDX-License-Identifier: Apache-2.0
"""``workarounds audit``, one subject per case.

Each directory of ``tests/audit_cases`` has ``input``, a tree that is audited
from its root, ``case.toml``, and one or both of:

``expected.txt``
    what the command prints: each command line, its diagnostics as
    ``path:line:column CODE severity workaround: message``, its messages on
    stderr, and its exit code
``references.txt``
    what the command collects: each reference as ``path:line kind workaround:
    text``

``case.toml`` has:

``description``
    the subject
``why``
    the reason, if another result could be defended
``commands``
    the command lines, ``audit .`` by default
``namespace``
    the catalogue, that of ``declarations.py`` by default
``service_version``
    35.0.0 by default
``days``
    each command runs on each of these days, by default on 2026-11-23
``is_complete``
    whether its declarations have all mandatory fields; by default they have
    only those that the case is about, and WA218 is left out
``is_quoted``
    whether each finding is followed by the code at its place

To update the expected files of all cases (a new case gets both), run::

    AUDIT_CASES=write python -m pytest -n 0 tests/audit/test_cases.py
    git diff tests/audit_cases
"""

from collections.abc import Iterator
import dataclasses
import datetime
import os
import pathlib
import shlex
import shutil
import tomllib
from typing import Any

import pytest

from tests.audit import running
from tests.audit_cases import declarations

_ROOT = pathlib.Path(declarations.__file__).parent
_IS_WRITTEN = os.environ.get('AUDIT_CASES') == 'write'


@dataclasses.dataclass(frozen=True)
class Case:
    """One subject."""

    path: pathlib.Path
    description: str
    why: str = ''
    commands: tuple[str, ...] = ('audit .',)
    namespace: str = f'{declarations.__name__}:DECLARATIONS'
    service_version: str = '35.0.0'
    days: tuple[str, ...] = ('2026-11-23',)
    is_complete: bool = False
    is_quoted: bool = False

    @property
    def input(self) -> pathlib.Path:
        """The tree that is audited."""
        return self.path / 'input'

    @property
    def options(self) -> list[str]:
        """The global options of each command."""
        return [
            '--quiet',
            *(['--namespace', self.namespace] if self.namespace else []),
            *(
                ['--service-version', self.service_version]
                if self.service_version
                else []
            ),
        ]


def _read(path: pathlib.Path) -> Case:
    said: dict[str, Any] = tomllib.loads(path.read_text())
    for field in ('commands', 'days'):
        if field in said:
            said[field] = tuple(said[field])
    return Case(path.parent, **said)


CASES = [_read(path) for path in sorted(_ROOT.glob('*/case.toml'))]


def report(case: Case) -> str:
    """Return the content of ``expected.txt``."""
    lines: list[str] = []
    for command in case.commands:
        for day in case.days:
            when = f'{day} ' if len(case.days) > 1 else ''
            lines.append(f'{when}$ workarounds {command}')
            lines += _printed(case, command, day)
    return ''.join(f'{line}\n' for line in lines)


def _printed(case: Case, command: str, day: str) -> Iterator[str]:
    code, diagnostics, said = running.diagnostics(
        *case.options,
        *shlex.split(command),
        *([] if case.is_complete else ['--ignore', 'WA218']),
        day=datetime.date.fromisoformat(day),
    )
    for diagnostic in diagnostics:
        words = filter(
            None, (diagnostic.code, diagnostic.severity, diagnostic.subject)
        )
        yield f'{diagnostic.where} {" ".join(words)}: {diagnostic.text}'
        if case.is_quoted and diagnostic.line is not None:
            for line in diagnostic.code_in(pathlib.Path()).split('\n'):
                yield f'    | {line}'
    yield from said.splitlines()
    yield f'exit code {code}'


def references(case: Case) -> str:
    """Return the content of ``references.txt``."""
    answer = running.references(*case.options, 'audit', '.')
    lines = []
    for row in answer.document:
        words = filter(None, (row['kind'], row['subject']))
        file = row['location']['file'].removeprefix('./')
        where = f'{file}:{row["location"]["line"]}'
        lines.append(f'{where} {" ".join(words)}: {row["text"]}')
    lines += answer.said.splitlines()
    return ''.join(f'{line}\n' for line in lines)


@pytest.mark.parametrize('case', CASES, ids=lambda case: case.path.name)
def test_what_is_printed_is_what_is_expected(
    case: Case, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The tree is not inside a project, which would have a version.
    shutil.copytree(case.input, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    files = {
        case.path / 'expected.txt': report,
        case.path / 'references.txt': references,
    }
    there = [path for path in files if path.exists()]
    if _IS_WRITTEN:
        for path in there or files:
            path.write_text(files[path](case))
        return
    assert there
    for path in there:
        assert files[path](case).splitlines() == path.read_text().splitlines()
