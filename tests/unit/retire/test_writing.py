# SPDX-License-Identifier: Apache-2.0
"""All files are ready before the first is written."""

import errno
import os
import pathlib
import stat
from typing import Any

import pytest

from workarounds import exceptions
from workarounds.retire import writer
from workarounds.retire.planner import Change

NAMES = ['a.py', 'b.py', 'c.py']


@pytest.fixture(autouse=True)
def directory(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> pathlib.Path:
    """Make a working directory with files."""
    for name in NAMES:
        (tmp_path / name).write_bytes(b'old')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def changes(*names: str) -> list[Change]:
    return [Change(name, b'old', b'new') for name in names]


def texts() -> dict[str, str]:
    """Read all files, those that should not be there as well."""
    return {name: pathlib.Path(name).read_text() for name in os.listdir()}


def plain_texts() -> dict[str, str]:
    """Leave out what is there for the next run."""
    return {
        name: text
        for name, text in texts().items()
        if not name.startswith('.workarounds.')
    }


def refusal(*changed: Change) -> str:
    with pytest.raises(exceptions.SourceError) as caught:
        writer.write_changes(changed, '.')
    return str(caught.value)


def test_all_files_are_written() -> None:
    writer.write_changes(changes('a.py', 'c.py'), '.')
    assert texts() == {'a.py': 'new', 'b.py': 'old', 'c.py': 'new'}


def test_nothing_is_nothing() -> None:
    writer.write_changes([], '.')
    assert set(texts().values()) == {'old'}


def test_bytes_are_written_as_they_are() -> None:
    data = b'\xef\xbb\xbf\xe9\r\n\x0c\r\n'
    writer.write_changes([Change('a.py', b'old', data)], '.')
    assert pathlib.Path('a.py').read_bytes() == data


def test_a_new_file_is_made() -> None:
    mask = os.umask(0o027)
    try:
        writer.write_changes([Change('d.yaml', None, b'new')], '.')
    finally:
        os.umask(mask)
    assert texts() == dict.fromkeys(NAMES, 'old') | {'d.yaml': 'new'}
    assert stat.S_IMODE(os.stat('d.yaml').st_mode) == 0o640


@pytest.mark.parametrize('bits', [0o600, 0o640, 0o664, 0o755])
def test_a_file_keeps_its_mode(bits: int) -> None:
    os.chmod('a.py', bits)
    writer.write_changes(changes('a.py'), '.')
    assert stat.S_IMODE(os.stat('a.py').st_mode) == bits


def test_a_link_stays_one() -> None:
    os.symlink('a.py', 'link.py')
    writer.write_changes(changes('link.py'), '.')
    assert os.readlink('link.py') == 'a.py'
    assert texts() == {
        'a.py': 'new',
        'link.py': 'new',
        'b.py': 'old',
        'c.py': 'old',
    }


def test_files_are_written_in_their_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written = []
    real = os.replace

    def replace(source: str, target: str) -> None:
        written.append(os.path.basename(target))
        real(source, target)

    monkeypatch.setattr(os, 'replace', replace)
    writer.write_changes(changes('b.py', 'c.py', 'a.py'), '.')
    assert written == ['b.py', 'c.py', 'a.py']


def test_all_is_ready_before_the_first_is_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen = []
    real = os.replace

    def replace(source: str, target: str) -> None:
        done = sum(plain_texts()[name] == 'new' for name in NAMES)
        seen.append(list(texts().values()).count('new') - done)
        real(source, target)

    monkeypatch.setattr(os, 'replace', replace)
    writer.write_changes(changes(*NAMES), '.')
    assert seen == [3, 2, 1]


def test_what_has_changed_meanwhile_is_not_written_over() -> None:
    pathlib.Path('b.py').write_text('newer')
    assert refusal(*changes(*NAMES)) == (
        'b.py has changed in the meantime; nothing is written; run the '
        'command again'
    )
    assert texts() == {'a.py': 'old', 'b.py': 'newer', 'c.py': 'old'}


def test_what_has_come_meanwhile_is_not_written_over() -> None:
    change = Change('c.py', None, b'new')
    assert refusal(*changes('a.py'), change).startswith('c.py ')
    assert texts() == dict.fromkeys(NAMES, 'old')


def test_what_has_vanished_is_not_made_again() -> None:
    os.unlink('b.py')
    assert refusal(*changes(*NAMES)) == (
        'b.py has changed in the meantime; nothing is written; run the '
        'command again'
    )
    assert texts() == {'a.py': 'old', 'c.py': 'old'}


@pytest.mark.parametrize('function', ['fsync', 'fchmod'])
@pytest.mark.parametrize('number', [1, 2, 3])
def test_if_one_cannot_be_prepared_nothing_is_written(
    monkeypatch: pytest.MonkeyPatch, function: str, number: int
) -> None:
    _fail(monkeypatch, function, number, OSError(errno.ENOSPC, 'No space'))
    assert refusal(*changes(*NAMES)) == (
        f'{NAMES[number - 1]} cannot be written: No space; nothing is written'
    )
    assert texts() == dict.fromkeys(NAMES, 'old')


@pytest.mark.parametrize(
    ('number', 'reported'),
    [
        (1, 'nothing is written'),
        (
            2,
            'written so far: a.py; correct that and run the command again',
        ),
        (
            3,
            'written so far: a.py, b.py; correct that and run the command '
            'again',
        ),
    ],
)
def test_if_one_cannot_be_written_it_is_reported_which_are(
    monkeypatch: pytest.MonkeyPatch, number: int, reported: str
) -> None:
    with monkeypatch.context() as patch:
        _fail(patch, 'replace', number, OSError(errno.EIO, 'I/O error'))
        assert refusal(*changes(*NAMES)) == (
            f'{NAMES[number - 1]} cannot be written: I/O error; {reported}'
        )
    now = ['new'] * (number - 1) + ['old'] * (4 - number)
    assert plain_texts() == dict(zip(NAMES, now, strict=True))
    assert writer.was_interrupted('.') is (number > 1)
    assert writer.finish_interrupted('.') == list(
        NAMES[number - 1 :] * (number > 1)
    )
    if number > 1:
        assert texts() == dict.fromkeys(NAMES, 'new')


def test_a_file_that_was_changed_since_is_left_when_a_run_is_finished(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patch:
        _fail(patch, 'replace', 2, KeyboardInterrupt())
        with pytest.raises(KeyboardInterrupt):
            writer.write_changes(changes(*NAMES), '.')
    pathlib.Path('b.py').write_text('newer')
    assert writer.finish_interrupted('.') == ['c.py']
    assert texts() == {'a.py': 'new', 'b.py': 'newer', 'c.py': 'new'}


def test_a_journal_that_was_cut_off_is_of_a_run_that_wrote_nothing() -> None:
    pathlib.Path('.workarounds.retire.json').write_text('[{"dra')
    assert writer.finish_interrupted('.') == []
    assert texts() == dict.fromkeys(NAMES, 'old')


@pytest.mark.parametrize('function', ['fsync', 'replace'])
@pytest.mark.parametrize('error', [KeyboardInterrupt, MemoryError])
def test_what_interrupts_it_leaves_whole_files(
    monkeypatch: pytest.MonkeyPatch, function: str, error: type[BaseException]
) -> None:
    _fail(monkeypatch, function, 2, error())
    with pytest.raises(error):
        writer.write_changes(changes(*NAMES), '.')
    assert set(plain_texts()) == set(NAMES)
    assert set(plain_texts().values()) <= {'old', 'new'}
    assert plain_texts()['c.py'] == 'old'


def _fail(
    monkeypatch: pytest.MonkeyPatch,
    function: str,
    number: int,
    error: BaseException,
) -> None:
    """Let a certain call of a function of ``os`` fail."""
    calls = 0
    real = getattr(os, function)

    def call(*args: Any) -> object:
        nonlocal calls
        calls += 1
        if calls == number:
            raise error
        return real(*args)

    monkeypatch.setattr(os, function, call)
