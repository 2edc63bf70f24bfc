# SPDX-License-Identifier: Apache-2.0
"""The directory of what a run keeps to be finished, if it is killed.

It is outside of all trees that are written to, because anybody may have put
files into these.
"""

from collections.abc import Iterator
from collections.abc import Sequence
import contextlib
import hashlib
import os
import pathlib
import stat

from workarounds import _text
from workarounds import exceptions
from workarounds.retire import project_files
from workarounds.source import projects


def find_trees(paths: Sequence[str]) -> list[str]:
    """Return the trees of paths, each of which one run at a time writes to.

    It is the repository, so that its projects do not have a tree each; or else
    the project, or the directory.
    """
    return sorted(
        {
            str(project_files.find_repository(path) or _project(path))
            for path in paths
        }
    )


def locate() -> str:
    """Return the path of the directory, which may not be there yet.

    Others are chosen as the XDG Base Directory Specification says.
    """
    home = os.environ.get('XDG_STATE_HOME', '')
    if not os.path.isabs(home):
        home = os.path.expanduser('~/.local/state')
    return os.path.join(home, 'workarounds', 'retire')


def file_name(tree: str, suffix: str) -> str:
    """Return the name of a file about a tree in the directory."""
    return hashlib.sha256(os.fsencode(tree)).hexdigest() + suffix


@contextlib.contextmanager
def open_directory(paths: Sequence[str]) -> Iterator[int]:
    """Open the directory, and make it if it is missing.

    :param paths: must not be of a project that has the directory in it
    :raises workarounds.exceptions.SourceError: it cannot be used
    """
    path = locate()
    try:
        _check_outside(path, paths)
        _make(pathlib.Path(path))
        for directory in (os.path.dirname(path), path):
            _check_ours(directory)
        flags = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
        opened = os.open(path, flags)
    except (OSError, ValueError) as error:
        raise exceptions.SourceError(
            f'{_text.printable(path)}, where a run with --write keeps its '
            f'journal, cannot be used: {reason_of(error)}; set XDG_STATE_HOME '
            f'to another directory'
        ) from None
    try:
        yield opened
    finally:
        os.close(opened)


def reason_of(error: OSError | ValueError) -> str:
    """Return why something cannot be used, without its name."""
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return str(error)


def _project(path: str) -> str:
    """Return the project of a path, or the directory if it is in none."""
    whole = os.path.realpath(path)
    if not os.path.isdir(whole):
        whole = os.path.dirname(whole)
    return str(projects.find_root(whole) or whole)


def _check_outside(path: str, paths: Sequence[str]) -> None:
    if not os.path.isabs(path):
        raise ValueError('there is no home directory')
    whole = os.path.realpath(path)
    for project in map(_project, paths):
        if os.path.commonpath([whole, project]) == project:
            raise ValueError(f'it is inside of {_text.printable(project)}')


def _make(path: pathlib.Path) -> None:
    missing = [each for each in (path, *path.parents) if not each.exists()]
    for directory in reversed(missing):
        directory.mkdir(mode=0o700, exist_ok=True)


def _check_ours(path: str) -> None:
    status = os.lstat(path)
    name = _text.printable(path)
    if not stat.S_ISDIR(status.st_mode):
        raise ValueError(f'{name} is not a directory')
    if status.st_uid != os.geteuid():
        raise ValueError(f'{name} belongs to another user')
    if status.st_mode & 0o077:
        raise ValueError(f'{name} is open to other users (chmod 700)')
