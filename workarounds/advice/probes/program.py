# SPDX-License-Identifier: Apache-2.0
"""What programs say their version is."""

from collections.abc import Mapping
from collections.abc import Sequence
import re

from workarounds import exceptions
from workarounds.advice import _host
from workarounds.advice import _machine
from workarounds.advice import _probe

# Something else behind it, such as "~rc1", makes it another version.
_VERSION = re.compile(
    r'(?<![\w.:+~-])[0-9]+(\.[0-9]+)+(-?rc[0-9]+)?(?![\w~+])', re.ASCII
)


def probe(
    questions: Sequence[str], machine: _machine.Machine
) -> Mapping[str, _probe.Answer]:
    """Answer for commands such as ``qemu-img --version``."""
    answers: dict[str, _probe.Answer] = {}
    for question in questions:
        try:
            answers[question] = _ask(question, machine)
        except exceptions.ProbeError as error:
            answers[question] = _probe.unknown(str(error))
    return answers


def _ask(command: str, machine: _machine.Machine) -> _host.Reported:
    name, *arguments = command.split() or ['']
    path = machine.find_program(name)
    ran = machine.run(path, *arguments)
    if ran.code != 0:
        raise exceptions.ProbeError(f'{path} fails: {ran.complaint}')
    version = _VERSION.search(ran.output)
    if version is None:
        raise exceptions.ProbeError(
            f'{path} names no version in {ran.complaint!r}'
        )
    return _host.Reported(version[0], path)
