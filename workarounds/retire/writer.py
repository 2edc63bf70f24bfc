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
        state.open_directory(paths) as directory,
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

        If a rename fails, those before it are taken back.

        :returns: the files that had another name, a hard link, which still
            has the old content
        :raises workarounds.exceptions.SourceError: a file cannot be written;
            if others were and cannot be taken back, the message names them
        """
        if not changes:
            return []
        entries = [self._entry(change) for change in changes]
        linked = self._prepare(entries, changes)
        self._put_all(entries, changes)
        self._clean(entries)
        return linked

    def _prepare(
        self, entries: Sequence[Entry], changes: Sequence[Change]
    ) -> list[str]:
        """Write the journal and the drafts; return files with more names."""
        linked = []
        try:
            self._write_journal(entries)
            for entry, change in zip(entries, changes, strict=True):
                if _write_draft(entry, change):
                    linked.append(change.path)
            _sync_directories(entries)
        except BaseException:
            self._clean(entries)
            raise
        return linked

    def _put_all(
        self, entries: Sequence[Entry], changes: Sequence[Change]
    ) -> None:
        done = 0
        try:
            for entry in entries:
                _put(entry)
                done += 1
        except OSError as error:
            result = self._take_back(entries[done:], changes[:done])
            raise _failure(changes[done], error, result) from None
        except BaseException:
            # A file that is replaced has no draft any more.
            if all(os.path.lexists(entry.draft_path) for entry in entries):
                self._clean(entries)
            raise
        _sync_directories(entries)

    def _take_back(
        self, entries: Sequence[Entry], done: Sequence[Change]
    ) -> str:
        """Give files their old content again; return what is written.

        :param entries: those that were not replaced
        """
        if not done:
            self._clean(entries)
            return 'nothing is written'
        try:
            for entry in entries:
                recovery.delete_draft(entry)
            for change in done:
                if change.before is None:
                    _delete(self._entry(change))
            old = [
                Change(change.path, change.after, change.before)
                for change in done
                if change.before is not None
            ]
            back = [self._entry(change) for change in old]
            self._prepare(back, old)
            for entry in back:
                _put(entry)
            self._clean([*entries, *back])
        except (OSError, exceptions.SourceError):
            names = ', '.join(_text.printable(change.path) for change in done)
            return (
                f'written so far: {names}; correct that and run the command '
                f'again'
            )
        return 'nothing is written'

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


def _write_draft(entry: Entry, change: Change) -> bool:
    """Write a draft; return whether the old file has another name."""
    try:
        with (
            _drafts.open_directory(entry.directory) as directory,
            _drafts.open_file(entry.name, directory) as old,
        ):
            _check_unchanged(entry, old)
            _drafts.write(entry.draft, directory, change.after, old)
            return old is not None and os.fstat(old).st_nlink > 1
    except OSError as error:
        raise _failure(change, error, 'nothing is written') from None


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


def _delete(entry: Entry) -> None:
    """Delete a new file."""
    with (
        _drafts.open_directory(entry.directory) as directory,
        _drafts.open_file(entry.name, directory) as new,
    ):
        if _drafts.hash_file(new) == entry.after:
            os.unlink(entry.name, dir_fd=directory)


def _failure(
    change: Change, error: OSError, result: str
) -> exceptions.SourceError:
    return exceptions.SourceError(
        f'{_text.printable(change.path)} cannot be written: {error.strerror}; '
        f'{result}'
    )


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
