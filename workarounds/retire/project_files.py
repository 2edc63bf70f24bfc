# SPDX-License-Identifier: Apache-2.0
"""The files of a project."""

from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
import functools
import os
import pathlib

from workarounds.retire.name_uses import Project
from workarounds.source import files as source_files
from workarounds.source import projects
from workarounds.source.files import File
from workarounds.source.index import IndexCache

_NOTES = pathlib.Path('releasenotes', 'notes')
#: Files that may name functions, as entry points.
_METADATA = ('pyproject.toml', 'setup.cfg')


def find_project(
    paths: Sequence[str], indexes: IndexCache | None = None
) -> Project:
    """Return the Python files of the project that paths belong to.

    :param paths: the files that may be changed
    :param indexes: the indexes of what was read already
    """
    find_real = _make_find_real()
    inside = {path: find_real(path) for path in _find_python(paths)}
    known = set(inside.values())
    others = _find_others(inside, paths)
    outside = list(others)
    for root in projects.find_roots(paths):
        top = os.path.relpath(root)
        metadata = [os.path.join(top, name) for name in _METADATA]
        outside += [
            os.path.normpath(path)
            for path in (*_find_python([top]), *metadata)
            if find_real(path) not in known and os.path.isfile(path)
        ]
    own = [path for path in inside if path not in others]
    return Project(own, outside, {}, indexes or IndexCache(), others)


def _find_others(
    files: Mapping[str, str], paths: Sequence[str]
) -> Mapping[str, str]:
    """Return the files of other projects, each with its directory.

    What a user gave by itself counts as the user's own.

    :param files: each with its real path
    """
    others = dict.fromkeys(map(os.path.realpath, paths), '')

    def find_other(place: str) -> str:
        around = os.path.dirname(place)
        if place not in others and around != place:
            is_other = projects.is_other(pathlib.Path(place))
            others[place] = find_other(around) or place * is_other
        return others.get(place, '')

    found = {
        path: find_other(os.path.dirname(real))
        for path, real in files.items()
        if real not in others
    }
    return {
        path: os.path.relpath(place) for path, place in found.items() if place
    }


def _make_find_real() -> Callable[[str], str]:
    """Return a ``realpath`` for files that looks up each directory once."""
    find_directory = functools.cache(os.path.realpath)

    def find_real(path: str) -> str:
        if os.path.islink(path):
            return os.path.realpath(path)
        directory, name = os.path.split(path)
        return os.path.join(find_directory(directory), name)

    return find_real


def find_repository(path: str) -> pathlib.Path | None:
    """Return the root directory of the repository of a path, or None."""
    for directory in _ancestors(path):
        if (directory / '.git').exists():
            return directory
    return None


def is_read_only(path: str) -> bool:
    """Return whether a file has no write permission at all."""
    try:
        return not os.stat(path).st_mode & 0o222
    except OSError:
        # Writing it reports the error.
        return False


def find_notes_directory(path: str) -> pathlib.Path | None:
    """Return the directory of release notes of the project of a path."""
    for directory in _ancestors(path):
        notes = directory / _NOTES
        if notes.is_dir():
            return notes
        if projects.is_root(directory):
            break
    return None


def _ancestors(path: str) -> list[pathlib.Path]:
    start = pathlib.Path(os.path.realpath(path))
    return [start, *start.parents]


def _find_python(paths: Sequence[str]) -> list[str]:
    files, _ = source_files.find_files(paths)
    return [file.path for file in files if _is_python(file)]


def _is_python(file: File) -> bool:
    if file.suffix:
        return source_files.is_python(file, b'')
    try:
        with open(file.path, 'rb') as opened:
            return source_files.is_python(file, opened.readline())
    except OSError:
        # Reading it reports the error.
        return False
