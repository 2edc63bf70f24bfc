# SPDX-License-Identifier: Apache-2.0
"""What Ubuntu first shipped, from the package lists of a machine.

The release pocket of an Ubuntu is frozen on the day of the release; a suite of
Debian changes with each point release, so it says nothing of the first one.
https://gist.github.com/smoser/a24501c4c15c2e125d00ade5ab4458e0
"""

from collections.abc import Iterator
from collections.abc import Mapping
import re
from typing import Any

from workarounds.advice.facts import platforms
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.machine import Machine

# "package | version | address suite/component architecture Packages": the
# archive of Ubuntu alone, and a suite without a pocket behind its name.
_MADISON = re.compile(
    r'\s*(?P<package>\S+) \| (?P<version>\S+) \| '
    r'(?P<archive>https?://(?:[a-z0-9.-]+\.)?ubuntu\.com/ubuntu(?:-ports)?)/? '
    r'(?P<suite>[a-z]+)/[a-z]+ \S+ Packages\s*'
)
# The numbers that upstream's part begins with; a candidate is older than they.
_UPSTREAM = re.compile(r'(?:\d++:)?+(\d++(?:\.\d++)*+)(?!~|rc)', re.ASCII)


def new_rows(
    machine: Machine, dataset: Dataset
) -> dict[str, dict[str, dict[str, Any]]]:
    """Return rows of ``ships`` that data files lack for this Ubuntu.

    :raises workarounds.exceptions.ProbeError: apt-cache cannot be run
    """
    platform = machine.platform()
    if isinstance(platform, Unknown) or not platform.startswith('ubuntu:'):
        return {}
    asked = {
        component: package
        for component, ships in dataset.ships.items()
        if platform not in ships
        and platform in dataset.platforms
        and (package := _package(ships))
    }
    if not asked:
        return {}
    program = machine.find_program('apt-cache')
    names = sorted({*asked.values()})
    found = dict(_read_madison(machine.run(program, 'madison', *names).output))
    return {
        component: {platform: found[package]}
        for component, package in asked.items()
        if package in found
    }


def _package(ships: Mapping[str, platforms.Shipped]) -> str | None:
    """Return the package that tells on the newest Ubuntu that is known."""
    known = [name for name in ships if name.startswith('ubuntu:')]
    newest = platforms.newest('ubuntu:999999', known)
    return ships[newest].package if newest else None


def _read_madison(text: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for line in text.splitlines():
        match = _MADISON.fullmatch(line)
        upstream = match and _UPSTREAM.match(match['version'])
        if match and upstream:
            yield (
                match['package'],
                {
                    'version': upstream[1],
                    'package': match['package'],
                    'package_version': match['version'],
                    'source': f'apt-cache madison {match["package"]}: '
                    f'{match["archive"]} {match["suite"]}',
                },
            )
