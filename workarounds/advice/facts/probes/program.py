# SPDX-License-Identifier: Apache-2.0
"""What programs say their version is."""

from collections.abc import Mapping
from collections.abc import Sequence
import re

from workarounds import exceptions
from workarounds.advice.facts import probing
from workarounds.advice.facts.hosts import Reported
from workarounds.advice.facts.machine import Machine
from workarounds.advice.facts.probing import Answer

# Something else behind it, such as "~rc1", makes it another version.
_VERSION = re.compile(
    r'(?<![\w.:+~-])[0-9]+(\.[0-9]+)+(-?rc[0-9]+)?(?![\w~+])', re.ASCII
)


def probe(questions: Sequence[str], machine: Machine) -> Mapping[str, Answer]:
    """Answer for commands such as ``qemu-img --version``."""
    answers: dict[str, Answer] = {}
    for question in questions:
        try:
            answers[question] = _ask(question, machine)
        except exceptions.ProbeError as error:
            answers[question] = probing.unknown(str(error))
    return answers


def _ask(command: str, machine: Machine) -> Reported:
    name, *arguments = command.split() or ['']
    path = machine.find_program(name)
    ran = machine.run(path, *arguments)
    if ran.code != 0:
        raise exceptions.ProbeError(f'{path} fails: {ran.error_summary}')
    version = _VERSION.search(ran.output)
    if version is None:
        raise exceptions.ProbeError(
            f'{path} names no version in {ran.error_summary!r}'
        )
    return Reported(version[0], path)
