# SPDX-License-Identifier: Apache-2.0
"""Which Python distributions are installed, for the Python that runs this."""

from collections.abc import Mapping
from collections.abc import Sequence
from importlib import metadata
import sys
from typing import Any

from workarounds import exceptions
from workarounds.advice import _host
from workarounds.advice import _machine
from workarounds.advice import _probe

#: Those who install what upstream has published, as it is.
_UPSTREAM = ('pip', 'uv', 'poetry', 'pdm')


def probe(
    questions: Sequence[str], machine: _machine.Machine
) -> Mapping[str, _probe.Answer]:
    """Answer for the names of distributions, such as ``os-brick``."""
    if not machine.is_this_one:
        raise exceptions.ProbeError(
            f'the Python distributions of {machine.root} cannot be seen from '
            f'here'
        )
    answers: dict[str, _probe.Answer] = {}
    for name in questions:
        try:
            answers[name] = _ask(name)
        except (metadata.PackageNotFoundError, ValueError):
            answers[name] = _host.Unknown(
                f'the Python distribution {name} is not installed for '
                f'{sys.executable}'
            )
    return answers


def _ask(name: str) -> _probe.Answer:
    found = metadata.distribution(name)
    version: Any = None
    # It is missing where an installation was interrupted.
    if 'Version' in found.metadata:
        version = found.metadata['Version']
    if not _host.is_version(version):
        return _probe.unknown(
            f'the Python distribution {name} has no version but {version!r}'
        )
    installer = (found.read_text('INSTALLER') or '').strip()
    package = '' if installer in _UPSTREAM else None
    return _host.Reported(version, package=package)
