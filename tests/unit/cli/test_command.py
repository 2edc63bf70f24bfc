# SPDX-License-Identifier: Apache-2.0
"""The base of all subcommands: errors in one line, words, lists."""

import argparse
from collections.abc import Callable
import io
import json
import re
from typing import Any

from cliff import lister
import pytest
import yaml

from workarounds import exceptions
from workarounds.cli import app
from workarounds.cli import command


class Terminal(io.StringIO):
    """Standard output of a person."""

    def isatty(self) -> bool:
        return True


class Sample(command.Display, lister.Lister):
    """A subcommand that calls a function."""

    def __init__(
        self, application: app.Application, action: Callable[[], Any]
    ) -> None:
        super().__init__(application, None)
        self.action = action

    def take_action(self, parsed_args: argparse.Namespace) -> Any:
        """Compute nothing."""
        self.action()
        return ('Name', 'Bugs'), [(self.word('on'), self.lines(['a', 'b']))]


class Run:
    """One run of a subcommand: its exit code, and what it printed."""

    def __init__(self, stdout: io.StringIO) -> None:
        self.app = app.Application()
        self.app.options = argparse.Namespace(debug=False)
        self.app.stdout = self.stdout = stdout
        self.app.stderr = self.stderr = io.StringIO()

    def __call__(
        self, *arguments: str, action: Callable[[], Any] = str
    ) -> int:
        subcommand = Sample(self.app, action)
        return subcommand.run(
            subcommand.get_parser('sample').parse_args(arguments)
        )


@pytest.fixture
def run() -> Run:
    return Run(io.StringIO())


def fails_with(error: BaseException) -> Callable[[], Any]:
    def action() -> None:
        raise error

    return action


def test_a_verb_that_has_nothing_to_complain_of_returns_0(run: Run) -> None:
    assert run('-f', 'value') == 0
    assert run.stderr.getvalue() == ''


@pytest.mark.parametrize(
    'error',
    [
        exceptions.ConfigFileError('a.conf:1: oops'),
        exceptions.UnknownWorkaroundError('a.conf:1: oops'),
        exceptions.OptionConflictError('a.conf:1: oops'),
    ],
)
def test_an_error_of_ours_is_said_in_one_line(
    run: Run, error: Exception
) -> None:
    assert run(action=fails_with(error)) == 2
    assert run.stderr.getvalue() == 'workarounds: a.conf:1: oops\n'
    assert run.stdout.getvalue() == ''


def test_an_internal_error_asks_for_a_report(run: Run) -> None:
    # The text of the error is left out: it can quote the value of an option.
    assert run(action=fails_with(ZeroDivisionError('secret'))) == 255
    assert re.fullmatch(
        'workarounds: internal error, please report it with the output of '
        r'--debug: ZeroDivisionError in test_command\.py:\d+\n',
        run.stderr.getvalue(),
    )


def test_an_internal_error_is_shown_whole_with_debug(run: Run) -> None:
    run.app.options.debug = True
    with pytest.raises(ZeroDivisionError):
        run(action=fails_with(ZeroDivisionError()))


def test_a_reader_that_has_gone_is_not_an_error(run: Run) -> None:
    with pytest.raises(BrokenPipeError):
        run(action=fails_with(BrokenPipeError()))
    assert run.stderr.getvalue() == ''


def test_an_answer_that_is_incomplete_is_no_good_news(run: Run) -> None:
    run.app.is_incomplete = True
    assert run('-f', 'value') == 2
    assert run.stdout.getvalue() != ''


def test_a_column_that_does_not_exist_is_wrong_usage(run: Run) -> None:
    assert run('-c', 'Nmae') == 2
    assert 'Nmae' in run.stderr.getvalue()
    assert 'internal error' not in run.stderr.getvalue()


@pytest.mark.parametrize(
    ('form', 'load'), [('json', json.loads), ('yaml', yaml.safe_load)]
)
def test_machines_get_lists_as_lists(
    run: Run, form: str, load: Callable[[str], Any]
) -> None:
    assert run('-f', form) == 0
    assert load(run.stdout.getvalue()) == [{'Name': 'on', 'Bugs': ['a', 'b']}]


@pytest.mark.parametrize('form', ['csv', 'value'])
def test_a_list_in_a_line_is_no_python(run: Run, form: str) -> None:
    assert run('-f', form) == 0
    line = run.stdout.getvalue().splitlines()[-1]
    assert re.sub(r'\W+', ' ', line).split() == ['on', 'a', 'b']
    assert "'" not in line
    assert '[' not in line


def test_a_list_has_a_line_each_in_a_table(run: Run) -> None:
    run('-f', 'table')
    assert run.stdout.getvalue().splitlines()[3:5] == [
        '| on   | a    |',
        '|      | b    |',
    ]


def test_a_person_at_a_terminal_sees_colours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv('NO_COLOR', raising=False)
    run = Run(Terminal())
    run('-f', 'table')
    assert '\x1b[33mon\x1b[0m' in run.stdout.getvalue()


def test_a_person_who_wants_no_colours_sees_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv('NO_COLOR', '1')
    run = Run(Terminal())
    run('-f', 'table')
    assert '\x1b' not in run.stdout.getvalue()


@pytest.mark.parametrize('form', ['csv', 'json', 'value', 'yaml'])
def test_machines_get_no_colours_even_at_a_terminal(
    monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.delenv('NO_COLOR', raising=False)
    run = Run(Terminal())
    run('-f', form)
    assert '\x1b' not in run.stdout.getvalue()


@pytest.mark.parametrize(
    ('word', 'colour'),
    [
        ('on', '33'),
        ('off', '32'),
        ('invalid', '31'),
        ('error', '31'),
        ('warning', '33'),
        ('note', '36'),
    ],
)
def test_a_word_has_a_colour_of_its_own(word: str, colour: str) -> None:
    coloured = command.Word((word, True))
    assert coloured.human_readable() == f'\x1b[{colour}m{word}\x1b[0m'
    assert coloured.machine_readable() == word
    assert command.Word((word, False)).human_readable() == word


def test_a_word_without_a_colour_stays_as_it_is() -> None:
    assert command.Word(('removed', True)).human_readable() == 'removed'
