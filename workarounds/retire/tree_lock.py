# SPDX-License-Identifier: Apache-2.0
"""The lock of a tree: only one run at a time writes to it.

The kernel releases it when the process ends, however it ends.
"""

from collections.abc import Iterator
from collections.abc import Sequence
import contextlib
import datetime
import fcntl
import os

from workarounds import _drafts
from workarounds import _text
from workarounds import exceptions
from workarounds.retire import state


@contextlib.contextmanager
def hold(directory: int, trees: Sequence[str]) -> Iterator[None]:
    """Lock trees.

    :param directory: the descriptor of the directory of the locks
    :raises workarounds.exceptions.SourceError: another process has locked one
        of them, or it cannot be locked
    """
    with contextlib.ExitStack() as stack:
        for tree in trees:
            stack.enter_context(_hold(directory, tree))
        yield


@contextlib.contextmanager
def _hold(directory: int, tree: str) -> Iterator[None]:
    name = state.file_name(tree, '.lock')
    try:
        lock = _acquire(directory, name)
    except OSError as error:
        raise exceptions.SourceError(
            f'{_text.printable(tree)} cannot be locked with '
            f'{_text.printable(os.path.join(state.locate(), name))}: '
            f'{error.strerror}; nothing is changed'
        ) from None
    try:
        if lock.is_busy:
            raise exceptions.SourceError(
                f'{lock.holder()} is writing to {_text.printable(tree)}; '
                f'nothing is changed. Run the command again when it has ended'
            )
        yield
    finally:
        lock.close()


class _Lock:
    """A file that is locked, by this process or by another one."""

    def __init__(self, directory: int, name: str) -> None:
        self._directory, self._name = directory, name
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK
        self._file = os.open(name, flags, 0o600, dir_fd=directory)
        self.is_busy = False
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._sign()
        except BlockingIOError:
            self.is_busy = True
        except BaseException:
            os.close(self._file)
            raise

    @property
    def is_current(self) -> bool:
        """Return whether a later process would find the same file."""
        return _drafts.is_same(self._file, self._name, self._directory)

    def holder(self) -> str:
        """Return which process it is, and since when."""
        number = os.pread(self._file, 20, 0).decode(errors='replace')
        begun = os.fstat(self._file).st_mtime
        since = datetime.datetime.fromtimestamp(begun).astimezone()
        process = f'process {number}' if number.isdecimal() else 'a process'
        return f'{process}, since {since.isoformat(" ", "seconds")},'

    def close(self) -> None:
        """Release it, and delete the file while it is still locked."""
        if not self.is_busy and self.is_current:
            os.unlink(self._name, dir_fd=self._directory)
        os.close(self._file)

    def _sign(self) -> None:
        """Write down which process it is, for others to report."""
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, str(os.getpid()).encode(), 0)


def _acquire(directory: int, name: str) -> _Lock:
    while True:
        lock = _Lock(directory, name)
        if lock.is_busy:
            return lock
        # The process that held it may just have deleted it.
        if lock.is_current:
            return lock
        lock.close()
