# SPDX-License-Identifier: Apache-2.0
"""Which release of a service is assessed, and who says so."""

import dataclasses

from workarounds.advice.facts import requirements
from workarounds.advice.facts import sources
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.services import Service
from workarounds.declarations import releases
from workarounds.declarations.registry import Registry


@dataclasses.dataclass(frozen=True)
class Release:
    """The release of a service.

    :param version: ``None`` if it is not known
    :param source: who says so, in the words of ``schemas/matrix.json``
    """

    version: str | None = None
    source: str | None = None


def release_of(registry: Registry, given: str | None) -> Release:
    """Return the release of a service: as given, or as it is installed.

    :param given: what the user says, if anything
    """
    catalogue = registry.catalogue
    return _release_of(catalogue.project if catalogue else None, given)


def code_of(
    registry: Registry, dataset: Dataset, given: str | None = None
) -> tuple[Service | None, Release]:
    """Return the service whose code is assessed, and the release of that.

    It is the release that the user gives, else that of the distribution that
    this Python can import, else that of the service's data, else the newest
    that the catalogue covers.

    :param given: what the user says, if anything
    :returns: the service with what its installed distribution requires;
        ``None`` if no data file has it
    :raises workarounds.exceptions.SeveralServicesError: the registry has the
        catalogues of several services
    """
    service, catalogue = sources.service(registry, dataset), registry.catalogue
    project = catalogue.project if catalogue else None
    if project is None and service is not None:
        project = service.distribution
    release = _release_of(project, given)
    if release.version is None and service is not None and service.version:
        release = Release(service.version, 'data file')
    if release.version is None and catalogue is not None and catalogue.covers:
        release = Release(catalogue.covers, 'catalogue')
    if service is not None:
        service = requirements.add_installed(service, release.version)
    return service, release


def installed_version(project: str | None) -> str | None:
    """Return the version of a distribution that this Python can import.

    :returns: ``None`` if it is not installed, or says nothing of use
    """
    if project is None:
        return None
    version = releases.installed(project)
    return version if version and releases.is_version(version) else None


def _release_of(project: str | None, given: str | None) -> Release:
    if given:
        return Release(given, '--service-version')
    version = installed_version(project)
    if version is None:
        return Release()
    return Release(version, 'installed distribution')
