# SPDX-License-Identifier: Apache-2.0
"""Whatever a probe does, each question gets an answer or a cause."""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
import json
import pathlib
import re
import threading
import time
from typing import Any

import pytest

from workarounds import exceptions
from workarounds.advice.facts import hosts
from workarounds.advice.facts import probing
from workarounds.advice.facts.hosts import Host
from workarounds.advice.facts.hosts import Installed
from workarounds.advice.facts.hosts import Reported
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.machine import Machine

MACHINE = Machine()


class UnspeakableError(Exception):
    """An error that cannot even be printed."""

    def __str__(self) -> str:
        raise SystemExit


class Mute:
    def __repr__(self) -> str:
        raise SystemExit


def ask(
    probe: Any,
    *questions: str,
    timeout: float = 5,
    report: Callable[[str], None] = pytest.fail,
) -> Any:
    """Ask a probe that must not fail, unless a ``report`` is given."""
    return probing.ask(
        'own',
        {'own': probe},
        questions or ['q'],
        MACHINE,
        report=report,
        timeout=timeout,
    )


def fail(probe: Any) -> str:
    """Ask a probe that fails, and return what is reported."""
    reported: list[str] = []
    said = ask(probe, report=reported.append)
    assert reported == [said.reason]
    # The line at which the probe failed.
    return re.sub(r'[\w/.-]+test_probe\.py:\d+: ', '', reported[0])


def raising(error: BaseException) -> Any:
    def probe(*_: object) -> Any:
        raise error

    return probe


def test_answers_are_passed_on() -> None:
    answers = {
        'a': Installed('1', 'me'),
        'b': Reported('1', '/b'),
        'c': 'package',
        'd': '',
        'e': Unknown('nobody answered'),
    }
    asked: list[object] = []

    def probe(questions: Sequence[str], machine: Machine) -> Mapping[str, Any]:
        asked.extend([list(questions), machine])
        return answers

    assert ask(probe, *answers) == answers
    assert asked == [list(answers), MACHINE]


def test_what_was_not_asked_is_left_out() -> None:
    assert ask(lambda *_: {'q': 'a', 'z': 'b'}) == {'q': 'a'}


def test_a_question_without_an_answer_is_not_known() -> None:
    assert ask(lambda *_: {'a': 'x'}, 'a', 'b') == {
        'a': 'x',
        'b': Unknown('the probe own gave no answer'),
    }


@pytest.mark.parametrize('answer', [7, True, ['1'], b'1', object])
def test_nonsense_is_no_answer(answer: object) -> None:
    assert ask(lambda *_: {'q': answer, 'p': 'x'}, 'q', 'p') == {
        'q': Unknown(f'the probe own answered {answer!r}'),
        'p': 'x',
    }


@pytest.mark.parametrize(
    'answer',
    [Mute(), Installed(Mute())],  # type: ignore[arg-type]  # what a bad probe does
)
def test_nonsense_that_cannot_be_printed_is_no_answer(answer: object) -> None:
    said = ask(lambda *_: {'q': answer, 'p': 'x'}, 'q', 'p')
    assert isinstance(said['q'], Unknown)
    assert said['p'] == 'x'


@pytest.mark.parametrize(
    'answer',
    [
        Installed(7),  # type: ignore[arg-type]  # what a bad probe does
        Installed(None),  # type: ignore[arg-type]  # likewise
        Reported(None),  # type: ignore[arg-type]  # likewise
        Unknown(None),  # type: ignore[arg-type]  # likewise
    ],
)
def test_a_fact_that_holds_no_text_is_no_answer(answer: object) -> None:
    said = ask(lambda *_: {'q': answer})
    assert isinstance(said['q'], Unknown)
    assert 'the probe own' in said['q'].reason


@pytest.mark.parametrize('answers', [None, 7, 'abc', [1]])
def test_a_probe_that_returns_no_mapping_has_failed(answers: object) -> None:
    assert fail(lambda *_: answers).startswith('the probe own failed: ')


@pytest.mark.parametrize(
    ('message', 'reason'),
    [
        ('no such thing', 'no such thing'),
        ('a\n  b\tc ', 'a b c'),
        ('', 'it gave no reason'),
        ('x' * 999, 'x' * 300),
    ],
)
def test_a_probe_that_cannot_tell_has_not_failed(
    message: str, reason: str
) -> None:
    error = exceptions.ProbeError(message)
    assert ask(raising(error)) == Unknown(reason)


