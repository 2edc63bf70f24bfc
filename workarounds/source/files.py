# SPDX-License-Identifier: Apache-2.0
"""The files below paths that may name a workaround."""

from collections.abc import Iterator
from collections.abc import Sequence
import dataclasses
import os
import re
import stat
from typing import Final

from workarounds import _text
from workarounds import exceptions

#: Larger files are not read, in bytes.
MAX_BYTES: Final = 8 * 1024 * 1024
_PYTHON: Final = frozenset(('.py', '.pyi', '.pyw'))
_TEXT: Final = frozenset(
    (
        '.adoc',
        '.cfg',
        '.conf',
        '.env',
        '.html',
        '.in',
        '.ini',
        '.j2',
        '.json',
        '.md',
        '.rst',
        '.sample',
        '.service',
        '.sh',
        '.template',
        '.tmpl',
        '.toml',
        '.txt',
        '.yaml',
        '.yml',
    )
)
#: Caches, metadata of tools, and files that describe past releases.
_EXCLUDED: Final = re.compile(
    r'\.(?:bzr|eggs|git|hg|nox|stestr|svn|tox|venv|\w+_cache)'
    r'|__pycache__|node_modules|.*\.(?:dist|egg)-info|AUTHORS|ChangeLog'
)
#: Excluded too, unless they are Python packages.
_BUILD_DIRECTORIES: Final = ('build', 'dist')
_SHEBANG: Final = re.compile(rb'#!.*\bpython')


@dataclasses.dataclass(frozen=True, slots=True)
class File:
    """A file to read.

    :param is_given: the user named this file, not a directory above it
    """

    path: str
    is_given: bool = False

    @property
    def suffix(self) -> str:
        """Return its suffix, with the dot."""
        return os.path.splitext(self.path)[1].lower()

    @property
    def is_python(self) -> bool:
        """Return whether its suffix is one of Python's."""
        return self.suffix in _PYTHON


@dataclasses.dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file or directory that was not read.

    :param reason: why, and what to do
    """

    path: str
    line: int | None
    reason: str


def find_files(paths: Sequence[str]) -> tuple[list[File], list[SkippedFile]]:
    """Return the files below paths, each once, in a stable order.

    :raises workarounds.exceptions.SourceError: a path does not exist
    """
    search = _FileSearch(paths)
    for path in paths:
        search.add_root(path)
    return search.files, search.skipped


def read_file(file: File) -> bytes | SkippedFile | None:
    """Read a file; return None for a binary file found in a directory."""
    try:
        with open(file.path, 'rb') as opened:
            size = os.fstat(opened.fileno()).st_size
            data = opened.read(min(size, MAX_BYTES) + 1)
            while len(data) <= MAX_BYTES and (more := opened.read(MAX_BYTES)):
                data += more
    except OSError as error:
        return _skip_unreadable(file.path, error)
    if b'\0' in data and not (is_python(file, data) or file.is_given):
        return None
    if len(data) > MAX_BYTES:
        return SkippedFile(
            file.path,
            None,
            f'larger than {MAX_BYTES // 1024**2} MiB '
            f'({max(size, len(data)):,} bytes); leave it out',
        )
    return data


def is_python(file: File, data: bytes) -> bool:
    """Return whether a file is Python, by its suffix or its first line."""
    return file.is_python or (
        not file.suffix and _SHEBANG.match(data) is not None
    )


class _FileSearch:
    def __init__(self, paths: Sequence[str]) -> None:
        self.files: list[File] = []
        self.skipped: list[SkippedFile] = []
        self._roots = [os.path.realpath(path) for path in paths]
        self._seen: set[tuple[int, int]] = set()

    def add_root(self, path: str) -> None:
        try:
            status = os.stat(path)
        except OSError as error:
            raise exceptions.SourceError(
                f'{_text.printable(path)}: {error.strerror}; give a file or a '
                f'directory that can be read'
            ) from None
        if stat.S_ISDIR(status.st_mode):
            self._add_directory(path, status)
        elif stat.S_ISREG(status.st_mode):
            self._add(File(path, is_given=True), status)
        else:
            raise exceptions.SourceError(
                f'{path}: neither a file nor a directory; give one of the two'
            )

    def _add(self, file: File, status: os.stat_result) -> None:
        if self._is_new(status):
            self.files.append(file)

    def _is_new(self, status: os.stat_result) -> bool:
        """Return whether a file or directory is seen for the first time."""
        if len(self._roots) == 1:
            return True
        key = status.st_dev, status.st_ino
        is_new = key not in self._seen
        self._seen.add(key)
        return is_new

    def _add_directory(self, path: str, status: os.stat_result) -> None:
        stack = [(path, status)]
        while stack:
            directory, status = stack.pop()
            if not self._is_new(status):
                continue
            try:
                with os.scandir(directory) as listing:
                    entries = sorted(listing, key=lambda entry: entry.name)
            except OSError as error:
                self.skipped.append(_skip_unreadable(directory, error))
                continue
            for entry in self._select(entries):
                try:
                    status = entry.stat(follow_symlinks=False)
                except OSError as error:
                    self.skipped.append(_skip_unreadable(entry.path, error))
                    continue
                if stat.S_ISDIR(status.st_mode):
                    stack.append((entry.path, status))
                elif stat.S_ISREG(status.st_mode):
                    self._add(File(entry.path), status)

    def _select(
        self, entries: Sequence[os.DirEntry[str]]
    ) -> Iterator[os.DirEntry[str]]:
        for entry in entries:
            if _EXCLUDED.fullmatch(entry.name):
                continue
            if entry.is_symlink():
                self._report_link(entry)
            elif entry.is_dir(follow_symlinks=False):
                is_package = os.path.exists(f'{entry.path}/__init__.py')
                if entry.name not in _BUILD_DIRECTORIES or is_package:
                    yield entry
            elif _has_known_suffix(entry.name):
                yield entry

    def _report_link(self, entry: os.DirEntry[str]) -> None:
        """Report a link to a target outside of the paths.

        A target inside of them is found under its own path.
        """
        # Of a link to itself, entry.is_dir() raises an error.
        is_directory = os.path.isdir(entry.path)
        if not (is_directory or _has_known_suffix(entry.name)):
            return
        target = os.path.realpath(entry.path)
        for root in self._roots:
            if os.path.commonpath([target, root]) == root:
                return
        self.skipped.append(
            SkippedFile(
                entry.path,
                None,
                f'a link to {target}, outside the given paths; give that '
                f'path too, or leave the link out',
            )
        )


def _has_known_suffix(name: str) -> bool:
    suffix = os.path.splitext(name)[1].lower()
    return not suffix or suffix in _PYTHON or suffix in _TEXT


def _skip_unreadable(path: str, error: OSError) -> SkippedFile:
    reason = (error.strerror or type(error).__name__).lower()
    return SkippedFile(
        path,
        None,
        f'cannot be read ({reason}); make it readable, or leave it out',
    )
