# SPDX-License-Identifier: Apache-2.0
"""Which Python distributions are installed, for the Python that runs this."""

from collections.abc import Mapping
from collections.abc import Sequence
from importlib import metadata
import sys
from typing import Any

from workarounds import exceptions
from workarounds.advice.facts import hosts
from workarounds.advice.facts import probing
from workarounds.advice.facts.hosts import Reported
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.machine import Machine
from workarounds.advice.facts.probing import Answer

#: Those who install what upstream has published, as it is.
_UPSTREAM = ('pip', 'uv', 'poetry', 'pdm')


def probe(questions: Sequence[str], machine: Machine) -> Mapping[str, Answer]:
    """Answer for the names of distributions, such as ``os-brick``."""
    if not machine.is_this_one:
        raise exceptions.ProbeError(
            f'the Python distributions of {machine.root} cannot be seen from '
            f'here'
        )
    answers: dict[str, Answer] = {}
    for name in questions:
        try:
            answers[name] = _ask(name)
        except (metadata.PackageNotFoundError, ValueError):
            answers[name] = Unknown(
                f'the Python distribution {name} is not installed for '
                f'{sys.executable}'
            )
    return answers


def _ask(name: str) -> Answer:
    found = metadata.distribution(name)
    version: Any = None
    # It is missing where an installation was interrupted.
    if 'Version' in found.metadata:
        version = found.metadata['Version']
    if not hosts.is_version(version):
        return probing.unknown(
            f'the Python distribution {name} has no version but {version!r}'
        )
    installer = (found.read_text('INSTALLER') or '').strip()
    package = '' if installer in _UPSTREAM else None
    return Reported(version, package=package)
