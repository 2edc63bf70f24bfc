# SPDX-License-Identifier: Apache-2.0
"""Writing of changed files: all drafts exist before the first rename.

An example, for the files a and b; a kill between two of the steps leaves what
the next run needs to finish, or to delete::

    the tree is locked
    the journal says: a, b, the names of their drafts, the hashes of all four
    the drafts of a and b are written
    a is renamed, then b
    the journal is deleted
    the tree is unlocked

Before each step that depends on it, what was done is on the disk, so that it
holds after a power cut too.
"""

from collections.abc import Iterator
from collections.abc import Sequence
import contextlib
import errno
import hashlib
import os

from workarounds import _drafts
from workarounds import _text
from workarounds import exceptions
from workarounds.retire import journal
from workarounds.retire import recovery
from workarounds.retire import state
from workarounds.retire import tree_lock
from workarounds.retire.journal import Entry
from workarounds.retire.journal import Journal
from workarounds.retire.journal import Record
from workarounds.retire.planner import Change
from workarounds.retire.recovery import Finished
from workarounds.retire.targets import Targets


def was_interrupted(paths: Sequence[str]) -> bool:
    """Return whether an earlier run was interrupted while it wrote."""
    return journal.is_present(state.find_trees(paths))


@contextlib.contextmanager
def open_writer(paths: Sequence[str]) -> Iterator['Writer']:
    """Lock the trees of paths, to write to them.

    :raises workarounds.exceptions.SourceError: another process writes to one
        of them, or they cannot be locked
    """
    trees = state.find_trees(paths)
    with (
        state.open_directory(trees) as directory,
        tree_lock.hold(directory, trees),
    ):
        yield Writer(Targets(paths), Journal(directory, trees))


class Writer:
    """Writes to trees that are locked."""

    def __init__(self, targets: Targets, record: Journal) -> None:
        self._targets = targets
        self._journal = record

    def finish_interrupted(self) -> Finished:
        """Finish an earlier run that was interrupted while it wrote.

        :raises workarounds.exceptions.SourceError: it cannot be finished
        """
        return recovery.finish(self._journal, self._targets)

    def write(self, changes: Sequence[Change]) -> list[str]:
        """Replace files atomically, each by a rename.

        :returns: the files that had another name, a hard link, which still
            has the old content
        :raises workarounds.exceptions.SourceError: a file cannot be written;
            if others were, the message names them, and the next run continues
        """
        entries = [self._entry(change) for change in changes]
        if not entries:
            return []
        linked: list[str] = []
        done: list[str] = []
        is_ready = False
        try:
            self._write_journal(entries)
            for entry, change in zip(entries, changes, strict=True):
                with _reported(change.path, done):
                    if _write_draft(entry, change.after):
                        linked.append(change.path)
            _sync_directories(entries)
            is_ready = True
            for entry, change in zip(entries, changes, strict=True):
                with _reported(change.path, done):
                    _put(entry)
                done.append(_text.printable(change.path))
            _sync_directories(entries)
        finally:
            # A file that is replaced has no draft any more.
            left = [os.path.lexists(entry.draft_path) for entry in entries]
            if not is_ready or all(left) or not any(left):
                self._clean(entries)
        return linked

    def _entry(self, change: Change) -> Entry:
        path = os.path.realpath(change.path)
        is_new = change.before is None
        if not self._targets.allows(path, is_new=is_new):
            raise exceptions.SourceError(
                f'{_text.printable(change.path)} cannot be written: it leads '
                f'to {_text.printable(path)}, outside of the given paths; '
                f'nothing is written'
            )
        before = None if change.before is None else _hash(change.before)
        return Entry(path, _drafts.make_name(), before, _hash(change.after))

    def _write_journal(self, entries: Sequence[Entry]) -> None:
        try:
            self._journal.write(Record(self._targets.paths, entries))
        except OSError as error:
            raise exceptions.SourceError(
                f'{_text.printable(state.locate())}: the journal cannot be '
                f'written: {error.strerror}; nothing is written'
            ) from None

    def _clean(self, entries: Sequence[Entry]) -> None:
        # If that fails, the next run does it.
        with contextlib.suppress(OSError):
            for entry in entries:
                recovery.delete_draft(entry)
            self._journal.delete()


def _write_draft(entry: Entry, data: bytes) -> bool:
    """Write a draft; return whether the old file has another name."""
    with (
        _drafts.open_directory(entry.directory) as directory,
        _drafts.open_file(entry.name, directory) as old,
    ):
        _check_unchanged(entry, old)
        _drafts.write(entry.draft, directory, data, old)
        return old is not None and os.fstat(old).st_nlink > 1


def _put(entry: Entry) -> None:
    with (
        _drafts.open_directory(entry.directory) as directory,
        _drafts.open_file(entry.name, directory) as old,
    ):
        _check_unchanged(entry, old)
        _drafts.replace(entry.draft, entry.name, directory)


def _check_unchanged(entry: Entry, old: int | None) -> None:
    if _drafts.hash_file(old) != entry.before:
        raise OSError(errno.EAGAIN, 'it has changed since it was read')


def _sync_directories(entries: Sequence[Entry]) -> None:
    for path in dict.fromkeys(entry.directory for entry in entries):
        with (
            contextlib.suppress(OSError),
            _drafts.open_directory(path) as directory,
        ):
            _drafts.sync_directory(directory)


@contextlib.contextmanager
def _reported(path: str, done: Sequence[str]) -> Iterator[None]:
    """Report an error with the files that are written already."""
    try:
        yield
    except OSError as error:
        raise exceptions.SourceError(
            f'{_text.printable(path)} cannot be written: {error.strerror}; '
            + (
                f'written so far: {", ".join(done)}; correct that and run the '
                f'command again'
                if done
                else 'nothing is written'
            )
        ) from None


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
