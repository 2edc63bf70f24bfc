# SPDX-License-Identifier: Apache-2.0
"""Plug-ins by entry points: catalogues, probes, data files."""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
import difflib
import pkgutil
from typing import Any

from stevedore import extension
from stevedore import named

from workarounds import exceptions
from workarounds.declarations.declaration import Declaration
from workarounds.declarations.registry import Registry

ENTRY_POINTS = 'workarounds.declarations'
PROBES = 'workarounds.probes'
DATA_FILES = 'workarounds.data'


def load(
    namespaces: Sequence[str],
) -> tuple[Registry, list[exceptions.CatalogueError]]:
    """Load catalogues into a registry of their own.

    :param namespaces: names of entry points, or ``module:attribute``
    :returns: the registry, and why a catalogue is not in it, for each that
        could not be loaded
    :raises workarounds.exceptions.UnknownCatalogueError: there is no such
        entry point; the message has the nearest names
    """
    registry = Registry()
    faults = []
    for namespace in dict.fromkeys(namespaces):
        try:
            for catalogue in _find(namespace):
                registry.register(*_declarations(catalogue))
        except exceptions.UnknownCatalogueError:
            raise
        except (Exception, SystemExit) as error:
            # Whatever somebody else's module raises, the others load.
            fault = exceptions.CatalogueError(
                f'catalogue {namespace}: {type(error).__name__}: {error}'
            )
            fault.__cause__ = error
            faults.append(fault)
    return registry, faults


def plugins(group: str) -> Mapping[str, Any]:
    """Load all plug-ins of a kind.

    :param group: such as :data:`PROBES`
    :returns: each by its name; for one that cannot be loaded, the error
    """
    found: dict[str, Any] = {}
    manager: Any = extension.ExtensionManager(
        group,
        on_load_failure_callback=lambda _, point, error: found.update(
            {point.name: error}
        ),
    )
    return found | {one.name: one.plugin for one in manager}


def _find(namespace: str) -> list[Any]:
    if ':' in namespace:
        return [pkgutil.resolve_name(namespace)]
    errors: list[Exception] = []
    manager: Any = named.NamedExtensionManager(
        ENTRY_POINTS,
        [namespace],
        on_load_failure_callback=lambda *args: errors.append(args[-1]),
        # Said below, with the nearest names.
        on_missing_entrypoints_callback=lambda names: None,
    )
    if errors:
        raise errors[0]
    found = [one.plugin for one in manager]
    if not found:
        names = sorted(point.name for point in manager.list_entry_points())
        near = difflib.get_close_matches(namespace, names)
        raise exceptions.UnknownCatalogueError(
            f'no catalogue is called {namespace!r}; '
            + (f'did you mean {" or ".join(near)}? ' if near else '')
            + f'Installed: {", ".join(names) or "none"}. '
            f'One that is not installed is named as module:attribute'
        )
    return found


def _declarations(catalogue: Any) -> Iterable[Declaration]:
    if callable(catalogue):
        catalogue = catalogue()
    if not isinstance(catalogue, Iterable):
        raise TypeError(
            f'{catalogue!r} is neither a sequence of declarations nor a '
            f'callable that returns one'
        )
    declarations = tuple(catalogue)
    for declaration in declarations:
        if not isinstance(declaration, Declaration):
            raise TypeError(
                f'{declaration!r} is neither a Workaround nor a '
                f'RemovedWorkaround'
            )
    return declarations
