# SPDX-License-Identifier: Apache-2.0
"""``workarounds retire``, one shape of code at a time."""

import os
import pathlib
import re
import shutil

import pytest

from tests.retire.cases import Case
from tests.retire.cases import CASES
from tests.retire.cases import of_each
from workarounds import cli

_HEX = re.compile(r'-[0-9a-f]{16}(?=\.yaml$)')


def tree(directory: pathlib.Path) -> dict[str, list[bytes]]:
    """Read the lines of all files, by names without what makes them unique."""
    return {
        _HEX.sub(
            '-', str(path.relative_to(directory))
        ): path.read_bytes().splitlines(keepends=True)
        for path in sorted(directory.rglob('*'))
        if path.is_file()
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
    written: list[str] = []
    replace = os.replace

    def record(source: str, target: str, **directories: int) -> None:
        written.append(os.path.basename(target))
        replace(source, target, **directories)

    monkeypatch.setattr(os, 'replace', record)
    cli.main([*case.arguments, '--write'])
    _journal, note, *others = written
    assert note.startswith('retire-')
    assert others == ['app.py', 'declarations.py']
