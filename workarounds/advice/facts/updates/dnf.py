# SPDX-License-Identifier: Apache-2.0
"""What Fedora first shipped, from the package lists of a machine.

The repository ``fedora`` is frozen with the release; what comes later is in
``updates``.
https://docs.fedoraproject.org/en-US/quick-docs/fedora-repositories/
"""

from collections.abc import Sequence
import re
from typing import Any

from workarounds import exceptions
from workarounds.advice.facts.machine import Machine

_ARGUMENTS = (
    # What the machine has; nothing is fetched.
    *('--quiet', '--cacheonly'),
    *('--disablerepo=*', '--enablerepo=fedora', 'repoquery'),
    *('--queryformat', '%{name} %{evr}\\n'),
)
# "package epoch:version-release"; a candidate is older than its numbers.
_LINE = re.compile(
    r'(?P<package>\S+) '
    r'(?P<version>(?:\d+:)?(?P<upstream>\d[\d.]*)-\S+\.fc(?P<release>\d+))',
    re.ASCII,
)


def read_versions(
    machine: Machine, platform: str, names: Sequence[str]
) -> dict[str, dict[str, Any]]:
    """Return rows of ``ships`` by package.

    :param platform: such as ``fedora:44``
    :raises workarounds.exceptions.ProbeError: dnf cannot be run, or has no
        lists
    """
    program = machine.find_program('dnf')
    ran = machine.run(program, *_ARGUMENTS, *names)
    if ran.code:
        raise exceptions.ProbeError(f'{program}: {ran.error_summary}')
    return {
        match['package']: {
            'version': match['upstream'],
            'package': match['package'],
            'package_version': match['version'],
            'source': f'dnf --enablerepo=fedora repoquery {match["package"]}',
        }
        for match in map(_LINE.fullmatch, ran.output.splitlines())
        if match and match['package'] in names
        if platform == f'fedora:{match["release"]}'
    }
