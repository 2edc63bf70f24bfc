# SPDX-License-Identifier: Apache-2.0
"""Probes, which ask a host for facts, and protection from their failures."""

from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
import threading
from typing import Any
from typing import Protocol

from workarounds import _text
from workarounds import exceptions
from workarounds.advice.facts import hosts
from workarounds.advice.facts.hosts import Installed
from workarounds.advice.facts.hosts import Reported
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.machine import Machine
from workarounds.declarations import discovery
from workarounds.declarations import plugin_code

#: Seconds until a probe that does not answer is given up.
TIMEOUT = 20.0

_LONGEST_NAME = 200
_LONGEST_PATH = 1000
_LONGEST_CAUSE = 300

#: What a probe can answer: a package, the version that a component reports,
#: the name of the package that has a file (empty if none has it), or the cause
#: why it cannot.
Answer = Installed | Reported | str | Unknown
#: The answers by question, or why there is none at all.
Answers = Mapping[str, Answer] | Unknown


class Probe(Protocol):
    """Finds one kind of facts about a machine."""

    def __call__(
        self, questions: Sequence[str], machine: Machine
    ) -> Mapping[str, Answer]:
        """Answer questions.

        :param questions: texts that the probe understands
        :returns: answers by question; a missing one is not known
        :raises workarounds.exceptions.ProbeError: the probe cannot answer; the
            message is the reason
        """


def load_probes(report: Callable[[str], None]) -> dict[str, Probe | Unknown]:
    """Load the installed probes.

    :param report: called with a sentence for each probe that cannot be loaded
    :returns: probes by name; the reason, for one that cannot be loaded
    """
    loaded, broken = discovery.load_plugins(
        discovery.PROBES, lambda probe: probe
    )
    probes: dict[str, Probe | Unknown] = dict(loaded)
    for name, error in broken.items():
        cause = unknown(f'the probe {name} cannot be loaded: {error}')
        report(cause.reason)
        probes[name] = cause
    return probes


def ask(
    name: str,
    probes: Mapping[str, Probe | Unknown],
    questions: Sequence[str],
    machine: Machine,
    *,
    report: Callable[[str], None],
    timeout: float = TIMEOUT,
) -> Answers:
    """Ask a probe, and survive whatever it does.

    :param name: name of the probe
    :param probes: probes by name, or why one is missing
    :param report: called with the reason if the probe fails
    :param timeout: seconds to wait for an answer
    :returns: an answer for each question, or why there is none
    """
    probe = probes.get(name, Unknown(f'no probe is called {name}'))
    if isinstance(probe, Unknown):
        return probe
    outcome: list[Answers | exceptions.PluginError] = []

    def answer() -> Answers:
        try:
            answers = dict(probe(list(questions), machine))
        except exceptions.ProbeError as error:
            return unknown(str(error))
        return {
            question: _checked(name, answers.get(question))
            for question in questions
        }

    def run() -> None:
        try:
            outcome.append(plugin_code.call_plugin(answer))
        except exceptions.PluginError as error:
            outcome.append(error)

    # A thread that hangs does not keep the process from ending.
    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(timeout)
    if not outcome:
        return Unknown(f'the probe {name} did not answer within {timeout:g} s')
    [answers] = outcome
    if isinstance(answers, exceptions.PluginError):
        failure = unknown(f'the probe {name} failed: {answers}')
        report(failure.reason)
        return failure
    return answers


def _checked(name: str, answer: Any) -> Answer:
    """Refuse an answer that a host file cannot hold."""
    match answer:
        case None:
            return Unknown(f'the probe {name} gave no answer')
        case Unknown(str(reason)):
            return unknown(reason)
        case str():
            return _text.printable(answer)[:_LONGEST_NAME]
        case Installed(version, str(vendor)) if hosts.is_version(version):
            return Installed(version, _text.printable(vendor)[:_LONGEST_NAME])
        case Reported(str(version), str(program), package) if (
            hosts.is_version(version)
            and _is_path(program)
            and _is_name(package)
        ):
            return answer
    return unknown(
        f'the probe {name} answered {plugin_code.show_object(repr, answer)}'
    )


def _is_path(program: str) -> bool:
    return program == '' or (
        program.startswith('/')
        and program.isprintable()
        and len(program) <= _LONGEST_PATH
    )


def _is_name(package: object) -> bool:
    return package is None or (
        isinstance(package, str)
        and package.isprintable()
        and len(package) <= _LONGEST_NAME
    )


def unknown(cause: str) -> Unknown:
    """Return a reason as one line that a terminal can show."""
    plain = _text.printable(' '.join(cause.split()))[:_LONGEST_CAUSE]
    return Unknown(plain or 'it gave no reason')
