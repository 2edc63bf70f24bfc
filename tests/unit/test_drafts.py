# SPDX-License-Identifier: Apache-2.0
"""A replaced file keeps its attributes, and no draft is left."""

import contextlib
import errno
import hashlib
import os
import pathlib
import socket
import stat
import struct
import subprocess
import sys

import pytest

from workarounds import _drafts

needs_root = pytest.mark.skipif(
    os.geteuid() != 0, reason='only root may give files away'
)
#: An access control list: owner rw, user 12345 r, group r, others nothing.
ACL = struct.pack('<I', 2) + b''.join(
    struct.pack('<HHI', tag, rights, who)
    for tag, rights, who in (
        (1, 6, 0xFFFFFFFF),
        (2, 4, 12345),
        (4, 4, 0xFFFFFFFF),
        (16, 4, 0xFFFFFFFF),
        (32, 0, 0xFFFFFFFF),
    )
)


@pytest.fixture
def page(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / 'page'
    path.write_text('old')
    return path


def draft_of(page: pathlib.Path) -> pathlib.Path:
    """Return the draft that a call leaves when it is killed."""
    name = hashlib.sha256(os.fsencode(page.name)).hexdigest()[:16]
    return page.with_name(f'.workarounds.{name}')


def replace(page: pathlib.Path) -> None:
    """Replace the content of a file, and leave nothing beside it."""
    _drafts.replace_file(str(page), b'new')
    assert page.read_text() == 'new'
    assert os.listdir(page.parent) == [page.name]


def set_attribute(path: pathlib.Path, name: str, value: bytes) -> None:
    try:
        os.setxattr(path, name, value)
    except OSError as error:
        if error.errno != errno.ENOTSUP:
            raise
        pytest.skip(f'this file system has no {name}')


def attributes(path: pathlib.Path) -> dict[str, bytes]:
    return {name: os.getxattr(path, name) for name in os.listxattr(path)}


# --- the attributes of a file


@needs_root
@pytest.mark.parametrize('bits', [0o644, 0o2664, 0o4755, 0o6711, 0o1600, 0])
@pytest.mark.parametrize('owner', [(0, 0), (0, 7), (12345, 0), (12345, 7)])
def test_owner_group_and_mode_stay(
    page: pathlib.Path, owner: tuple[int, int], bits: int
) -> None:
    os.chown(page, *owner)
    page.chmod(bits)
    replace(page)
    status = page.stat()
    assert (status.st_uid, status.st_gid) == owner
    assert stat.S_IMODE(status.st_mode) == bits


@needs_root
def test_the_group_of_a_new_file_is_that_of_its_directory(
    tmp_path: pathlib.Path,
) -> None:
    os.chown(tmp_path, 0, 7)
    tmp_path.chmod(0o2755)
    replace(tmp_path / 'new')
    assert (tmp_path / 'new').stat().st_gid == 7


def test_extended_attributes_stay(page: pathlib.Path) -> None:
    set_attribute(page, 'user.note', b'\0\xff')
    set_attribute(page, 'user.empty', b'')
    before = attributes(page)
    replace(page)
    assert attributes(page) == before


def test_an_access_control_list_stays(page: pathlib.Path) -> None:
    set_attribute(page, 'system.posix_acl_access', ACL)
    mode = page.stat().st_mode
    replace(page)
    assert attributes(page)['system.posix_acl_access'] == ACL
    assert page.stat().st_mode == mode


def test_a_file_without_a_list_inherits_none(page: pathlib.Path) -> None:
    set_attribute(page.parent, 'system.posix_acl_default', ACL)
    replace(page)
    assert 'system.posix_acl_access' not in attributes(page)


def test_a_new_file_inherits_the_list_of_its_directory(
    tmp_path: pathlib.Path,
) -> None:
    set_attribute(tmp_path, 'system.posix_acl_default', ACL)
    replace(tmp_path / 'new')
    inherited = attributes(tmp_path / 'new')
    assert inherited['system.posix_acl_access'] == ACL


@needs_root
@pytest.mark.parametrize(
    ('owner', 'said'),
    [((12345, 0), 'owner'), ((0, 7), 'group')],
)
def test_a_file_whose_owner_cannot_be_kept_is_not_replaced(
    page: pathlib.Path, owner: tuple[int, int], said: str
) -> None:
    """The set-user-ID bit would apply to the owner of the new file."""
    os.chown(page, *owner)
    page.chmod(0o6755)
    page.parent.chmod(0o777)
    code = (
        'import sys; from workarounds import _drafts; '
        '_drafts.replace_file(sys.argv[1], b"new")'
    )
    done = subprocess.run(
        [
            *('setpriv', '--bounding-set', '-chown,-fowner'),
            *(sys.executable, '-c', code, str(page)),
        ],
        check=False,
        capture_output=True,
        text=True,
    )
    assert f'its {said} cannot be kept' in done.stderr
    assert page.read_text() == 'old'
    assert stat.S_IMODE(page.stat().st_mode) == 0o6755
    assert os.listdir(page.parent) == ['page']


@pytest.mark.parametrize('function', ['fchmod', 'setxattr'])
def test_what_cannot_be_copied_is_reported(
    page: pathlib.Path, monkeypatch: pytest.MonkeyPatch, function: str
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, 'refused')

    set_attribute(page, 'user.note', b'')
    with monkeypatch.context() as patch:
        patch.setattr(os, function, refuse)
        with pytest.raises(OSError, match=r'cannot be kept \(refused\)'):
            replace(page)
    assert page.read_text() == 'old'
    assert os.listdir(page.parent) == ['page']


def test_a_hard_link_keeps_the_old_content(page: pathlib.Path) -> None:
    other = page.with_name('other')
    other.hardlink_to(page)
    _drafts.replace_file(str(page), b'new')
    assert page.read_text() == 'new'
    assert other.read_text() == 'old'


# --- files that must be deleted first


def test_the_draft_of_a_call_that_was_killed_is_deleted(
    page: pathlib.Path,
) -> None:
    for mode in (0o600, 0o444):
        draft_of(page).write_text('half')
        draft_of(page).chmod(mode)
        replace(page)


@pytest.mark.parametrize('kind', ['link', 'dangling', 'pipe', 'directory'])
def test_what_no_call_has_left_is_in_the_way_and_stays(
    page: pathlib.Path, kind: str
) -> None:
    draft = draft_of(page)
    match kind:
        case 'link':
            draft.symlink_to(page)
        case 'dangling':
            draft.symlink_to('none')
        case 'pipe':
            os.mkfifo(draft)
        case 'directory':
            draft.mkdir()
    with pytest.raises(FileExistsError, match=f'{draft.name} beside it'):
        _drafts.replace_file(str(page), b'new')
    assert page.read_text() == 'old'
    assert sorted(os.listdir(page.parent)) == sorted([draft.name, 'page'])


@needs_root
def test_the_draft_of_another_user_is_in_the_way(page: pathlib.Path) -> None:
    draft_of(page).write_text('theirs')
    os.chown(draft_of(page), 12345, 12345)
    with pytest.raises(FileExistsError, match='must be deleted first'):
        _drafts.replace_file(str(page), b'new')
    assert draft_of(page).read_text() == 'theirs'


@pytest.mark.parametrize('kind', ['link', 'pipe', 'socket'])
def test_only_a_regular_file_is_replaced(
    page: pathlib.Path, kind: str
) -> None:
    target = page.with_name('target')
    with contextlib.ExitStack() as stack:
        match kind:
            case 'link':
                target.symlink_to(page)
            case 'pipe':
                os.mkfifo(target)
            case 'socket':
                opened = socket.socket(socket.AF_UNIX)
                stack.enter_context(opened)
                stack.enter_context(contextlib.chdir(target.parent))
                opened.bind('target')
        with pytest.raises(OSError, match='not a regular file'):
            _drafts.replace_file(str(target), b'new')
    assert page.read_text() == 'old'


def test_a_directory_that_became_a_link_is_not_followed(
    tmp_path: pathlib.Path,
) -> None:
    (tmp_path / 'real').mkdir()
    (tmp_path / 'link').symlink_to('real')
    with pytest.raises(NotADirectoryError):
        _drafts.replace_file(f'{tmp_path}/link/page', b'new')
    assert os.listdir(tmp_path / 'real') == []


# --- two calls at once


def test_many_at_once_leave_one_whole_version(tmp_path: pathlib.Path) -> None:
    code = (
        'import sys; from workarounds import _drafts\n'
        'for number in range(100):\n'
        '    _drafts.replace_file(sys.argv[1], sys.argv[2].encode() * 9999)\n'
    )
    page = tmp_path / 'page'
    writers = [
        subprocess.Popen([sys.executable, '-c', code, str(page), letter])
        for letter in 'abcd'
    ]
    versions = [letter * 9999 for letter in 'abcd']
    while any(writer.poll() is None for writer in writers):
        assert not page.exists() or page.read_text() in versions
    assert [writer.wait() for writer in writers] == [0, 0, 0, 0]
    assert os.listdir(tmp_path) == ['page']


#: Kills a call at each use of a certain built-in function. After each kill, a
#: call runs to its end. Prints the number of kills.
KILLED = """
import os
import pathlib
import signal
import sys

from workarounds import _drafts

page = pathlib.Path(sys.argv[1])
versions = {b'old' * 9999, b'new' * 9999}

def count(frame, event, argument):
    global left
    if event in ('c_call', 'c_return'):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

number, status = 0, None
while status != 0:
    number += 1
    page.write_bytes(b'old' * 9999)
    page.chmod(0o640)
    os.setxattr(page, 'user.note', b'kept')
    child = os.fork()
    if child == 0:
        left = number
        sys.setprofile(count)
        _drafts.replace_file(str(page), b'new' * 9999)
        sys.setprofile(None)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    assert page.read_bytes() in versions
    _drafts.replace_file(str(page), b'new' * 9999)
    assert os.listdir(page.parent) == ['page'], number
    assert page.stat().st_mode & 0o7777 == 0o640
    assert os.getxattr(page, 'user.note') == b'kept'
print(number)
"""


def test_a_call_that_was_killed_anywhere_leaves_no_draft_to_the_next(
    page: pathlib.Path,
) -> None:
    set_attribute(page, 'user.note', b'kept')
    done = subprocess.run(
        [sys.executable, '-c', KILLED, str(page)],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stderr == ''
    assert int(done.stdout) > 50
