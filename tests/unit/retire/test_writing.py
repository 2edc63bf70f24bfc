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
from workarounds.retire.recovery import Finished

NAMES = ['a.py', 'b.py', 'c.py']
#: How often the journal needs these functions, before any file does.
FOR_JOURNAL = {'fchmod': 0, 'fsync': 2, 'replace': 1}


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


def write(*changed: Change) -> list[str]:
    with writer.open_writer(['.']) as opened:
        return opened.write(changed)


def finish() -> Finished:
    with writer.open_writer(['.']) as opened:
        return opened.finish_interrupted()


def refusal(*changed: Change) -> str:
    with pytest.raises(exceptions.SourceError) as caught:
        write(*changed)
    return str(caught.value)


def test_all_files_are_written() -> None:
    write(*changes('a.py', 'c.py'))
    assert texts() == {'a.py': 'new', 'b.py': 'old', 'c.py': 'new'}


def test_nothing_is_nothing() -> None:
    write()
    assert set(texts().values()) == {'old'}


def test_bytes_are_written_as_they_are() -> None:
    data = b'\xef\xbb\xbf\xe9\r\n\x0c\r\n'
    write(Change('a.py', b'old', data))
    assert pathlib.Path('a.py').read_bytes() == data


def test_a_new_file_is_made() -> None:
    mask = os.umask(0o027)
    try:
        write(Change('d.yaml', None, b'new'))
    finally:
        os.umask(mask)
    assert texts() == dict.fromkeys(NAMES, 'old') | {'d.yaml': 'new'}
    assert stat.S_IMODE(os.stat('d.yaml').st_mode) == 0o640


@pytest.mark.parametrize('bits', [0o600, 0o640, 0o664, 0o755])
def test_a_file_keeps_its_mode(bits: int) -> None:
    os.chmod('a.py', bits)
    write(*changes('a.py'))
    assert stat.S_IMODE(os.stat('a.py').st_mode) == bits


def test_a_link_stays_one() -> None:
    os.symlink('a.py', 'link.py')
    write(*changes('link.py'))
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

    def replace(source: str, target: str, **directories: int) -> None:
        written.append(os.path.basename(target))
        real(source, target, **directories)

    monkeypatch.setattr(os, 'replace', replace)
    write(*changes('b.py', 'c.py', 'a.py'))
    assert written[1:] == ['b.py', 'c.py', 'a.py']


def test_all_is_ready_before_the_first_is_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen = []
    real = os.replace

    def replace(source: str, target: str, **directories: int) -> None:
        done = sum(plain_texts()[name] == 'new' for name in NAMES)
        seen.append(list(texts().values()).count('new') - done)
        real(source, target, **directories)

    monkeypatch.setattr(os, 'replace', replace)
    write(*changes(*NAMES))
    # The first is the journal's.
    assert seen == [0, 3, 2, 1]


def test_what_has_changed_meanwhile_is_not_written_over() -> None:
    pathlib.Path('b.py').write_text('newer')
    assert refusal(*changes(*NAMES)) == (
        'b.py cannot be written: it has changed since it was read; nothing is '
        'written'
    )
    assert texts() == {'a.py': 'old', 'b.py': 'newer', 'c.py': 'old'}


def test_what_has_come_meanwhile_is_not_written_over() -> None:
    change = Change('c.py', None, b'new')
    assert refusal(*changes('a.py'), change).startswith('c.py ')
    assert texts() == dict.fromkeys(NAMES, 'old')


def test_what_has_vanished_is_not_made_again() -> None:
    os.unlink('b.py')
    assert refusal(*changes(*NAMES)) == (
        'b.py cannot be written: it has changed since it was read; nothing is '
        'written'
    )
    assert texts() == {'a.py': 'old', 'c.py': 'old'}


@pytest.mark.parametrize(
    ('function', 'cause'),
    [('fsync', 'No space'), ('fchmod', 'its mode cannot be kept (No space)')],
)
@pytest.mark.parametrize('number', [1, 2, 3])
def test_if_one_cannot_be_prepared_nothing_is_written(
    monkeypatch: pytest.MonkeyPatch, function: str, cause: str, number: int
) -> None:
    _fail(monkeypatch, function, number, OSError(errno.ENOSPC, 'No space'))
    assert refusal(*changes(*NAMES)) == (
        f'{NAMES[number - 1]} cannot be written: {cause}; nothing is written'
    )
    assert texts() == dict.fromkeys(NAMES, 'old')


