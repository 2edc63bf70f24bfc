# SPDX-License-Identifier: Apache-2.0
"""Writing of changed files: all drafts exist before the first rename."""

from collections.abc import Sequence
import hashlib
import os

from workarounds import _temporary_files
from workarounds import exceptions
from workarounds.retire import journal
from workarounds.retire.planner import Change


def write_changes(changes: Sequence[Change], path: str) -> None:
    """Replace files atomically, each by a rename.

    :param path: the journal is kept there, or beside it, until all are written
    :raises workarounds.exceptions.SourceError: a file cannot be written; if
        others were, the message names them, and the next run continues
    """
    drafts: list[tuple[str, str]] = []
    record = journal.locate(path)
    done: list[str] = []
    try:
        drafts += ((_write_draft(change), change.path) for change in changes)
        journal.write(record, _entries(drafts, changes))
        for draft, target in drafts:
            os.replace(draft, os.path.realpath(target))
            done.append(target)
    except OSError as error:
        target = changes[len(done)].path
        raise exceptions.SourceError(
            f'{target} cannot be written: {error.strerror}; '
            + (
                f'written so far: {", ".join(done)}; correct that and run the '
                f'command again'
                if done
                else 'nothing is written'
            )
        ) from None
    finally:
        if not done or len(done) == len(changes):
            _delete(record, [draft for draft, _ in drafts])


def finish_interrupted(*paths: str) -> list[str]:
    """Finish an earlier run that was interrupted while it wrote.

    A file that has changed since then is left alone.

    :param paths: the paths of that run; the journal is at the first
    :returns: the files that were written
    :raises workarounds.exceptions.SourceError: the journal is not valid, and
        nothing is changed; or a file cannot be written
    """
    record = journal.locate(paths[0])
    entries = journal.read_journal(record, paths)
    done = []
    for entry in entries:
        try:
            if not os.path.exists(entry.draft):
                continue
            if _hash_file(entry.path) == entry.before:
                os.replace(entry.draft, entry.path)
                done.append(os.path.relpath(entry.path))
        except OSError as error:
            raise exceptions.SourceError(
                f'{os.path.relpath(entry.path)} cannot be written: '
                f'{error.strerror}; correct that and run the command again'
            ) from None
    _delete(record, [entry.draft for entry in entries])
    return done


def was_interrupted(path: str) -> bool:
    """Return whether an earlier run was interrupted while it wrote."""
    return os.path.lexists(journal.locate(path))


def _entries(
    drafts: Sequence[tuple[str, str]], changes: Sequence[Change]
) -> list[journal.Entry]:
    return [
        journal.Entry(draft, os.path.realpath(target), _hash(change.before))
        for (draft, target), change in zip(drafts, changes, strict=True)
    ]


def _delete(record: str, drafts: Sequence[str]) -> None:
    for path in (record, *drafts):
        if os.path.exists(path):
            os.unlink(path)


def _hash(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()


def _hash_file(path: str) -> str | None:
    try:
        with open(path, 'rb') as file:
            return _hash(file.read())
    except FileNotFoundError:
        return None


def _write_draft(change: Change) -> str:
    path = os.path.realpath(change.path)
    try:
        if _hash_file(path) != _hash(change.before):
            raise exceptions.SourceError(
                f'{change.path} has changed in the meantime; nothing is '
                f'written; run the command again'
            )
        return _temporary_files.write_temporary_file(path, change.after)
    except OSError as error:
        raise exceptions.SourceError(
            f'{change.path} cannot be written: {error.strerror}; nothing is '
            f'written'
        ) from None
