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

# Another word, such as 2.0.0~rc1, 7.2.0-dirty or 1:7.2, is another version.
_VERSION = re.compile(r'[0-9]+(\.[0-9]+)+(-?rc[0-9]+)?', re.ASCII)
_WORD = re.compile(r'(?<![\w.:+~-])[0-9][0-9:]*\.\S*', re.ASCII)
_PARENTHESES = re.compile(r'\([^()]*\)')


def probe(questions: Sequence[str], machine: Machine) -> Mapping[str, Answer]:
    """Answer for commands such as ``qemu-img --version``.

    Of several with a bar between them, the first whose program is installed
    is asked.
    """
    answers: dict[str, Answer] = {}
    for question in questions:
        try:
            answers[question] = _ask(question, machine)
        except exceptions.ProbeError as error:
            answers[question] = probing.unknown(str(error))
    return answers


def _ask(question: str, machine: Machine) -> Reported:
    missing = None
    for command in question.split('|'):
        name, *arguments = command.split() or ['']
        try:
            path = machine.find_program(name)
        except exceptions.ProbeError as error:
            missing = missing or error
            continue
        return _run(machine, path, arguments)
    raise missing or exceptions.ProbeError('no program is named')


def _run(machine: Machine, path: str, arguments: Sequence[str]) -> Reported:
    ran = machine.run(path, *arguments)
    if ran.code != 0:
        raise exceptions.ProbeError(f'{path} fails: {ran.error_summary}')
    word = _WORD.search(_PARENTHESES.sub(' ', ran.output))
    version = word[0].rstrip('.,:;"\'') if word else ''
    if not _VERSION.fullmatch(version):
        raise exceptions.ProbeError(
            f'{path} names no version in {ran.error_summary!r}'
        )
    return Reported(version, path)
