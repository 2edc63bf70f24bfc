# SPDX-License-Identifier: Apache-2.0
"""The data files, in the order in which they are read."""

from collections.abc import Iterable
from collections.abc import Sequence
import os

from workarounds import _text
from workarounds import exceptions
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.services import Service
from workarounds.declarations import discovery
from workarounds.declarations.registry import Registry

#: The plug-ins whose files are read whatever the catalogue.
_FOR_ALL = ('platforms', 'series', 'fixes')


def find_data(
    registry: Registry | None,
    named: Iterable[str],
    directories: Iterable[str] = (),
) -> tuple[list[str], list[str]]:
    """Find the data files of catalogues, which have the same names.

    :param registry: registry with the catalogues; ``None`` for all data files
        that are installed
    :param named: further files, which are read last
    :param directories: directories whose ``*.yaml`` are read before the named
        files, sorted by name; one that does not exist is ignored
    :returns: the files, and why installed plug-ins are left out
    :raises workarounds.exceptions.DataFileError: a directory cannot be read
    """
    plugins, broken = discovery.load_plugins(discovery.DATA_FILES, os.fsdecode)
    problems = [
        f'the data plug-in {name} is left out: {error}'
        for name, error in broken.items()
    ]
    names = sorted(plugins) if registry is None else _names(registry)
    files = [
        plugins[name]
        for name in dict.fromkeys((*_FOR_ALL, *names))
        if name in plugins
    ]
    for directory in directories:
        files += files_in(directory)
    return [*files, *named], problems


def _names(registry: Registry) -> list[str]:
    """Return the names of the catalogues, and of their services."""
    names = [
        name
        for catalogue_name, catalogue in registry.catalogues
        for name in (catalogue_name, catalogue.config)
        if name is not None
    ]
    return list(dict.fromkeys(names))


def files_in(directory: str) -> list[str]:
    """Return the data files in a directory; none if it does not exist.

    :raises workarounds.exceptions.DataFileError: it cannot be read
    """
    try:
        names = sorted(os.listdir(directory))
    except FileNotFoundError:
        return []
    except OSError as error:
        cure = (
            'make it a directory'
            if isinstance(error, NotADirectoryError)
            else 'run as a user who may read it (sudo -H sets HOME)'
        )
        raise exceptions.DataFileError(
            f'{_text.printable(directory)}: {error.strerror}; {cure}'
        ) from None
    return [
        os.path.join(directory, name)
        for name in names
        if name.endswith('.yaml') and not name.startswith('.')
    ]


def insert(
    files: Sequence[str], path: str, directories: Sequence[str]
) -> list[str]:
    """Return the files with a new one, in its place.

    :param files: the files, in the order in which they are read
    :param path: absolute path of the new file
    :param directories: as for :func:`find_data`
    """
    directory = os.path.dirname(path)
    later: Sequence[str] = ()
    if directory in directories:
        later = directories[directories.index(directory) + 1 :]
    for index, file in enumerate(files):
        place = os.path.dirname(file)
        if place in later or (place == directory and file > path):
            return [*files[:index], path, *files[index:]]
    return [*files, path]


def title(registry: Registry) -> str:
    """Return the project of the service, or the name of its catalogue."""
    if registry.catalogue and registry.catalogue.project:
        return registry.catalogue.project
    return next((name for name, _ in registry.catalogues), '')


def projects(registry: Registry) -> dict[str, str]:
    """Return the distribution of each workaround, by name, if it is known."""
    service = registry.catalogue
    own = service.project if service else None
    found = {
        declaration.name: registry.library_of(declaration) or own
        for declaration in (*registry, *registry.removed)
    }
    return {name: project for name, project in found.items() if project}


def service(registry: Registry, dataset: Dataset) -> Service | None:
    """Return the facts of the service in the data files.

    :raises workarounds.exceptions.SeveralServicesError: the registry has the
        catalogues of several services
    """
    found = [name for name in _names(registry) if name in dataset.services]
    if len(found) > 1:
        raise exceptions.SeveralServicesError(
            f'{" and ".join(found)} are services, each with releases and '
            f'platforms of its own; name one at a time'
        )
    return dataset.services[found[0]] if found else None
