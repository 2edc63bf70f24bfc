# SPDX-License-Identifier: Apache-2.0
"""``workarounds retire``, one shape of code at a time.

Each directory of ``tests/retire_cases`` has ``input`` and ``expected``, two
trees that are compared byte for byte, and ``case.toml``:

``description``
    the shape
``why``
    the reason, where another outcome could be defended
``name``
    the workaround, one of ``declarations.py`` unless ``catalogue`` is empty
``python``
    the version of Python that reads it, if not every one does
``pyflakes``
    the version of pyflakes that sees what is to be removed, likewise
``unused``
    imports that stay although nothing uses them, as pyflakes names them
``paths``
    what the command is given, all of ``input`` if left out
``keep_behaviour``, ``polarity``, ``removed_in``, ``reason``
    options of the command
``leftovers``
    ``file:line: part of the reason`` of each line on stderr; lines are those
    of ``expected``
"""

from collections.abc import Iterable
import dataclasses
import pathlib
import re
import shutil
import sys
import tomllib
from typing import Any

import pyflakes
from pyflakes import messages
import pytest

from tests.retire import flakes as tests_flakes
from tests.retire import forced
from tests.retire import probing
from tests.retire_cases import declarations
import workarounds
from workarounds import cli

_ROOT = pathlib.Path(declarations.__file__).parent
_DECLARED = {
    declaration.name: declaration for declaration in declarations.DECLARATIONS
}
_HEX = re.compile(r'-[0-9a-f]{16}(?=\.yaml$)')
#: Where pyflakes names another line than its own.
_LINE = re.compile(' from line [0-9]+')
#: Runs with different answers of everything that is not the workaround.
_RUNS = 16


@dataclasses.dataclass(frozen=True)
class Case:
    """One shape of code."""

    path: pathlib.Path
    description: str
    name: str
    why: str = ''
    python: str = '3.11'
    pyflakes: str = '3.1'
    unused: tuple[str, ...] = ()
    paths: tuple[str, ...] = ('.',)
    keep_behaviour: bool = False
    catalogue: str = f'{declarations.__name__}:DECLARATIONS'
    polarity: str = ''
    removed_in: str = ''
    reason: str = ''
    leftovers: tuple[str, ...] = ()

    @property
    def input(self) -> pathlib.Path:
        """The tree before."""
        return self.path / 'input'

    @property
    def expected(self) -> pathlib.Path:
        """The tree after."""
        return self.path / 'expected'

    @property
    def arguments(self) -> list[str]:
        """What the command is called with."""
        options = {
            '--polarity': self.polarity,
            '--removed-in': self.removed_in,
            '--reason': self.reason,
        }
        return [
            *(['--namespace', self.catalogue] if self.catalogue else []),
            *('--service-version', '5.0.0', 'retire', self.name, *self.paths),
            *(['--keep-behaviour'] if self.keep_behaviour else []),
            *(
                word
                for option, value in options.items()
                for word in (option, value)
                if value
            ),
        ]


def _read(path: pathlib.Path) -> Case:
    said: dict[str, Any] = tomllib.loads(path.read_text())
    lists = {
        key: tuple(value)
        for key, value in said.items()
        if isinstance(value, list)
    }
    return Case(path.parent, **said | lists)


CASES = [_read(path) for path in sorted(_ROOT.glob('*/case.toml'))]


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split('.')))


def of_each(cases: Iterable[Case]) -> pytest.MarkDecorator:
    """Run a test with each of some cases."""
    return pytest.mark.parametrize(
        'case',
        [
            pytest.param(
                case,
                id=case.path.name,
                marks=[
                    pytest.mark.skipif(
                        sys.version_info < _numbers(case.python),
                        reason=f'a syntax of Python {case.python}',
                    ),
                    pytest.mark.skipif(
                        _numbers(pyflakes.__version__)
                        < _numbers(case.pyflakes),
                        reason=f'pyflakes {case.pyflakes} sees it first',
                    ),
                ],
            )
            for case in cases
        ],
    )


def tree(directory: pathlib.Path) -> dict[str, list[bytes]]:
    """Read the lines of all files, by names without what makes them unique."""
    return {
        _HEX.sub(
            '-', str(path.relative_to(directory))
        ): path.read_bytes().splitlines(keepends=True)
        for path in sorted(directory.rglob('*'))
        if path.is_file()
    }


def flakes(directory: pathlib.Path) -> set[tuple[str, str]]:
    """Tell what pyflakes has to say of each file.

    What a package imports and does not use is for others.
    """
    return {
        (
            str(path.relative_to(directory)),
            _LINE.sub('', message.message % message.message_args),
        )
        for path in directory.rglob('*.py')
        for message in tests_flakes.flakes(path.read_bytes())
        if path.name != '__init__.py'
        or not isinstance(message, messages.UnusedImport)
    }


@of_each(CASES)
def test_the_tree_becomes_what_is_expected(
    case: Case,
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copytree(case.input, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    code = cli.main([*case.arguments, '--write'])
    err = capsys.readouterr().err
    expected = tree(case.expected)
    assert tree(tmp_path) == expected
    reported = re.findall(
        r'^(?:\./)?(\S+?:\d+: WA3\d\d .*)$', err, re.MULTILINE
    )
    # A mention is a note, and does not count.
    assert code == any(': WA310 ' not in line for line in reported), err
    assert len(reported) == len(case.leftovers), reported
    for line, leftover in zip(reported, case.leftovers, strict=True):
        place, _, reason = leftover.partition(': ')
        assert line.startswith(f'{place}: ')
        assert reason in line

    cli.main([*case.arguments, '--write'])
    assert tree(tmp_path) == expected
    assert not capsys.readouterr().out


def test_the_note_is_written_first_and_the_declaration_last(
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A run that is cut off can be started again."""
    [case] = [
        case for case in CASES if case.path.name == 'declaration_in_list'
    ]
    shutil.copytree(case.input, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    cli.main([*case.arguments, '--write'])
    err = capsys.readouterr().err
    note, *written = re.findall('^(?:./)?(.*): written$', err, re.MULTILINE)
    assert note.startswith('releasenotes/notes/retire-')
    assert written == ['app.py', 'declarations.py']


@of_each(CASES)
def test_nothing_new_is_undefined_or_unused(case: Case) -> None:
    stays = {f'{name!r} imported but unused' for name in case.unused}
    new = flakes(case.expected) - flakes(case.input)
    assert {text for _, text in new} <= stays


@of_each(
    case
    for case in CASES
    if case.catalogue
    and not any(case.input.rglob('test_*.py'))
    and not any(case.input.rglob('conf'))
)
def test_what_is_expected_does_what_the_input_did(case: Case) -> None:
    declared = _DECLARED[case.name]
    if isinstance(declared, workarounds.RemovedWorkaround):
        answers = forced.Answers(
            case.name, case.keep_behaviour, dict.fromkeys(declared.options)
        )
    else:
        answers = forced.Answers.of(declared, is_on=case.keep_behaviour)
    for seed in range(_RUNS):
        answers = dataclasses.replace(answers, others=seed % 2 == 0)
        before = probing.behaviour(case.input, answers, seed)
        after = probing.behaviour(case.expected, answers, seed)
        assert {name: before.get(name) for name in after} == after


def test_there_are_many_cases_of_every_mode() -> None:
    assert len(CASES) >= 80
    modes = {
        (declared.polarity, case.keep_behaviour)
        for case in CASES
        if case.catalogue
        and isinstance(
            declared := _DECLARED[case.name], workarounds.Workaround
        )
    }
    assert len(modes) == 4
