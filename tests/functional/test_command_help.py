# SPDX-License-Identifier: Apache-2.0
"""The text of the help, and the places of options."""

import pathlib
import shlex

import pytest

from tests.functional import command_line

NOVA = ('--namespace', 'nova')
#: Subcommands about the workarounds of a service.
ABOUT_A_SERVICE = ('advise', 'check', 'facts', 'list', 'matrix', 'show')
ABOUT_SOURCE_OR_DATA = ('audit', 'retire', 'data show', 'data check')


@pytest.fixture
def conf(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / 'nova.conf'
    path.write_text('[workarounds]\ndisable_rootwrap = true\n')
    return path


def help_of(subcommand: str) -> str:
    done = command_line.run(*subcommand.split(), '--help', COLUMNS='80')
    assert (done.returncode, done.stderr) == (0, '')
    return done.stdout


@pytest.mark.parametrize('subcommand', ABOUT_A_SERVICE)
def test_the_usage_has_the_namespace(subcommand: str) -> None:
    usage = ' '.join(help_of(subcommand).split())
    assert usage.startswith(
        f'usage: workarounds {subcommand} --namespace NAME '
    )


@pytest.mark.parametrize('subcommand', ['advise', 'check', 'list', 'show'])
def test_the_usage_has_the_configuration_file(subcommand: str) -> None:
    usage = help_of(subcommand).partition('\n\n')[0]
    assert '[--config-file FILE]' in usage


@pytest.mark.parametrize('subcommand', ABOUT_SOURCE_OR_DATA)
def test_the_usage_of_others_does_not_ask_for_it(subcommand: str) -> None:
    usage = help_of(subcommand).partition('\n\n')[0]
    assert '--namespace' not in usage


@pytest.mark.parametrize(
    'subcommand',
    [*ABOUT_A_SERVICE, *ABOUT_SOURCE_OR_DATA, 'data diff', 'data update'],
)
def test_the_help_ends_with_two_examples(subcommand: str) -> None:
    text, _, examples = help_of(subcommand).partition('Examples:\n\n')
    lines = examples.splitlines()
    assert len(lines) == 2
    assert '--namespace, may come before' in ' '.join(text.split())
    for line in lines:
        assert len(line) < 80
        words = shlex.split(line)
        assert words[0] == 'workarounds'
        assert f' {subcommand}' in line


@pytest.mark.parametrize(
    'subcommand', ['list', 'check', 'show disable_rootwrap', 'matrix']
)
def test_options_may_stand_before_a_subcommand_or_behind_it(
    conf: pathlib.Path, subcommand: str
) -> None:
    words = subcommand.split()
    options = (*NOVA, '--config-file', conf, '--service-version', '34.0.0')
    before = command_line.run(*options, *words)
    assert before.stdout
    behind = command_line.run(*words, *options)
    assert behind.stdout == before.stdout
    mixed = command_line.run(*options[2:], *words, *NOVA)
    assert mixed.stdout == before.stdout


def test_those_that_may_be_repeated_add_up(conf: pathlib.Path) -> None:
    other = conf.with_name('other.conf')
    other.write_text('[workarounds]\ndisable_rootwrap = false\n')
    done = command_line.run(
        *('--config-file', conf, *NOVA, 'list', '--config-file', other),
        *('-f', 'value', '-c', 'State', '-c', 'Set in'),
    )
    assert done.stdout.splitlines()[0] == f'off {other}:2'
    done = command_line.run(
        *(*NOVA, 'list', '--namespace', 'placement', '-f', 'csv')
    )
    assert done.stdout.startswith('"Service",')


@pytest.mark.parametrize('environ', [{'NO_COLOR': '1'}, {'TERM': 'dumb'}])
@pytest.mark.parametrize('words', ['--help', 'help', 'check --help'])
def test_help_has_no_colours_where_none_are_wanted(
    environ: dict[str, str], words: str
) -> None:
    _, shown = command_line.run_in_terminal(
        *words.split(), columns=80, PAGER='cat', **environ
    )
    assert shown.startswith('usage: workarounds')
    assert '\x1b' not in shown
