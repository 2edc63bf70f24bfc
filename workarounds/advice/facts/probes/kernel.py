# SPDX-License-Identifier: Apache-2.0
"""Which kernel runs."""

from collections.abc import Mapping
from collections.abc import Sequence
import os
import re

from workarounds import exceptions
from workarounds.advice.facts.hosts import Reported
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.machine import Machine
from workarounds.advice.facts.probing import Answer


def probe(questions: Sequence[str], machine: Machine) -> Mapping[str, Answer]:
    """Answer with the running kernel's release, whatever is asked."""
    if not machine.is_this_one:
        raise exceptions.ProbeError(
            f'the kernel that runs here is not that of {machine.root}'
        )
    return dict.fromkeys(questions, version(os.uname().release))


def version(release: str) -> Reported | Unknown:
    """Return upstream's part of a release such as ``6.1.0-18-amd64``.

    The kernel itself says it in this way; it is not the version of a package.
    """
    found = re.match(r'\d+(\.\d+)+(-rc\d+)?', release)
    if found is None:
        return Unknown(f'the kernel names its release {release!r}')
    return Reported(found[0])
