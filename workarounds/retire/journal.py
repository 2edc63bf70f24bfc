# SPDX-License-Identifier: Apache-2.0
"""The journal of a run that writes, from which the next run can finish it.

It names every draft before there is one, so that none is left for ever.
"""

from collections.abc import Sequence
import contextlib
import dataclasses
import json
import os
import re
from typing import Final

from workarounds import _drafts
from workarounds import _text
from workarounds import exceptions
from workarounds.retire import state

#: In bytes; an entry has some hundreds.
_LIMIT: Final = 64 * 1024 * 1024
_HASH: Final = re.compile('[0-9a-f]{64}')
_SUFFIX: Final = '.json'
#: What becomes the journal by a rename.
_DRAFT_SUFFIX: Final = '.new'


@dataclasses.dataclass(frozen=True)
class Entry:
    """A file to replace.

    :param path: its real path
    :param draft: the name of its draft, in the same directory
    :param before: the hash of its old content; None for a new file
    :param after: the hash of its new content
    """

    path: str
    draft: str
    before: str | None
    after: str

    @property
    def directory(self) -> str:
        """Return the path of its directory."""
        return os.path.dirname(self.path)

    @property
    def name(self) -> str:
        """Return its name in the directory."""
        return os.path.basename(self.path)

    @property
    def draft_path(self) -> str:
        """Return the path of its draft."""
        return os.path.join(self.directory, self.draft)


@dataclasses.dataclass(frozen=True)
class Record:
    """What a journal says of a run.

    :param paths: the real paths that it was given
    """

    paths: Sequence[str]
    entries: Sequence[Entry]


def is_present(trees: Sequence[str]) -> bool:
    """Return whether there is a journal of a run in some trees."""
    names = [state.file_name(tree, _SUFFIX) for tree in trees]
    return any(
        os.path.lexists(os.path.join(state.locate(), name)) for name in names
    )


class Journal:
    """The journal of the runs in some trees: a file about each of these.

    :param directory: the descriptor of the directory of all journals
    """

    def __init__(self, directory: int, trees: Sequence[str]) -> None:
        self._directory = directory
        self._trees = trees

    def write(self, record: Record) -> None:
        """Write it to the disk.

        :raises OSError: it cannot be written
        """
        data = json.dumps(dataclasses.asdict(record)).encode()
        for tree in self._trees:
            draft = state.file_name(tree, _DRAFT_SUFFIX)
            self._delete(draft)
            _drafts.write(draft, self._directory, data, None)
            name = state.file_name(tree, _SUFFIX)
            _drafts.replace(draft, name, self._directory)
        _drafts.sync_directory(self._directory)

    def read(self) -> Record:
        """Read it; return no entries if there is none.

        :raises workarounds.exceptions.SourceError: it is not valid
        """
        paths: dict[str, None] = {}
        entries: dict[str, Entry] = {}
        for tree in self._trees:
            name = state.file_name(tree, _SUFFIX)
            try:
                record = self._read(name)
            except (OSError, ValueError) as error:
                reason = state.reason_of(error)
                path = os.path.join(state.locate(), name)
                raise exceptions.SourceError(
                    f'{_text.printable(path)}: {reason}; nothing is changed. '
                    f'It is the journal of an interrupted run; delete it'
                ) from None
            if record is not None:
                paths |= dict.fromkeys(record.paths)
                entries |= {entry.path: entry for entry in record.entries}
        return Record(list(paths), list(entries.values()))

    def delete(self) -> None:
        """Delete it."""
        for tree in self._trees:
            for suffix in (_DRAFT_SUFFIX, _SUFFIX):
                self._delete(state.file_name(tree, suffix))

    def _read(self, name: str) -> Record | None:
        with _drafts.open_file(name, self._directory) as file:
            if file is None:
                return None
            status = os.fstat(file)
            if status.st_uid != os.geteuid():
                raise ValueError('it belongs to another user')
            if status.st_size > _LIMIT:
                raise ValueError(f'it is larger than {_LIMIT // 1024**2} MiB')
            with open(file, 'rb', closefd=False) as opened:
                return _parse(opened.read())

    def _delete(self, name: str) -> None:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name, dir_fd=self._directory)


def _parse(data: bytes) -> Record:
    try:
        value = json.loads(data.decode())
    except (ValueError, RecursionError):
        value = None
    match value:
        case {'paths': [*paths], 'entries': [*entries], **more} if (
            not more and all(isinstance(path, str) for path in paths)
        ):
            return Record(paths, [_parse_entry(each) for each in entries])
    raise ValueError('it is not a journal')


def _parse_entry(value: object) -> Entry:
    match value:
        case {
            'path': str(path),
            'draft': str(draft),
            'before': str() | None as before,
            'after': str(after),
            **more,
        } if not more:
            entry = Entry(path, draft, before, after)
            if (
                os.path.isabs(path)
                and '\0' not in path
                and os.path.normpath(path) == path
                and _drafts.is_name(draft)
                and (before is None or _HASH.fullmatch(before))
                and _HASH.fullmatch(after)
            ):
                return entry
    raise ValueError('it has an entry that no run writes')
