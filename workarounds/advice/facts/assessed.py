# SPDX-License-Identifier: Apache-2.0
"""Which release of a service is assessed, and who says so."""

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
    release = installed.find_release(project, given)
    if release.version is None and service is not None and service.version:
        release = Release(service.version, 'data file')
    if release.version is None and catalogue is not None and catalogue.covers:
        release = Release(catalogue.covers, 'catalogue')
    if service is not None:
        service = requirements.add_installed(service, release.version)
    return service, release
