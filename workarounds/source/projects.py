# SPDX-License-Identifier: Apache-2.0
"""The version of a project, from the metadata around its source."""

from collections.abc import Iterator
from collections.abc import Sequence
import configparser
import dataclasses
from email import parser
from importlib import metadata
import json
import os
import pathlib
import stat
import tomllib
from urllib import parse
from urllib import request

from workarounds import exceptions

_ROOT_MARKS = ('.git', 'pyproject.toml', 'setup.cfg', 'setup.py')
#: How the names of branches start that are made from releases.
_STABLE = ('stable/', 'unmaintained/')
#: In characters; no metadata is longer.
_MAX_LENGTH = 8 * 1024 * 1024
#: Directories for copies of other projects.
_COPIES = ('_vendor', 'third_party', 'vendor')
_LIBRARIES = ('site-packages', 'dist-packages')


@dataclasses.dataclass(frozen=True, slots=True)
class Version:
    """A version, and where it was found.

    :param text: as written, not checked
    :param source: a file, or an installed distribution
    """

    text: str
    source: str


def is_stable_branch(paths: Sequence[str]) -> bool:
    """Return whether a path is of a stable branch, by its ``.gitreview``.

    :raises workarounds.exceptions.SourceError: the file cannot be read
    """
    for path in paths:
        whole = pathlib.Path(os.path.realpath(path))
        for directory in (whole, *whole.parents):
            branch = _parse_ini(directory / '.gitreview', 'gerrit').get(
                'defaultbranch', ''
            )
            if branch.startswith(_STABLE):
                return True
            if is_root(directory):
                break
    return False


def find_versions(paths: Sequence[str]) -> list[Version]:
    """Return the versions of the projects that paths belong to.

    It searches from each path up to the root of its project, for the metadata
    of a build, then ``pyproject.toml`` and ``setup.cfg``, then the metadata of
    an installed distribution that was built from that root.

    :returns: each version once; nothing if none was found
    :raises workarounds.exceptions.SourceError: metadata cannot be read
    """
    versions = filter(None, map(_find_version, paths))
    return list({version.text: version for version in versions}.values())


def _find_version(path: str) -> Version | None:
    whole = pathlib.Path(os.path.realpath(path))
    start = whole if whole.is_dir() else whole.parent
    for directory in (start, *start.parents):
        for version in _versions_in(directory, whole):
            return version
        if directory.name in _LIBRARIES:
            return None
        if is_root(directory):
            return _installed_version(directory)
    return None


def find_roots(paths: Sequence[str]) -> list[pathlib.Path]:
    """Return the roots of the projects that paths belong to, each once."""
    return list(dict.fromkeys(filter(None, map(find_root, paths))))


def find_root(path: str) -> pathlib.Path | None:
    """Return the root of the project of a path, or None."""
    whole = pathlib.Path(os.path.realpath(path))
    return next(filter(is_root, (whole, *whole.parents)), None)


def is_test(path: str) -> bool:
    """Return whether a file of a project contains tests."""
    whole = pathlib.Path(os.path.realpath(path))
    root = find_root(path) or pathlib.Path.cwd()
    inside = whole.relative_to(root) if whole.is_relative_to(root) else whole
    name = whole.name
    return (
        bool({'test', 'tests'} & set(inside.parts[:-1]))
        or name.startswith('test_')
        or name in ('conftest.py', 'tests.py')
        or name.endswith('_test.py')
    )


def is_other(directory: pathlib.Path) -> bool:
    """Return whether a directory is of another project than its parent.

    That is a copy of a library, a submodule, or what states another name than
    the project around it.
    """
    if directory.name in _COPIES or (directory / '.git').exists():
        return True
    try:
        name = find_name(directory)
        around = find_root(str(directory.parent)) if name else None
        return around is not None and find_name(around) not in (None, name)
    except exceptions.SourceError:
        # It has metadata of its own, which cannot be read.
        return True


def find_name(root: pathlib.Path) -> str | None:
    """Return the name of the distribution that a project makes.

    :raises workarounds.exceptions.SourceError: metadata cannot be read
    """
    name = read_pyproject(root).get('name') or read_setup(root).get('name')
    return name if isinstance(name, str) else None


def is_root(directory: pathlib.Path) -> bool:
    """Return whether a directory is the root of a project."""
    return any(os.path.exists(directory / mark) for mark in _ROOT_MARKS)


def _versions_in(
    directory: pathlib.Path, path: pathlib.Path
) -> Iterator[Version]:
    """Yield the versions that a directory states for a path below it."""
    yield from _header_version(directory / 'PKG-INFO')
    project = read_pyproject(directory).get('version')
    if isinstance(project, str):
        yield Version(project, display_path(directory / 'pyproject.toml'))
    setup = read_setup(directory).get('version', '')
    if setup and not setup.startswith(('attr:', 'file:')):
        yield Version(setup, display_path(directory / 'setup.cfg'))
    for built in sorted(directory.glob('*.egg-info')):
        if is_root(directory) or _contains(built, directory, path):
            yield from _header_version(built / 'PKG-INFO')
    if is_root(directory):
        for built in sorted(directory.glob('src/*.egg-info')):
            yield from _header_version(built / 'PKG-INFO')
    for built in sorted(directory.glob('*.dist-info')):
        if _contains(built, directory, path):
            yield from _header_version(built / 'METADATA')


