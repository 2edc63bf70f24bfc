# SPDX-License-Identifier: Apache-2.0
"""The release of a service that is assessed, and its source."""

from workarounds.advice.facts import requirements
from workarounds.advice.facts import sources
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.services import Service
from workarounds.declarations import installed
from workarounds.declarations.installed import Release
from workarounds.declarations.registry import Registry


def code_of(
    registry: Registry, dataset: Dataset, given: str | None = None
) -> tuple[Service | None, Release]:
    """Return the assessed service and its release.

    The release is the one that the user gives, else that of the installed
    distribution, else that of the service's data, else the newest that the
    catalogue covers.

    :param given: release that the user gives, if any
    :returns: the service, with the requirements of its installed
        distribution; ``None`` if no data file has it
    :raises workarounds.exceptions.SeveralServicesError: the registry has the
        catalogues of several services
    """
    service, catalogue = sources.service(registry, dataset), registry.catalogue
    project = catalogue.project if catalogue else None
    if project is None and service is not None:
        project = service.distribution
    release = installed.find_release(project, given)
    if release.version is None and service is not None and service.version:
        release = Release(service.version, 'data file')
    if release.version is None and catalogue is not None and catalogue.covers:
        release = Release(catalogue.covers, 'catalogue')
    if service is not None:
        service = requirements.add_installed(service, release.version)
    return service, release
