# SPDX-License-Identifier: Apache-2.0
"""What this release of a distribution first shipped, by its package lists."""

from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
from typing import Any

from workarounds.advice.facts import platforms
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.machine import Machine
from workarounds.advice.facts.updates import apt
from workarounds.advice.facts.updates import dnf

#: Rows of ``ships`` by the name of the package.
Versions = Mapping[str, dict[str, Any]]
# Distributions with a package list that does not change after the release.
_READERS: Mapping[str, Callable[[Machine, str, Sequence[str]], Versions]] = {
    'fedora': dnf.read_versions,
    'ubuntu': apt.read_versions,
}


def new_rows(
    machine: Machine, dataset: Dataset
) -> dict[str, dict[str, dict[str, Any]]]:
    """Return rows of ``ships`` that data files lack for this platform.

    :raises workarounds.exceptions.ProbeError: the package manager cannot be
        run
    """
    platform = machine.platform()
    if isinstance(platform, Unknown):
        return {}
    distribution = platform.partition(':')[0]
    if distribution not in _READERS or platform not in dataset.platforms:
        return {}
    asked = {
        component: package
        for component, ships in dataset.ships.items()
        if platform not in ships and (package := _package(ships, distribution))
    }
    if not asked:
        return {}
    names = sorted({*asked.values()})
    found = _READERS[distribution](machine, platform, names)
    return {
        component: {platform: found[package]}
        for component, package in asked.items()
        if package in found
    }


def _package(
    ships: Mapping[str, platforms.Shipped], distribution: str
) -> str | None:
    """Return the package of the newest known release of a distribution."""
    known = [name for name in ships if name.startswith(f'{distribution}:')]
    newest = platforms.newest(f'{distribution}:999999', known)
    return ships[newest].package if newest else None
