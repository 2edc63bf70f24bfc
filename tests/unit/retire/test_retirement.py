# SPDX-License-Identifier: Apache-2.0
"""A whole retirement: what changes in which files, and what does not."""

import os
import pathlib

import pytest

import workarounds
from workarounds.audit import scanner
from workarounds.audit.declaration_index import DeclarationInfo
from workarounds.declarations.registry import Registry
from workarounds.retire import planner
from workarounds.retire import project_files
from workarounds.retire.session import Request

DECLARED = """\
import workarounds

FSYNC = workarounds.Workaround(
    name='fsync',
    summary='Flushes.',
    bugs=['https://bugs.example.org/1'],
    fix=workarounds.NoFix('a test'),
    expires='4.0.0',
    disabled_by='disable_fsync',
)
"""
READ = """\
import workarounds


def save(data):
    if workarounds.enabled('fsync'):
        flush(data)
    return data
"""


@pytest.fixture(autouse=True)
def top(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> pathlib.Path:
    """Make a project."""
    (tmp_path / 'setup.cfg').write_text('')
    (tmp_path / 'releasenotes' / 'notes').mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def planned(
    *, is_on: bool = False, removed_in: str | None = '5.0.0', **texts: str
) -> tuple[dict[str, str], list[tuple[str, int, str]]]:
    """Retire a workaround.

    :returns: the new texts by path, in the order in which they are written,
        and the reports
    """
    for name, text in texts.items():
        pathlib.Path(f'{name}.py').write_text(text)
    before = {name: pathlib.Path(name).read_bytes() for name in _all()}
    reading = scanner.scan(['.'], Registry())
    subject = reading.declarations.get('fsync') or DeclarationInfo(
        'fsync', 'disable_fsync', 'disabled_by', options=('disable_fsync',)
    )
    order = Request(subject, is_on, removed_in, 'it was fixed')
    plan = planner.plan(order, reading, project_files.find_project(['.']))
    assert before == {name: pathlib.Path(name).read_bytes() for name in _all()}
    for change in plan.changes:
        assert change.before == before.get(os.path.normpath(change.path))
    return (
        {
            os.path.normpath(change.path): change.after.decode()
            for change in plan.changes
        },
        [
            (os.path.normpath(report.path), report.line, report.message)
            for report in plan.reports
        ],
    )


def _all() -> list[str]:
    return [str(path) for path in pathlib.Path().rglob('*') if path.is_file()]


def test_the_note_comes_first_and_the_declaration_last() -> None:
    """A run that is cut off can be started again."""
    changes, reports = planned(a_declared=DECLARED, disk=READ, net=READ)
    assert reports == []
    note, disk, net, declared = changes
    assert [disk, net, declared] == ['disk.py', 'net.py', 'a_declared.py']
    assert note.startswith('releasenotes/notes/retire-fsync-')
    assert changes[disk] == 'def save(data):\n    return data\n'
    assert 'RemovedWorkaround' in changes[declared]


@pytest.mark.parametrize(
    ('is_on', 'left'),
    [
        (False, '    return data\n'),
        (True, '    flush(data)\n    return data\n'),
    ],
)
def test_code_behaves_as_if_it_were_off_or_on(is_on: bool, left: str) -> None:
    changes, _ = planned(is_on=is_on, disk=READ)
    assert changes['disk.py'] == f'def save(data):\n{left}'


def test_the_declaration_stays_as_long_as_something_asks_for_it() -> None:
    text = 'import workarounds\n\nx = map(workarounds.enabled, NAMES)\n'
    changes, reports = planned(declared=DECLARED, disk=READ, net=text)
    assert 'declared.py' not in changes
    assert 'disk.py' in changes
    assert reports == [
        (
            'net.py',
            3,
            'left as it is: it may read this workaround or another one',
        ),
        (
            'declared.py',
            1,
            'the declaration is kept: the code still reads it',
        ),
    ]


def test_a_function_that_has_become_constant_is_inlined() -> None:
    text = """\
import workarounds


def _is_needed():
    return workarounds.enabled('fsync')


def save(data):
    if _is_needed():
        flush(data)
    return data
"""
    changes, reports = planned(disk=text)
    assert changes['disk.py'] == 'def save(data):\n    return data\n'
    assert reports == []


def test_where_it_is_not_inlined_it_is_told_why() -> None:
    text = """\
import workarounds


def is_needed():
    return workarounds.enabled('fsync')
"""
    changes, reports = planned(disk=text, net="x = mock('disk.is_needed')\n")
    assert changes['disk.py'] == 'def is_needed():\n    return False\n'
    [(path, _, said)] = reports
    assert path == 'disk.py'
    assert said.startswith('is_needed now always returns False')
    assert 'named in a string (' in said


def test_nothing_to_do_is_no_change_and_no_note() -> None:
    assert planned(disk='x = 1\n') == ({}, [])


@pytest.mark.parametrize('where', ['disk', 'test_disk'])
def test_operators_are_told_only_of_what_they_notice(where: str) -> None:
    pathlib.Path(f'{where}.py').write_text(READ)
    changes, _ = planned()
    notes = [path for path in changes if path.endswith('.yaml')]
    assert len(notes) == (where == 'disk')


def test_a_second_run_finds_nothing_to_do() -> None:
    changes, _ = planned(declared=DECLARED, disk=READ)
    for path, text in changes.items():
        pathlib.Path(path).write_text(text)
    names: dict[str, object] = {}
    exec(changes['declared.py'], names)
    assert isinstance(names['FSYNC'], workarounds.RemovedWorkaround)
    assert planned() == ({}, [])