@pytest.mark.parametrize(
    ('error', 'reason'),
    [
        (ValueError('oh'), 'the probe own failed: ValueError: oh'),
        (SystemExit(3), 'the probe own failed: SystemExit: 3'),
        (KeyboardInterrupt(), 'the probe own failed: KeyboardInterrupt:'),
        (RecursionError('deep'), 'the probe own failed: RecursionError: deep'),
        (GeneratorExit(), 'the probe own failed: GeneratorExit:'),
        (
            UnspeakableError(),
            'the probe own failed: UnspeakableError: a UnspeakableError that '
            'cannot be shown',
        ),
    ],
)
def test_a_probe_that_raises_is_reported_by_name(
    error: BaseException, reason: str
) -> None:
    assert fail(raising(error)) == reason


def test_answers_that_cannot_be_listed_are_a_failure() -> None:
    class Broken(dict[str, str]):
        def __iter__(self) -> Iterator[str]:
            raise OSError('gone')

        def keys(self) -> Any:
            raise OSError('gone')

    assert fail(lambda *_: Broken(q='a')) == (
        'the probe own failed: OSError: gone'
    )


@pytest.mark.parametrize('probe', [None, 'text', dict])
def test_what_cannot_be_called_has_failed(probe: object) -> None:
    assert fail(probe).startswith('the probe own failed: TypeError: ')


def test_a_probe_that_hangs_is_given_up() -> None:
    release = threading.Event()

    def probe(*_: object) -> dict[str, str]:
        release.wait(60)
        return {'q': 'too late'}

    began = time.monotonic()
    try:
        said = ask(probe, timeout=0.2)
    finally:
        release.set()
    assert said == Unknown('the probe own did not answer within 0.2 s')
    assert time.monotonic() - began < 5


def test_a_probe_cannot_change_what_is_asked() -> None:
    def probe(questions: Any, machine: object) -> dict[str, str]:
        answers = {}
        while questions:
            answers[questions.pop()] = 'x'
        return answers

    questions = ['a', 'b']
    said = probing.ask(
        'own', {'own': probe}, questions, MACHINE, report=pytest.fail
    )
    assert questions == ['a', 'b']
    assert said == {'a': 'x', 'b': 'x'}


def test_a_probe_that_is_not_there_is_reported() -> None:
    unknown = Unknown('the probe own cannot be loaded: no module')
    assert probing.ask(
        'own', {}, ['q'], MACHINE, report=pytest.fail
    ) == Unknown('no probe is called own')
    assert ask(unknown) == unknown


@pytest.mark.parametrize(
    'answer',
    [
        Reported('1'),
        Reported('1', '/q', 'q'),
        Reported('1', '/a b', ''),
        Reported('1', 'no/path'),
        Reported('1', '/q', 'a\nb'),
        Reported('1', '/q', 'x' * 300),
        Reported('1', '/q', 7),  # type: ignore[arg-type]  # what a bad probe does
        Reported('1' * 300),
        Reported('v1'),
        Reported('1', '/' * 2000),
    ],
)
def test_what_a_component_says_can_be_written_and_read_again(
    tmp_path: pathlib.Path, answer: Reported
) -> None:
    said = ask(lambda *_: {'q': answer})
    host = Host('debian:12', components={'q': said['q']})
    path = tmp_path / 'host.json'
    path.write_text(json.dumps(host.to_data()))
    assert hosts.read_host(path).component('q') == said['q']


@pytest.mark.parametrize(
    'reason', ['', 'x' * 2000, 'a\nb', '\x1b[31m\U0001f600']
)
def test_a_cause_can_be_written_into_a_host_file_and_read_again(
    tmp_path: pathlib.Path, reason: str
) -> None:
    said = ask(lambda *_: {'q': Unknown(reason)})
    host = Host('debian:12', 'dpkg', {'q': said['q']})
    path = tmp_path / 'host.json'
    path.write_text(json.dumps(host.to_data()))
    assert hosts.read_host(path).package('q') == said['q']
