# SPDX-License-Identifier: Apache-2.0
"""The documentation says everything that it promises to say."""

import pathlib
import re

import workarounds
from workarounds import _finding

ROOT = pathlib.Path(__file__).parents[1]
DOCS = ROOT / 'doc/source'


def test_every_finding_is_documented_once_and_no_other() -> None:
    text = (DOCS / 'reference/findings.rst').read_text()
    documented = re.findall(r'^(WA\d+): (.*)$', text, re.MULTILINE)
    assert dict(documented) == dict(_finding.CODES)
    assert len(documented) == len(_finding.CODES)


def test_every_public_name_is_in_the_reference() -> None:
    text = (DOCS / 'reference/api.rst').read_text()
    missing = {
        name
        for name in workarounds.__all__
        if f'workarounds.{name}\n' not in text
    }
    assert missing == set()


def test_every_room_is_on_the_map() -> None:
    text = (ROOT / 'HACKING.rst').read_text()
    rooms = {
        path.stem if path.suffix else f'{path.name}/'
        for path in (ROOT / 'workarounds').iterdir()
        if path.suffix == '.py' or (path / '__init__.py').exists()
    }
    assert {room for room in rooms if f'``{room}``' not in text} == {
        '__init__'
    }


def test_every_room_of_advice_is_on_the_map() -> None:
    text = (ROOT / 'HACKING.rst').read_text()
    rooms = (ROOT / 'workarounds/advice').glob('_*.py')
    assert {room.stem for room in rooms if f'``{room.stem}``' not in text} == {
        '__init__'
    }


def test_the_ci_runs_the_two_commands_of_the_readme() -> None:
    commands = re.findall(
        r'^    (python3 -m venv .*)$',
        (ROOT / 'README.rst').read_text(),
        re.MULTILINE,
    )
    assert [command.split()[-1] for command in commands] == [
        'list',
        '.venv/bin/tox',
    ]
    assert 'README.rst' in (ROOT / '.ci/run').read_text()
