# SPDX-License-Identifier: Apache-2.0
"""Writing changed files: all are ready before the first is written."""

from collections.abc import Sequence
import hashlib
import json
import os

from workarounds import _temporary_files
from workarounds import exceptions
from workarounds.retire.planner import Change

_JOURNAL = '.workarounds.retire.json'


def write(changes: Sequence[Change], path: str) -> None:
    """Write files, each by a rename, so that each is the old or the new one.

    :param path: a journal stands there, or beside it, until all is written
    :raises workarounds.exceptions.SourceError: one cannot be written; if
        others were, the message says which, and the next run goes on
    """
    drafts: list[tuple[str, str]] = []
    journal = _journal(path)
    done: list[str] = []
    try:
        drafts += ((_draft(change), change.path) for change in changes)
        _note(journal, drafts, changes)
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
            _forget(journal, [draft for draft, _ in drafts])


def finish(path: str) -> list[str]:
    """Finish what an earlier run was about to write when it was cut off.

    A file that somebody has changed since is left as it is.

    :param path: as for :func:`write`
    :returns: the files that were written
    """
    journal = _journal(path)
    try:
        with open(journal, encoding='utf-8') as file:
            entries = json.load(file)
    except FileNotFoundError:
        return []
    except ValueError:
        # It was cut off before the first file was written.
        entries = []
    done = []
    for entry in entries:
        target = entry['path']
        if not os.path.exists(entry['draft']):
            continue
        if _digest(target) == entry['before']:
            os.replace(entry['draft'], target)
            done.append(target)
    _forget(journal, [entry['draft'] for entry in entries])
    return [os.path.relpath(one) for one in done]


def is_begun(path: str) -> bool:
    """Tell whether an earlier run was cut off while it wrote."""
    return os.path.exists(_journal(path))


def _journal(path: str) -> str:
    whole = os.path.realpath(path)
    if not os.path.isdir(whole):
        whole = os.path.dirname(whole)
    return os.path.join(whole, _JOURNAL)


def _note(
    journal: str,
    drafts: Sequence[tuple[str, str]],
    changes: Sequence[Change],
) -> None:
    entries = [
        {
            'draft': draft,
            'path': os.path.realpath(target),
            'before': _hash(change.before),
        }
        for (draft, target), change in zip(drafts, changes, strict=True)
    ]
    with open(journal, 'w', encoding='utf-8') as file:
        json.dump(entries, file)
        file.flush()
        os.fsync(file.fileno())


def _forget(journal: str, drafts: Sequence[str]) -> None:
    for path in (journal, *drafts):
        if os.path.exists(path):
            os.unlink(path)


def _hash(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()


def _digest(path: str) -> str | None:
    try:
        with open(path, 'rb') as file:
            return _hash(file.read())
    except FileNotFoundError:
        return None


def _draft(change: Change) -> str:
    path = os.path.realpath(change.path)
    try:
        if _digest(path) != _hash(change.before):
            raise exceptions.SourceError(
                f'{change.path} has changed meanwhile; nothing is written, '
                f'run the command again'
            )
        return _temporary_files.make(path, change.after)
    except OSError as error:
        raise exceptions.SourceError(
            f'{change.path} cannot be written: {error.strerror}; nothing is '
            f'written'
        ) from None
