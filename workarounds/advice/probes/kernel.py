# SPDX-License-Identifier: Apache-2.0
"""Which kernel runs."""

from collections.abc import Mapping
from collections.abc import Sequence
import os
import re

from workarounds import exceptions
from workarounds.advice import _host
from workarounds.advice import _machine
from workarounds.advice import _probe


def probe(
    questions: Sequence[str], machine: _machine.Machine
) -> Mapping[str, _probe.Answer]:
    """Answer with the running kernel's release, whatever is asked."""
    if not machine.is_this_one:
        raise exceptions.ProbeError(
            f'the kernel that runs here is not that of {machine.root}'
        )
    return dict.fromkeys(questions, version(os.uname().release))


def version(release: str) -> _host.Reported | _host.Unknown:
    """Return upstream's part of a release such as ``6.1.0-18-amd64``.

    The kernel itself says it in this way; it is no package's version.
    """
    found = re.match(r'\d+(\.\d+)+(-rc\d+)?', release)
    if found is None:
        return _host.Unknown(f'the kernel names its release {release!r}')
    return _host.Reported(found[0])
