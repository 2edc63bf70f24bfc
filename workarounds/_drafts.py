# SPDX-License-Identifier: Apache-2.0
"""Write the new version of a file beside it, then rename it into place.

A reader sees either the old version or the new one.
"""

from collections.abc import Iterator
import contextlib
import errno
import fcntl
import hashlib
import os
import re
import secrets
import stat
from typing import Final

from workarounds import _file_attributes

_PREFIX: Final = '.workarounds.'
_NAME: Final = re.compile(re.escape(_PREFIX) + '[0-9a-f]{16}')
_CREATE: Final = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW


def make_name() -> str:
    """Return an unpredictable name for a draft."""
    # Not derived from the file's name, which may have the maximum length.
    return _PREFIX + secrets.token_hex(8)


def is_name(name: str) -> bool:
    """Return whether a name is that of a draft."""
    return _NAME.fullmatch(name) is not None


@contextlib.contextmanager
def open_directory(path: str) -> Iterator[int]:
    """Open a directory by its real path, following no symbolic link.

    :raises OSError: it does not exist, or a part of the path is now a link
    """
    flags = os.O_PATH | os.O_DIRECTORY | os.O_NOFOLLOW
    directory = os.open('/', flags)
    try:
        for name in filter(None, path.split('/')):
            inner = os.open(name, flags, dir_fd=directory)
            os.close(directory)
            directory = inner
        yield directory
    finally:
        os.close(directory)


@contextlib.contextmanager
def open_file(name: str, directory: int) -> Iterator[int | None]:
    """Open a regular file to read it; yield ``None`` if it does not exist.

    :param directory: the descriptor of its directory
    :raises OSError: it cannot be read, or is something else, such as a pipe
    """
    try:
        # Some devices act when they are opened.
        _check_regular(os.lstat(name, dir_fd=directory))
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
        file = os.open(name, flags, dir_fd=directory)
    except FileNotFoundError:
        yield None
        return
    try:
        _check_regular(os.fstat(file))
        yield file
    finally:
        os.close(file)


def hash_file(file: int | None) -> str | None:
    """Return the hash of the content of an open file, None for no file."""
    if file is None:
        return None
    with open(file, 'rb', closefd=False) as opened:
        opened.seek(0)
        return hashlib.file_digest(opened, 'sha256').hexdigest()


def write(name: str, directory: int, data: bytes, old: int | None) -> None:
    """Write the draft of a file to the disk.

    :param name: of the draft, which must not exist
    :param directory: the descriptor of its directory
    :param old: the descriptor of the file to replace, if there is one
    :raises OSError: it cannot be written; a part of it may be there
    """
    draft = os.open(name, _CREATE, _first_mode(old), dir_fd=directory)
    with open(draft, 'wb') as opened:
        _fill(opened.fileno(), data, old)


def complete(draft: int, old: int | None) -> None:
    """Give a draft the attributes of a file, and write it to the disk."""
    if old is not None:
        _file_attributes.copy_attributes(old, draft)
    os.fsync(draft)


def replace(draft: str, name: str, directory: int) -> None:
    """Put a draft in the place of a file in the same directory."""
    os.replace(draft, name, src_dir_fd=directory, dst_dir_fd=directory)


def sync_directory(directory: int) -> None:
    """Write the entries of a directory to the disk, if that is possible.

    The directory must be readable, and some file systems refuse.
    """
    with contextlib.suppress(OSError):
        readable = os.open('.', os.O_RDONLY, dir_fd=directory)
        try:
            os.fsync(readable)
        finally:
            os.close(readable)


def replace_file(path: str, data: bytes) -> None:
    """Replace or create one file.

    If an earlier call was killed, its draft is deleted. A call waits for
    another one that replaces the same file.

    :param path: its real path
    :raises OSError: it cannot be written; it is unchanged
    """
    parent, name = os.path.split(path)
    # The next call recognises a draft of this file by its name.
    draft = _PREFIX + hashlib.sha256(os.fsencode(name)).hexdigest()[:16]
    with open_directory(parent) as directory:
        with open_file(name, directory) as old:
            created = _create_locked(draft, directory, old)
            # Closing the file releases the lock.
            with open(created, 'wb') as opened:
                try:
                    _fill(opened.fileno(), data, old)
                    replace(draft, name, directory)
                except BaseException:
                    if is_same(opened.fileno(), draft, directory):
                        os.unlink(draft, dir_fd=directory)
                    raise
        sync_directory(directory)


def is_same(file: int, name: str, directory: int) -> bool:
    """Return whether an open file still has that name."""
    try:
        status = os.lstat(name, dir_fd=directory)
    except FileNotFoundError:
        return False
    return os.path.samestat(os.fstat(file), status)


def _check_regular(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, 'it is not a regular file')


def _first_mode(old: int | None) -> int:
    """Return the mode with which a draft is created.

    It gets the mode of the old file later. For a new file, the kernel applies
    the umask.
    """
    return 0o666 if old is None else 0o600


def _fill(draft: int, data: bytes, old: int | None) -> None:
    with open(draft, 'wb', closefd=False) as opened:
        opened.write(data)
    complete(draft, old)


def _create_locked(draft: str, directory: int, old: int | None) -> int:
    while True:
        try:
            mode = _first_mode(old)
            created = os.open(draft, _CREATE, mode, dir_fd=directory)
        except FileExistsError:
            _delete_left(draft, directory, old)
            continue
        try:
            fcntl.flock(created, fcntl.LOCK_EX)
            # Another process may have locked it first, and deleted it.
            is_ours = is_same(created, draft, directory)
        except BaseException:
            os.close(created)
            raise
        if is_ours:
            return created
        os.close(created)


def _delete_left(draft: str, directory: int, old: int | None) -> None:
    """Delete a draft once the call that created it has ended."""
    try:
        left = _open_left(draft, directory)
    except FileNotFoundError:
        return
    except OSError as error:
        raise _in_the_way(draft) from error
    try:
        status = os.fstat(left)
        owners = {os.geteuid()}
        if old is not None:
            owners.add(os.fstat(old).st_uid)
        if not stat.S_ISREG(status.st_mode) or status.st_uid not in owners:
            raise _in_the_way(draft)
        fcntl.flock(left, fcntl.LOCK_EX)
        if is_same(left, draft, directory):
            os.unlink(draft, dir_fd=directory)
    finally:
        os.close(left)


def _open_left(draft: str, directory: int) -> int:
    flags = os.O_NOFOLLOW | os.O_NONBLOCK
    try:
        # NFS locks only files that are open for writing.
        return os.open(draft, os.O_RDWR | flags, dir_fd=directory)
    except PermissionError:
        return os.open(draft, os.O_RDONLY | flags, dir_fd=directory)


def _in_the_way(draft: str) -> OSError:
    return FileExistsError(
        errno.EEXIST, f'the file {draft} beside it must be deleted first'
    )