def _contains(
    built: pathlib.Path, directory: pathlib.Path, path: pathlib.Path
) -> bool:
    """Return whether a distribution installed the path."""
    if path == directory:
        return False
    wanted = path.relative_to(directory)
    names = read(built / 'top_level.txt').split()
    if names and pathlib.Path(wanted.parts[0]).stem not in names:
        return False
    record = read(built / 'RECORD')
    if not record:
        return bool(names)
    files = [line.partition(',')[0] for line in record.splitlines()]
    start = f'{wanted.as_posix()}/'
    return any(
        file == wanted.as_posix() or file.startswith(start) for file in files
    )


def _installed_version(root: pathlib.Path) -> Version | None:
    """Return the version of the distribution installed from a root."""
    name = find_name(root)
    if name is None:
        return None
    try:
        installed = metadata.distribution(name)
    except (metadata.PackageNotFoundError, ValueError):
        return None
    if not _is_built_from(root, installed):
        return None
    return Version(installed.version, f'installed {name}')


def _is_built_from(
    root: pathlib.Path, installed: metadata.Distribution
) -> bool:
    try:
        origin = json.loads(installed.read_text('direct_url.json') or '{}')
        url = parse.urlsplit(origin.get('url', ''))
    except (AttributeError, ValueError):
        return False
    if url.scheme != 'file':
        return False
    place = pathlib.Path(os.path.realpath(request.url2pathname(url.path)))
    # tox builds and installs below the root.
    return place == root or root in place.parents


def _header_version(file: pathlib.Path) -> Iterator[Version]:
    version = parser.HeaderParser().parsestr(read(file))['Version']
    if version:
        yield Version(str(version).strip(), display_path(file))


def read_pyproject(directory: pathlib.Path) -> dict[str, object]:
    """Return the table ``project`` of a project, empty without one.

    :raises workarounds.exceptions.SourceError: the file cannot be read
    """
    file = directory / 'pyproject.toml'
    try:
        project = tomllib.loads(read(file)).get('project')
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(file, str(error)) from None
    return project if isinstance(project, dict) else {}


def read_setup(
    directory: pathlib.Path, section: str = 'metadata'
) -> dict[str, str]:
    """Return a section of a project's ``setup.cfg``, empty without one.

    :raises workarounds.exceptions.SourceError: the file cannot be read
    """
    return _parse_ini(directory / 'setup.cfg', section)


def _parse_ini(file: pathlib.Path, section: str) -> dict[str, str]:
    """Return the options of a section, none if there is no such file."""
    parsed = configparser.ConfigParser(interpolation=None)
    try:
        parsed.read_string(read(file), display_path(file))
    except configparser.ParsingError as error:
        # Its text quotes the line, and the file may be a link to any other.
        if isinstance(error, configparser.MissingSectionHeaderError):
            number = error.lineno
        else:
            number = error.errors[0][0]
        raise _unreadable(file, f'line {number} is not valid') from None
    except configparser.Error as error:
        message = ' '.join(str(error).split())
        raise _unreadable(file, message) from None
    return dict(parsed[section]) if section in parsed else {}


def read(file: pathlib.Path) -> str:
    """Return the text of a file of metadata, empty if there is none.

    :raises workarounds.exceptions.SourceError: the file cannot be read
    """
    try:
        # A pipe would block it, and a device need not end.
        opened = os.open(file, os.O_RDONLY | os.O_NONBLOCK)
    except (FileNotFoundError, NotADirectoryError):
        return ''
    except OSError as error:
        raise _unreadable(file, str(error.strerror)) from None
    if not stat.S_ISREG(os.fstat(opened).st_mode):
        os.close(opened)
        raise _unreadable(file, 'it is not a regular file')
    with open(opened, encoding='utf-8') as stream:
        try:
            text = stream.read(_MAX_LENGTH + 1)
        except (OSError, UnicodeError) as error:
            raise _unreadable(file, str(error)) from None
    if len(text) > _MAX_LENGTH:
        raise _unreadable(file, 'it is too large')
    return text


def _unreadable(file: pathlib.Path, reason: str) -> exceptions.SourceError:
    return exceptions.SourceError(
        f'{display_path(file)} cannot be read for the version of the project '
        f'({reason}); correct it, or give --service-version'
    )


def display_path(file: pathlib.Path) -> str:
    """Return a path as it is shown: from the current directory."""
    try:
        return str(file.relative_to(pathlib.Path.cwd()))
    except ValueError:
        return str(file)
