# SPDX-License-Identifier: Apache-2.0
"""No value of another option in any output of any command."""

from collections.abc import Mapping
import json
import pathlib

import pytest

from tests import leaks
from tests.functional import advising
from tests.functional import command_line

ROWS = ('csv', 'json', 'table', 'value', 'yaml')
#: The commands, and the formats of each.
COMMANDS = {
    'list': ROWS,
    'check': (*ROWS, 'github', 'sarif'),
    'show flush': (*ROWS, 'shell'),
    'show types': (*ROWS, 'shell'),
    'advise --host host.json': (*ROWS, 'text'),
    # These read no configuration.
    'matrix': (*ROWS, 'html', 'rst', 'text'),
    'audit .': (*ROWS, 'flake8', 'github', 'sarif'),
}
ALL = [
    'facts',
    'retire flush . --removed-in 35.0.0',
    '--debug --verbose check',
    *(
        f'{command} -f {form}'
        for command in COMMANDS
        for form in COMMANDS[command]
    ),
]
#: All formats print the same rows, and there are many files.
FEW = [
    'list -f json',
    'check -f json',
    'check -f table',
    'show flush -f json',
    'show types -f json',
    'advise --host host.json -f json',
    'advise --host host.json -f text',
    '--debug --verbose check',
]

#: Runs commands for each file, and prints their outputs as JSON.
PROGRAM = """
import contextlib
import io
import json
import sys

from workarounds import cli

texts, commands = map(json.loads, sys.argv[1:])
results = {}
for name, text in texts.items():
    with open('nova.conf', 'w', encoding='utf-8') as file:
        file.write(text)
    for command in commands:
        arguments = ['--namespace', 'tests.leaks:DECLARATIONS']
        arguments += ['--config-file', 'nova.conf', *command.split()]
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            with contextlib.redirect_stderr(output):
                code = cli.main(arguments)
        results.setdefault(name, {})[command] = (code, output.getvalue())
json.dump(results, sys.stdout)
"""

#: What a remote source is looked at with.
FETCHING = [f'--fetch-sources {command}' for command in FEW]

UNREAD = {**leaks.BROKEN, **leaks.REFUSED, **leaks.NOT_FETCHED}

Results = Mapping[str, Mapping[str, tuple[int, str]]]


def run(
    directory: pathlib.Path,
    texts: Mapping[str, str],
    commands: list[str],
    **environ: str,
) -> Results:
    """Run commands for each of some files, in one process."""
    advising.make_host(directory / 'host.json')
    done = command_line.run_python(
        f'import os; os.chdir({str(directory)!r})\n{PROGRAM}',
        json.dumps(texts),
        json.dumps(commands),
        PYTHONPATH=str(pathlib.Path(__file__).parents[2]),
        **environ,
    )
    assert done.returncode == 0, done.stderr
    assert leaks.SECRET not in done.stderr
    found: Results = json.loads(done.stdout)
    return found


@pytest.fixture(scope='module')
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    directory = tmp_path_factory.mktemp('leaks')
    found: dict[str, Mapping[str, tuple[int, str]]] = {}
    for shapes, commands in (
        (leaks.STARTING, FEW),
        (leaks.BROKEN, FEW),
        (leaks.REFUSED, FETCHING),
        (leaks.NOT_FETCHED, FEW),
    ):
        texts = {name: text for name, (text, _) in shapes.items()}
        found |= run(directory, texts, commands)
    return found


@pytest.mark.parametrize(
    'name',
    [*leaks.STARTING, *leaks.BROKEN, *leaks.REFUSED, *leaks.NOT_FETCHED],
)
def test_no_command_prints_the_secret(results: Results, name: str) -> None:
    codes = (0, 1) if name in leaks.STARTING else (2,)
    for command, (code, output) in results[name].items():
        assert leaks.SECRET not in output, command
        assert code in codes, (command, output)


@pytest.mark.parametrize('name', leaks.STARTING)
def test_what_is_wrong_is_reported_all_the_same(
    results: Results, name: str
) -> None:
    _, output = results[name]['check -f json']
    reported = [
        f'{item["code"]}:{item["location"]["line"]}: {item["message"]}'
        for item in json.loads(output)['diagnostics']
    ]
    expected = leaks.STARTING[name][1]
    assert [line for line in reported if line.startswith(expected)], reported


@pytest.mark.parametrize(
    'name', [*leaks.BROKEN, *leaks.REFUSED, *leaks.NOT_FETCHED]
)
def test_what_cannot_be_read_is_reported_all_the_same(
    results: Results, name: str
) -> None:
    for _, output in results[name].values():
        assert UNREAD[name][1] in output


def test_no_format_of_any_command_prints_the_secret(
    tmp_path: pathlib.Path,
) -> None:
    text, _ = leaks.STARTING['a section that is indented, below a toggle']
    [outputs] = run(tmp_path, {'': text}, ALL).values()
    for command, (code, output) in outputs.items():
        assert leaks.SECRET not in output, command
        assert code in (0, 1), (command, output)


def test_a_variable_is_shown_as_a_line_is(tmp_path: pathlib.Path) -> None:
    [outputs] = run(tmp_path, {'': ''}, FEW, **leaks.VARIABLES).values()
    for command, (_, output) in outputs.items():
        assert leaks.SECRET not in output, command
    shown = json.loads(outputs['show flush -f json'][1])
    assert shown['Value'].startswith(
        "invalid: [workarounds] flush: 'true ...'"
    )
    assert 'flush_url = $flush_token (environment' in '\n'.join(
        shown['Params']
    )
    assert json.loads(outputs['show types -f json'][1])['Value'] == 'a, ...'
