# SPDX-License-Identifier: Apache-2.0
"""The release of a service: the given one, or the installed one."""

import dataclasses

from workarounds.declarations import releases
from workarounds.declarations.registry import Registry


@dataclasses.dataclass(frozen=True)
class Release:
    """The release of a service.

    :param version: ``None`` if it is not known
    :param source: its source, in the words of ``schemas/matrix.json``
    """

    version: str | None = None
    source: str | None = None


def release_of(registry: Registry, given: str | None) -> Release:
    """Return the release of a service: the given one, or the installed one.

    :param given: release that the user gives, if any
    """
    catalogue = registry.catalogue
    return find_release(catalogue.project if catalogue else None, given)


def installed_version(project: str | None) -> str | None:
    """Return the version of a distribution that this Python can import.

    :returns: ``None`` if it is not installed, or has no usable version
    """
    if project is None:
        return None
    version = releases.installed(project)
    return version if version and releases.is_version(version) else None


def find_release(project: str | None, given: str | None) -> Release:
    """Return the release of a distribution, as :func:`release_of` does."""
    if given:
        return Release(given, '--service-version')
    version = installed_version(project)
    if version is None:
        return Release()
    return Release(version, 'installed distribution')
