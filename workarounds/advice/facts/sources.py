# SPDX-License-Identifier: Apache-2.0
"""Which data files there are: those of catalogues, then those named."""

from collections.abc import Iterable
from collections.abc import Sequence
import os

from workarounds import exceptions
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.services import Service
from workarounds.declarations import discovery

#: The plug-in whose file is read whatever the catalogue.
_FOR_ALL = 'platforms'


def find_data(
    namespaces: Sequence[str], named: Iterable[str]
) -> tuple[list[str], list[str]]:
    """Find the data files for some catalogues.

    :param namespaces: the names of the catalogues, which their data files
        have too
    :param named: further files, which are read last
    :returns: the files, and which plug-ins are left out and why, of all
        that are installed
    """
    plugins, broken = discovery.load_plugins(discovery.DATA_FILES, os.fsdecode)
    problems = [
        f'the data plug-in {name} is left out: {error}'
        for name, error in broken.items()
    ]
    files = [
        plugins[name] for name in (_FOR_ALL, *namespaces) if name in plugins
    ]
    return [*files, *named], problems


def projects(namespaces: Sequence[str], dataset: Dataset) -> dict[str, str]:
    """Return the distributions that declare workarounds, if they are known.

    :returns: each by the name of the workaround
    """
    found: dict[str, str] = {}
    for namespace in dict.fromkeys(namespaces):
        known = dataset.services.get(namespace)
        if known is not None and known.distribution:
            registry, _ = discovery.load_catalogues([namespace])
            declared = (*registry, *registry.removed)
            found |= {
                declaration.name: known.distribution
                for declaration in declared
            }
    return found


def service(namespaces: Sequence[str], dataset: Dataset) -> Service | None:
    """Return the one of the catalogues that is a service.

    The others are taken for parts of it.

    :raises workarounds.exceptions.SeveralServicesError: several are
    """
    found = [name for name in namespaces if name in dataset.services]
    if len(dict.fromkeys(found)) > 1:
        raise exceptions.SeveralServicesError(
            f'{" and ".join(found)} are services, each with releases and '
            f'platforms of its own; name one at a time'
        )
    return dataset.services[found[0]] if found else None
