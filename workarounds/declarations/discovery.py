# SPDX-License-Identifier: Apache-2.0
"""Plug-ins by entry points: catalogues, probes, data files."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
import difflib
import functools
from importlib import metadata
import os
import pkgutil
from typing import Any
from typing import TypeVar

from stevedore import named

from workarounds import exceptions
from workarounds.declarations.catalogue import Catalogue
from workarounds.declarations.plugin_code import call_plugin
from workarounds.declarations.registry import Registry

ENTRY_POINTS = 'workarounds.declarations'
PROBES = 'workarounds.probes'
DATA_FILES = 'workarounds.data'

_T = TypeVar('_T')


def load_catalogues(
    namespaces: Sequence[str],
) -> tuple[Registry, list[exceptions.CatalogueError]]:
    """Load catalogues into a new registry, with those that they use.

    :param namespaces: names of entry points, or ``module:attribute``
    :returns: the registry, and an error for each catalogue that could not be
        loaded
    :raises workarounds.exceptions.UnknownCatalogueError: there is no such
        entry point; the message has the nearest names
    """
    registry = Registry()
    errors = []
    waiting = list(dict.fromkeys(namespaces))
    for namespace in waiting:
        try:
            loaders = _find_loaders(namespace)
            uses = call_plugin(_add, registry, namespace, loaders)
            waiting += [name for name in uses if name not in waiting]
        except exceptions.UnknownCatalogueError as error:
            if namespace in namespaces:
                raise
            errors.append(exceptions.CatalogueError(f'in uses: {error}'))
        except exceptions.PluginError as error:
            cause = error.__cause__
            catalogue_error = exceptions.CatalogueError(
                f'catalogue {namespace}: {error}{_hint(namespace, cause)}'
            )
            catalogue_error.__cause__ = cause
            errors.append(catalogue_error)
    return registry, errors


def _hint(namespace: str, cause: BaseException | None) -> str:
    """Return what to do about a catalogue that cannot be loaded, if known."""
    if isinstance(cause, exceptions.DuplicateDeclarationError):
        return '; within a project, workarounds audit names both places'
    module = namespace.partition(':')[0].partition('.')[0]
    is_missing = isinstance(cause, ModuleNotFoundError) and (
        cause.name == module
    )
    if is_missing and any(map(os.path.exists, (module, f'{module}.py'))):
        return (
            f'; {module} is in the current directory, which only python -m '
            f'workarounds searches: write that in place of workarounds, or '
            f'set PYTHONPATH=.'
        )
    if isinstance(cause, AttributeError):
        path, _, wanted = namespace.partition(':')
        known = [
            f'{path}:{name}'
            for name, value in getattr(cause.obj, '__dict__', {}).items()
            if isinstance(value, Catalogue) and wanted == cause.name
        ]
        return f'; did you mean {" or ".join(known)}?' if known else ''
    return ''


def load_plugins(
    group: str, prepare: Callable[[Any], _T]
) -> tuple[Mapping[str, _T], Mapping[str, exceptions.PluginError]]:
    """Load all plug-ins of a kind.

    :param group: such as :data:`PROBES`
    :param prepare: is called with each plug-in; an error that it raises
        counts as the plug-in's
    :returns: the results by name, and the errors of the others by name
    """
    loaded, broken = {}, {}
    for point in _entry_points(group):
        try:
            loaded[point.name] = call_plugin(
                lambda point: prepare(point.load()), point
            )
        except exceptions.PluginError as error:
            broken[point.name] = error
    return loaded, broken


def installed_catalogues() -> list[str]:
    """Return the names of the catalogues that are installed."""
    return sorted({point.name for point in _entry_points(ENTRY_POINTS)})


def _entry_points(group: str) -> list[metadata.EntryPoint]:
    # stevedore only finds them: it does not catch a SystemExit when it loads.
    manager: Any = named.NamedExtensionManager(group, [])
    return list(manager.list_entry_points())


def _find_loaders(namespace: str) -> list[Callable[[], Any]]:
    if ':' in namespace:
        return [functools.partial(pkgutil.resolve_name, namespace)]
    points = _entry_points(ENTRY_POINTS)
    loaders = [point.load for point in points if point.name == namespace]
    if not loaders:
        names = sorted(point.name for point in points)
        near = difflib.get_close_matches(namespace.lower(), names)
        raise exceptions.UnknownCatalogueError(
            f'no catalogue is called {namespace!r}; '
            + (
                f'did you mean {" or ".join(near)}? Installed: '
                if near
                else 'installed: '
            )
            + f'{", ".join(names) or "none"}; name one that is not '
            f'installed as module:attribute'
        )
    return loaders


def _add(
    registry: Registry, namespace: str, loaders: Iterable[Callable[[], Any]]
) -> list[str]:
    """Add the catalogues of a name, and return the names of those they use."""
    catalogues = [_as_catalogue(namespace, load()) for load in loaders]
    for catalogue in catalogues:
        registry.add(namespace, catalogue)
    return [name for catalogue in catalogues for name in catalogue.uses]


def _as_catalogue(namespace: str, found: Any) -> Catalogue:
    if callable(found):
        found = found()
    if isinstance(found, Catalogue):
        return found
    if isinstance(found, Registry):
        return Catalogue(
            project=found.project, declarations=[*found, *found.removed]
        )
    if isinstance(found, str) or not isinstance(found, Iterable):
        raise TypeError(
            f'{found!r} is neither a catalogue, a sequence of declarations '
            f'nor a callable that returns one'
        )
    return Catalogue(
        project=None,
        declarations=list(found),
        config=None if ':' in namespace else namespace,
    )
