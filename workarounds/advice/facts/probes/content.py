# SPDX-License-Identifier: Apache-2.0
"""Whether installed files contain a text."""

from collections.abc import Mapping
from collections.abc import Sequence

from workarounds import exceptions
from workarounds.advice.facts import hosts
from workarounds.advice.facts import probing
from workarounds.advice.facts.machine import Machine
from workarounds.advice.facts.probing import Answer


def probe(questions: Sequence[str], machine: Machine) -> Mapping[str, Answer]:
    """Answer for a file and a text, with a colon and a space between them.

    The file is a path, or the name of a program.
    """
    answers: dict[str, Answer] = {}
    for question in questions:
        file, _, text = question.partition(': ')
        try:
            if not file.startswith('/'):
                file = machine.find_file(file)
            content = machine.read_file(file)
        except exceptions.ProbeError as error:
            answers[question] = probing.unknown(str(error))
        except OSError as error:
            answers[question] = probing.unknown(f'{file}: {error.strerror}')
        else:
            answers[question] = hosts.found_in_file(text in content)
    return answers
