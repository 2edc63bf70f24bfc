# SPDX-License-Identifier: Apache-2.0
"""What an installed service requires of other Python distributions."""

from collections.abc import Iterable
from collections.abc import Iterator
import dataclasses
from importlib import metadata

from packaging import requirements
from packaging import utils

from workarounds.advice.facts import versions
from workarounds.advice.facts.services import Service
from workarounds.advice.facts.services import Stated

#: They exclude everything before their version.
_LOWER = ('>=', '>', '==', '===', '~=')


def key(distribution: str) -> str:
    """Return the component that a Python distribution is."""
    return f'pypi:{utils.canonicalize_name(distribution)}'


def add_installed(service: Service, release: str | None) -> Service:
    """Return a service with the lower bounds of its installed distribution.

    What a data file says of a component counts more. Without an installed
    distribution, or with one of another release, nothing is added.

    :param release: the release that is assessed, ``None`` if it is not known
    """
    if not service.distribution or release is None:
        return service
    try:
        installed = metadata.distribution(service.distribution)
        if 'Version' not in installed.metadata:
            return service
        declared, version = installed.requires or [], installed.version
        is_assessed = versions.is_same('python', version, release)
    except (
        metadata.PackageNotFoundError,
        LookupError,
        TypeError,
        versions.IncomparableVersionError,
    ):
        # Not installed, or without a version that can be compared.
        return service
    if not is_assessed:
        return service
    source = f'Requires-Dist of {service.distribution} {version}'
    stated = dict(lower_bounds((text, source) for text in declared))
    known = service.of_release(release)
    return dataclasses.replace(
        known,
        version=release,
        requires={**stated, **known.requires},
    )


def lower_bounds(
    declared: Iterable[tuple[str, str]],
) -> Iterator[tuple[str, Stated]]:
    """Yield the components that are required from some version on.

    :param declared: requirements as text, each with its source
    """
    for text, source in declared:
        try:
            # A comment may follow in a file of requirements.
            requirement = requirements.Requirement(text.partition(' #')[0])
        except requirements.InvalidRequirement:
            continue
        if requirement.marker and not requirement.marker.evaluate():
            continue
        lower = [
            clause.version.removesuffix('.*')
            for clause in requirement.specifier
            if clause.operator in _LOWER
        ]
        if lower:
            stated = Stated(versions.newest('python', lower), source)
            yield key(requirement.name), stated