@pytest.mark.parametrize('number', [1, 2, 3, 4])
def test_if_one_cannot_be_put_in_place_the_others_are_taken_back(
    monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """As a file that is immutable, or mounted by itself."""
    changed = [Change('note', None, b'new'), *changes(*NAMES)]
    with monkeypatch.context() as patch:
        _fail(patch, 'replace', number, OSError(errno.EBUSY, 'Busy'))
        assert refusal(*changed) == (
            f'{changed[number - 1].path} cannot be written: Busy; nothing is '
            f'written'
        )
    assert texts() == dict.fromkeys(NAMES, 'old')
    assert not writer.was_interrupted(['.'])


def test_if_they_cannot_be_taken_back_it_is_reported_which_are_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patch:
        for calls in range(2, 9):
            _fail(patch, 'replace', calls, OSError(errno.EIO, 'I/O error'))
        assert refusal(*changes(*NAMES)) == (
            'b.py cannot be written: I/O error; written so far: a.py; correct '
            'that and run the command again'
        )
    finish()
    assert texts() == {'a.py': 'new', 'b.py': 'old', 'c.py': 'old'}


@pytest.mark.parametrize('error', [KeyboardInterrupt, MemoryError])
def test_what_was_interrupted_is_finished(
    monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    with monkeypatch.context() as patch:
        _fail(patch, 'replace', 2, error())
        with pytest.raises(error):
            write(*changes(*NAMES))
    assert writer.was_interrupted(['.'])
    assert finish().written == ('b.py', 'c.py')
    assert texts() == dict.fromkeys(NAMES, 'new')


def test_a_file_that_was_changed_since_is_left_when_a_run_is_finished(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patch:
        _fail(patch, 'replace', 2, KeyboardInterrupt())
        with pytest.raises(KeyboardInterrupt):
            write(*changes(*NAMES))
    pathlib.Path('b.py').write_text('newer')
    assert finish() == Finished(('c.py',), ('b.py',))
    assert texts() == {'a.py': 'new', 'b.py': 'newer', 'c.py': 'new'}


@pytest.mark.parametrize('function', ['fsync', 'replace'])
@pytest.mark.parametrize('error', [KeyboardInterrupt, MemoryError])
def test_what_interrupts_it_leaves_whole_files(
    monkeypatch: pytest.MonkeyPatch, function: str, error: type[BaseException]
) -> None:
    _fail(monkeypatch, function, 2, error())
    with pytest.raises(error):
        write(*changes(*NAMES))
    assert set(plain_texts()) == set(NAMES)
    assert set(plain_texts().values()) <= {'old', 'new'}
    assert plain_texts()['c.py'] == 'old'


def _fail(
    monkeypatch: pytest.MonkeyPatch,
    function: str,
    number: int,
    error: BaseException,
) -> None:
    """Let a certain call of a function of ``os`` fail, for a file."""
    calls = -FOR_JOURNAL[function]
    real = getattr(os, function)

    def call(*args: Any, **kwargs: Any) -> object:
        nonlocal calls
        calls += 1
        if calls == number:
            raise error
        return real(*args, **kwargs)

    monkeypatch.setattr(os, function, call)


# --- which files may be written


@pytest.mark.parametrize('before', [b'old', None])
def test_a_file_outside_of_the_paths_is_not_written(
    directory: pathlib.Path, before: bytes | None
) -> None:
    outside = directory.parent / f'{directory.name}.py'
    if before:
        outside.write_bytes(before)
    os.symlink(outside, 'link.py')
    for name in ('link.py', f'../{outside.name}', str(outside)):
        assert refusal(Change(name, before, b'new')) == (
            f'{name} cannot be written: it leads to {outside}, outside of the '
            f'given paths; nothing is written'
        )
    assert outside.exists() is bool(before)
    assert not before or outside.read_bytes() == before


def test_a_note_is_written_outside_of_the_paths_but_in_the_project(
    directory: pathlib.Path,
) -> None:
    (directory / 'releasenotes/notes').mkdir(parents=True)
    (directory / 'setup.cfg').touch()
    change = Change('releasenotes/notes/a.yaml', None, b'new')
    with writer.open_writer(['a.py']) as opened:
        opened.write([change])
    assert (directory / 'releasenotes/notes/a.yaml').read_text() == 'new'


@pytest.mark.parametrize('link', ['releasenotes', 'releasenotes/notes'])
def test_no_note_is_written_through_a_link(
    directory: pathlib.Path, link: str
) -> None:
    outside = directory.parent / 'outside'
    (outside / 'notes').mkdir(parents=True, exist_ok=True)
    (directory / 'setup.cfg').touch()
    (directory / link).parent.mkdir(exist_ok=True)
    (directory / link).symlink_to(
        outside if link == 'releasenotes' else outside / 'notes'
    )
    change = Change('releasenotes/notes/a.yaml', None, b'new')
    assert 'outside of the given paths' in refusal(change)
    assert os.listdir(outside / 'notes') == []


@pytest.mark.parametrize('kind', ['pipe', 'directory', 'dangling'])
def test_what_became_no_regular_file_is_not_written(kind: str) -> None:
    os.unlink('b.py')
    match kind:
        case 'pipe':
            os.mkfifo('b.py')
        case 'directory':
            os.mkdir('b.py')
        case 'dangling':
            os.symlink('none.py', 'b.py')
    before = os.lstat('b.py')
    assert refusal(*changes(*NAMES)).startswith('b.py cannot be written: ')
    assert os.path.samestat(os.lstat('b.py'), before)
    assert pathlib.Path('a.py').read_text() == 'old'
    assert not [name for name in os.listdir() if name.startswith('.')]


def test_a_file_that_changes_after_its_draft_is_not_written_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = os.fsync
    calls = 0

    def change(descriptor: int) -> None:
        nonlocal calls
        calls += 1
        real(descriptor)
        if calls == FOR_JOURNAL['fsync'] + 3:
            pathlib.Path('a.py').write_text('newer')

    monkeypatch.setattr(os, 'fsync', change)
    assert refusal(*changes(*NAMES)) == (
        'a.py cannot be written: it has changed since it was read; nothing is '
        'written'
    )
    assert texts() == {'a.py': 'newer', 'b.py': 'old', 'c.py': 'old'}


def test_another_name_of_a_file_keeps_the_old_content(
    directory: pathlib.Path,
) -> None:
    other = directory.parent / 'other.py'
    other.hardlink_to('a.py')
    assert write(*changes('a.py', 'b.py')) == ['a.py']
    assert pathlib.Path('a.py').read_text() == 'new'
    assert other.read_text() == 'old'
    other.unlink()


@pytest.mark.skipif(os.geteuid() != 0, reason='only root may give files away')
def test_a_file_of_another_user_stays_one() -> None:
    os.chown('a.py', 12345, 12346)
    os.chmod('a.py', 0o6755)
    write(*changes('a.py'))
    status = os.stat('a.py')
    assert (status.st_uid, status.st_gid) == (12345, 12346)
    assert stat.S_IMODE(status.st_mode) == 0o6755
