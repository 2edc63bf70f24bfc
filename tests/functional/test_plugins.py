# SPDX-License-Identifier: Apache-2.0
"""A broken plug-in is reported by name, and affects no other answer."""

from collections.abc import Callable
import json
import pathlib
import re
import subprocess

import pytest

from tests.functional import command_line

#: Modules of broken plug-ins, and the reports about them.
BROKEN = {
    'exits': ('import sys\nsys.exit(0)', 'SystemExit: 0'),
    'asserts': ('assert False, "no"', 'AssertionError: no'),
    'unspeakable': (
        'class Error(Exception):\n'
        '    def __str__(self): raise SystemExit\n'
        'raise Error',
        'Error: a Error that cannot be shown',
    ),
    'number': (
        'here = 5',
        'TypeError: expected str, bytes or os.PathLike object, not int',
    ),
}
GOOD = """
import os
import sys
import workarounds
from workarounds import advice

CATALOGUE = [
    workarounds.Workaround(
        name='reset_twice',
        summary='Resets the controller twice.',
        bugs=['https://bugs.example.org/1'],
        fix=[
            workarounds.PackageFix(component='firmware', version='2.0'),
            workarounds.PackageFix(component='board', version='2.0'),
        ],
        expires='35.0.0',
    )
]
DATA = os.path.join(os.path.dirname(__file__), 'good.yaml')

def probe(questions, machine):
    return dict.fromkeys(questions, advice.Reported('3.0'))

def leave(questions, machine):
    sys.exit(0)
"""
DATA = """
schema: 1
as_of: 2026-11-23
components:
  firmware: {title: The firmware, probe: good, ask: version}
  board: {title: The board, probe: leaves, ask: version}
"""
ENTRY_POINTS = """
[workarounds.declarations]
good = good:CATALOGUE
exits = exits:here
[workarounds.data]
good = good:DATA
exits = exits:here
asserts = asserts:here
unspeakable = unspeakable:here
number = number:here
[workarounds.probes]
good = good:probe
leaves = good:leave
exits = exits:here
asserts = asserts:here
unspeakable = unspeakable:here
"""
REPORTED = [
    'the probe leaves failed: SystemExit: 0',
    *(
        f'the probe {name} cannot be loaded: {cause}'
        for name, (_, cause) in BROKEN.items()
        if name != 'number'
    ),
    *(
        f'the data plug-in {name} is left out: {cause}'
        for name, (_, cause) in BROKEN.items()
    ),
]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: pathlib.Path) -> Run:
    """Return a function that runs the command beside these plug-ins."""
    info = tmp_path / 'plugins-1.0.dist-info'
    info.mkdir()
    (info / 'METADATA').write_text(
        'Metadata-Version: 2.1\nName: plugins\nVersion: 1.0\n'
    )
    (info / 'entry_points.txt').write_text(ENTRY_POINTS)
    modules = {name: code for name, (code, _) in BROKEN.items()}
    for name, code in {**modules, 'good': GOOD}.items():
        (tmp_path / f'{name}.py').write_text(code)
    (tmp_path / 'good.yaml').write_text(DATA)

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        # Entry points of another distribution are found when Python starts.
        return command_line.run_process(
            *('--config-file', '/dev/null', '--namespace', 'good'),
            *arguments,
            HOME=str(tmp_path),
            PYTHONPATH=str(tmp_path),
        )

    return run


def reported(done: subprocess.CompletedProcess[str]) -> list[str]:
    assert 'Traceback' not in done.stderr
    return sorted(
        line.removeprefix('workarounds: ')
        for line in without_places(done.stderr).splitlines()
    )


def without_places(text: str) -> str:
    """Return a text without the lines at which plug-ins failed."""
    return re.sub(r'/[^\s"]+\.py:\d+: ', '', text)


def test_facts_prints_what_the_other_probes_found(run: Run) -> None:
    done = run('facts')
    assert reported(done) == sorted(REPORTED)
    assert done.returncode == 2
    assert json.loads(without_places(done.stdout))['components'] == {
        'firmware': {'version': '3.0'},
        'board': {'unknown': 'the probe leaves failed: SystemExit: 0'},
    }


def test_advise_judges_by_what_is_known(run: Run) -> None:
    done = run('advise', '-f', 'value', '-c', 'Workaround', '-c', 'Status')
    assert reported(done) == sorted(REPORTED)
    assert done.returncode == 2
    assert done.stdout == 'reset_twice unknown\n'


def test_matrix_needs_no_probe(run: Run) -> None:
    done = run('matrix', '-f', 'value', '-c', 'Workaround')
    assert done.stdout == 'reset_twice\n'
    assert done.returncode == 2
    said = reported(done)
    assert [line for line in REPORTED if line in said] == [
        line for line in REPORTED if 'data plug-in' in line
    ]


def test_a_catalogue_that_exits_leaves_the_others(run: Run) -> None:
    done = run('--namespace', 'exits', 'list', '-f', 'value', '-c', 'Name')
    assert done.stdout == 'reset_twice\n'
    assert reported(done) == ['catalogue exits: SystemExit: 0']
    assert done.returncode == 2
