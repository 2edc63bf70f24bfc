# SPDX-License-Identifier: Apache-2.0
"""What Ubuntu first shipped, from the package lists of a machine.

The release pocket of an Ubuntu is frozen on the day of the release; a suite of
Debian changes with each point release, so it says nothing of the first one.
https://gist.github.com/smoser/a24501c4c15c2e125d00ade5ab4458e0
"""

from collections.abc import Iterator
from collections.abc import Sequence
import re
from typing import Any

from workarounds import exceptions
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


def read_versions(
    machine: Machine, platform: str, names: Sequence[str]
) -> dict[str, dict[str, Any]]:
    """Return rows of ``ships`` by package.

    :param platform: platform of the machine; the lists may be of others
    :raises workarounds.exceptions.ProbeError: apt-cache cannot be run
    """
    program = machine.find_program('apt-cache')
    ran = machine.run(program, 'madison', *names)
    if ran.code:
        raise exceptions.ProbeError(f'{program}: {ran.error_summary}')
    return dict(_read_madison(ran.output))


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
