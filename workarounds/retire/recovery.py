# SPDX-License-Identifier: Apache-2.0
"""What the next run does about one that was interrupted while it wrote."""

import contextlib
import dataclasses
import enum
import os
from typing import NoReturn

from workarounds import _drafts
from workarounds import _text
from workarounds import exceptions
from workarounds.retire.journal import Entry
from workarounds.retire.journal import Journal
from workarounds.retire.targets import Targets


@dataclasses.dataclass(frozen=True)
class Finished:
    """What has been finished.

    :param written: files that were written now
    :param changed: files that were not, because they have changed since
    """

    written: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


class _State(enum.Enum):
    DONE = 'it is replaced'
    READY = 'its draft is complete'
    CHANGED = 'its draft is complete, and it has changed since'
    INCOMPLETE = 'its draft is not complete, or not there'


def finish(journal: Journal, targets: Targets) -> Finished:
    """Finish an interrupted run, or take it back if it replaced no file.

    No draft is left. Nothing is changed if any of them is not as that run can
    have left it.

    :param targets: what this run may write
    :raises workarounds.exceptions.SourceError: there is such a draft, or the
        journal is not valid, or a file cannot be written
    """
    record = journal.read()
    entries = []
    for entry in record.entries:
        if targets.allows(entry.path, is_new=entry.before is None):
            entries.append(entry)
        elif os.path.lexists(entry.draft_path):
            paths = ' '.join(map(_display, record.paths))
            raise exceptions.SourceError(
                f'an earlier run was interrupted before it wrote '
                f'{_display(entry.path)}, which is outside of the given '
                f'paths; nothing is changed. Give its paths: {paths}'
            )
    states = {entry: _state(entry) for entry in entries}
    finished = _replace(states) if _is_begun(states) else Finished()
    for entry in entries:
        try:
            delete_draft(entry)
        except OSError as error:
            _fail(entry.draft_path, 'deleted', error)
    journal.delete()
    return finished


def delete_draft(entry: Entry) -> None:
    """Delete the draft of a file, if it is there."""
    with (
        contextlib.suppress(FileNotFoundError, NotADirectoryError),
        _drafts.open_directory(entry.directory) as directory,
    ):
        # A file system that is read-only refuses to delete even what is not.
        os.lstat(entry.draft, dir_fd=directory)
        os.unlink(entry.draft, dir_fd=directory)


def _is_begun(states: dict[Entry, _State]) -> bool:
    """Return whether the run replaced a file, or was about to.

    If it was not, a new plan is better: it is for the files as they are now.
    """
    found = set(states.values())
    return _State.DONE in found or found == {_State.READY}


def _state(entry: Entry) -> _State:
    try:
        with (
            _drafts.open_directory(entry.directory) as directory,
            _drafts.open_file(entry.name, directory) as target,
        ):
            now = _drafts.hash_file(target)
            draft = _hash_draft(entry, directory, target)
    except OSError as error:
        if os.path.lexists(entry.directory):
            _fail(entry.path, 'read', error)
        # The directory is gone, and everything in it.
        return _State.INCOMPLETE
    if draft != entry.after:
        is_done = draft is None and now == entry.after
        return _State.DONE if is_done else _State.INCOMPLETE
    return _State.READY if now == entry.before else _State.CHANGED


def _hash_draft(
    entry: Entry, directory: int, target: int | None
) -> str | None:
    """Return the hash of a draft, None if there is none.

    :raises workarounds.exceptions.SourceError: no run has made it
    """
    owners = {os.geteuid()}
    if target is not None:
        owners.add(os.fstat(target).st_uid)
    try:
        with _drafts.open_file(entry.draft, directory) as draft:
            if draft is None or os.fstat(draft).st_uid in owners:
                return _drafts.hash_file(draft)
    except OSError as error:
        reason = error.strerror
    else:
        reason = 'it belongs to another user'
    raise exceptions.SourceError(
        f'{_display(entry.draft_path)} is not what an interrupted run has '
        f'left: {reason}; nothing is changed. Delete it'
    )


def _replace(states: dict[Entry, _State]) -> Finished:
    written = []
    for entry, state in states.items():
        if state is _State.READY:
            try:
                _put(entry)
            except OSError as error:
                _fail(entry.path, 'written', error)
            written.append(os.path.relpath(entry.path))
    changed = [
        os.path.relpath(entry.path)
        for entry, state in states.items()
        if state is _State.CHANGED
    ]
    return Finished(tuple(written), tuple(changed))


def _put(entry: Entry) -> None:
    """Replace a file by its draft, which may have been cut off at its end."""
    with (
        _drafts.open_directory(entry.directory) as directory,
        _drafts.open_file(entry.name, directory) as target,
        _drafts.open_file(entry.draft, directory) as draft,
    ):
        if draft is not None:
            _drafts.complete(draft, target)
            _drafts.replace(entry.draft, entry.name, directory)
            _drafts.sync_directory(directory)


def _fail(path: str, what: str, error: OSError) -> NoReturn:
    raise exceptions.SourceError(
        f'{_display(path)} cannot be {what}: {error.strerror}; correct that '
        f'and run the command again'
    ) from None


def _display(path: str) -> str:
    return _text.printable(os.path.relpath(path))
