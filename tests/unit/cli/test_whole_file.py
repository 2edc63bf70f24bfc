# SPDX-License-Identifier: Apache-2.0
"""A file has its old or its new content, whatever happens."""

import errno
import os
import pathlib
import stat
import threading

import pytest

from workarounds.cli import command
from workarounds.cli import whole_file


def error_of(path: pathlib.Path) -> str:
    with pytest.raises(command.UsageError) as caught:
        whole_file.write(str(path), 'new')
    return str(caught.value)


def mode(path: pathlib.Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize('text', ['', 'new', 'ä\n\U0001f600\r\n'])
def test_a_file_is_made_or_replaced(tmp_path: pathlib.Path, text: str) -> None:
    path = tmp_path / 'status.html'
    for _ in range(2):
        whole_file.write(str(path), text)
        assert path.read_bytes() == text.encode()
        assert os.listdir(tmp_path) == ['status.html']


def test_a_name_in_the_working_directory_is_enough(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    whole_file.write('status.html', 'new')
    assert (tmp_path / 'status.html').read_text() == 'new'


def test_a_name_can_be_as_long_as_names_can_be(
    tmp_path: pathlib.Path,
) -> None:
    path = tmp_path / ('x' * 255)
    whole_file.write(str(path), 'new')
    assert path.read_text() == 'new'


@pytest.mark.parametrize('bits', [0o600, 0o644, 0o664, 0o755])
def test_a_file_keeps_its_mode(tmp_path: pathlib.Path, bits: int) -> None:
    path = tmp_path / 'status.html'
    path.touch()
    path.chmod(bits)
    whole_file.write(str(path), 'new')
    assert mode(path) == bits


@pytest.mark.parametrize('mask', [0o022, 0o077, 0o002])
def test_a_new_file_has_the_mode_of_new_files(
    tmp_path: pathlib.Path, mask: int
) -> None:
    old = os.umask(mask)
    try:
        whole_file.write(str(tmp_path / 'status.html'), 'new')
        # Reading the mask changes it for a moment.
        assert os.umask(mask) == mask
    finally:
        os.umask(old)
    assert mode(tmp_path / 'status.html') == 0o666 & ~mask


def test_a_link_stays_and_what_it_leads_to_is_replaced(
    tmp_path: pathlib.Path,
) -> None:
    (tmp_path / 'www').mkdir()
    target, link = tmp_path / 'www/index.html', tmp_path / 'status.html'
    link.symlink_to('www/index.html')
    for text in ('made', 'replaced'):
        whole_file.write(str(link), text)
        assert link.is_symlink()
        assert target.read_text() == text
    assert os.listdir(tmp_path / 'www') == ['index.html']


def test_whoever_has_opened_the_old_file_reads_all_of_it(
    tmp_path: pathlib.Path,
) -> None:
    path = tmp_path / 'status.html'
    path.write_text('old')
    with open(path) as reader:
        whole_file.write(str(path), 'new')
        assert reader.read() == 'old'


@pytest.mark.parametrize(
    ('function', 'cause'),
    [
        ('fsync', 'No space left on device'),
        ('fchmod', 'its mode cannot be kept (No space left on device)'),
        ('replace', 'No space left on device'),
    ],
)
def test_a_file_that_cannot_be_written_is_as_it_was(
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    function: str,
    cause: str,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = tmp_path / 'status.html'
    path.write_text('old')
    monkeypatch.setattr(os, function, fail)
    assert error_of(path) == (
        f'{path} cannot be written and is unchanged: {cause}'
    )
    assert path.read_text() == 'old'
    assert os.listdir(tmp_path) == ['status.html']


@pytest.mark.parametrize('error', [KeyboardInterrupt, MemoryError])
def test_what_interrupts_it_leaves_no_draft(
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    error: type[BaseException],
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise error

    path = tmp_path / 'status.html'
    path.write_text('old')
    monkeypatch.setattr(os, 'replace', interrupt)
    with pytest.raises(error):
        whole_file.write(str(path), 'new')
    assert path.read_text() == 'old'
    assert os.listdir(tmp_path) == ['status.html']


@pytest.mark.parametrize(
    ('name', 'cause'),
    [
        ('no/status.html', 'is not created: No such file or directory'),
        ('file/status.html', 'is not created: Not a directory'),
        ('directory', 'is unchanged: Is a directory'),
        ('loop', 'is unchanged: Too many levels of symbolic links'),
        ('x' * 256, 'is not created: File name too long'),
    ],
)
def test_why_it_cannot_be_written_is_reported(
    tmp_path: pathlib.Path, name: str, cause: str
) -> None:
    (tmp_path / 'file').touch()
    (tmp_path / 'directory').mkdir()
    (tmp_path / 'loop').symlink_to('loop')
    before = sorted(os.listdir(tmp_path))
    path = tmp_path / name
    assert error_of(path) == f'{path} cannot be written and {cause}'
    assert sorted(os.listdir(tmp_path)) == before


def test_a_pipe_is_written_to(tmp_path: pathlib.Path) -> None:
    path = tmp_path / 'pipe'
    os.mkfifo(path)
    said: list[str] = []
    reader = threading.Thread(target=lambda: said.append(path.read_text()))
    reader.start()
    whole_file.write(str(path), 'new')
    reader.join()
    assert said == ['new']
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_a_device_stays_one() -> None:
    whole_file.write('/dev/null', 'new')
    assert stat.S_ISCHR(os.stat('/dev/null').st_mode)


def test_what_is_open_is_written_to_and_not_replaced(
    tmp_path: pathlib.Path,
) -> None:
    # As /dev/stdout, which may lead to a file.
    with open(tmp_path / 'log', 'w+') as log:
        print('before', file=log, flush=True)
        for name in (
            f'/dev/fd/{log.fileno()}',
            f'/proc/self/fd/{log.fileno()}',
        ):
            whole_file.write(name, 'new\n')
        log.seek(0)
        assert log.read() == 'before\nnew\nnew\n'


@pytest.mark.skipif(
    not os.access('/dev/shm', os.W_OK), reason='there is no /dev/shm'
)
def test_a_file_in_memory_is_a_file(tmp_path: pathlib.Path) -> None:
    path = pathlib.Path(f'/dev/shm/{os.getpid()}-{tmp_path.name}.html')
    try:
        for _ in range(2):
            whole_file.write(str(path), 'new')
        assert path.read_text() == 'new'
    finally:
        path.unlink(missing_ok=True)
