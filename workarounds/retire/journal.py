# SPDX-License-Identifier: Apache-2.0
"""The journal of a run that writes, from which the next run can finish it.

It is kept in the tree, where anybody may have put one. So a journal is used
only if a run with the same paths could have written it.
"""

from collections.abc import Collection
from collections.abc import Sequence
import dataclasses
import json
import os
import re
import stat
from typing import Final

from workarounds import _temporary_files
from workarounds import exceptions
from workarounds.retire import project_files

_NAME: Final = '.workarounds.retire.json'
#: In bytes; an entry has some hundreds.
_LIMIT: Final = 8 * 1024 * 1024
#: The first characters of every journal with entries.
_START: Final = '[{"draft": "'
_HASH: Final = re.compile('[0-9a-f]{64}')
#: The name of a release note.
_NOTE: Final = re.compile(r'retire-[\w.-]+-[0-9a-f]{16}\.yaml')


@dataclasses.dataclass(frozen=True)
class Entry:
    """A file to replace.

    :param draft: the temporary file with its new content, beside it
    :param path: its real path
    :param before: the hash of its old content; None for a new file
    """

    draft: str
    path: str
    before: str | None


def locate(path: str) -> str:
    """Return the path of the journal: in a directory, or beside a file."""
    whole = os.path.realpath(path)
    if not os.path.isdir(whole):
        whole = os.path.dirname(whole)
    return os.path.join(whole, _NAME)


def write(journal: str, entries: Sequence[Entry]) -> None:
    """Write a journal atomically.

    :raises OSError: it cannot be written
    """
    text = json.dumps([dataclasses.asdict(entry) for entry in entries])
    os.rename(
        _temporary_files.write_temporary_file(journal, text.encode()), journal
    )


def read_journal(journal: str, paths: Collection[str]) -> Sequence[Entry]:
    """Read a journal; return no entries if there is none.

    :param paths: the given paths; an entry must be inside one of them
    :raises workarounds.exceptions.SourceError: no run could have written it
    """
    if not os.path.lexists(journal):
        return []
    try:
        entries = _entries(_text(journal))
        _check(entries, paths)
    except (OSError, ValueError) as error:
        raise exceptions.SourceError(
            f'{os.path.relpath(journal)}: {_reason(error)}; nothing is '
            f'changed. Delete this file, or give the paths of the interrupted '
            f'run'
        ) from None
    return entries


def _reason(error: Exception) -> object:
    return error.strerror if isinstance(error, OSError) else error


def _text(journal: str) -> str:
    _check_ours(os.lstat(journal))
    # Do not block if it was replaced by a pipe in the meantime.
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
    with open(os.open(journal, flags), 'rb') as file:
        _check_ours(os.fstat(file.fileno()))
        data = file.read(_LIMIT + 1)
    if len(data) > _LIMIT:
        raise ValueError(f'is larger than {_LIMIT // 1024**2} MiB')
    return data.decode()


def _check_ours(status: os.stat_result, what: str = '') -> None:
    if not stat.S_ISREG(status.st_mode):
        raise ValueError(f'{what}is not a regular file')
    if status.st_uid != os.geteuid():
        raise ValueError(f'{what}belongs to another user')
    if status.st_nlink != 1:
        raise ValueError(f'{what}has another name, as a hard link')


def _entries(text: str) -> Sequence[Entry]:
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        if text.startswith(_START[: len(text)]) and not text.endswith(']'):
            # An earlier version could be interrupted here, before any change.
            return []
        raise ValueError('is not valid JSON') from None
    if not isinstance(values, list):
        raise ValueError('is not a list')
    return [_entry(value) for value in values]


def _entry(value: object) -> Entry:
    match value:
        case {
            'draft': str(draft),
            'path': str(path),
            'before': str() | None as before,
            **more,
        } if not more and (before is None or _HASH.fullmatch(before)):
            return Entry(draft, path, before)
    raise ValueError(
        'has an entry whose fields are not draft, path and before'
    )


def _check(entries: Sequence[Entry], paths: Collection[str]) -> None:
    names = [name for entry in entries for name in (entry.draft, entry.path)]
    if len(set(names)) != len(names):
        raise ValueError('names a file twice')
    roots = [os.path.realpath(path) for path in paths]
    for number, entry in enumerate(entries, 1):
        try:
            _check_target(entry, roots)
            _check_draft(entry)
        except (OSError, ValueError) as error:
            raise ValueError(f'entry {number}: {_reason(error)}') from None


def _check_target(entry: Entry, roots: Collection[str]) -> None:
    path = entry.path
    if os.path.realpath(path) != path:
        raise ValueError('the path is relative, or goes through a link')
    is_inside = any(os.path.commonpath([root, path]) == root for root in roots)
    if not (is_inside or _is_note(entry, roots)):
        raise ValueError('the path is outside of the given paths')
    status = _status(path)
    if status is not None and not stat.S_ISREG(status.st_mode):
        raise ValueError('the path is not of a regular file')


def _is_note(entry: Entry, roots: Collection[str]) -> bool:
    """Return whether it is the release note, which may be outside."""
    directory, name = os.path.split(entry.path)
    return (
        entry.before is None
        and _NOTE.fullmatch(name) is not None
        and any(
            directory == str(project_files.find_notes_directory(root))
            for root in roots
        )
    )


def _check_draft(entry: Entry) -> None:
    name = os.path.basename(entry.draft)
    beside = os.path.join(os.path.dirname(entry.path), name)
    if entry.draft != beside or not _temporary_files.is_temporary_name(name):
        raise ValueError('the draft is not a temporary file beside the path')
    status = _status(entry.draft)
    # Without a draft, the file has been replaced already.
    if status is not None:
        _check_ours(status, 'the draft ')


def _status(path: str) -> os.stat_result | None:
    try:
        return os.lstat(path)
    except FileNotFoundError:
        return None
