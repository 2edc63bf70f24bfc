# SPDX-License-Identifier: Apache-2.0
"""The output of advise as text, tables and data; on terminals, in pipes."""

import csv
import pathlib
import re

import pytest
import yaml

from tests.functional import advising
from tests.functional import command_line

TEXT = """\
[workarounds]
disable_deep_image_inspection = true
disable_fsync_before_convert = false
enable_consoleauth = true
"""
EVERYTHING = [
    'Workaround',
    'Status',
    'Message',
    'State',
    'Set in',
    'To do',
    'Reason',
    'Action',
    'Weakens security',
    'Bugs',
]


@pytest.fixture
def arguments(tmp_path: pathlib.Path) -> tuple[object, ...]:
    conf = tmp_path / 'nova.conf'
    conf.write_text(TEXT)
    host = advising.make_host(tmp_path / 'host.json')
    return (
        *(*advising.BOTH, '--config-file', conf),
        *('advise', '--host', host),
    )


def test_machines_get_the_same_in_every_format(
    arguments: tuple[object, ...],
) -> None:
    code, expected = advising.envelope_of(*arguments)
    done = {
        form: command_line.run(*arguments, '-f', form)
        for form in ('yaml', 'csv', 'value')
    }
    assert {result.returncode for result in done.values()} == {code} == {1}
    assert yaml.safe_load(done['yaml'].stdout) == expected
    workarounds = expected['workarounds']
    read = list(csv.DictReader(done['csv'].stdout.splitlines()))
    assert [list(row) for row in read] == [EVERYTHING] * len(workarounds)
    assert [
        (row['Workaround'], row['Status'], row['Reason'], row['Message'])
        for row in read
    ] == [
        (
            workaround['name'],
            workaround['status'],
            workaround['reason'],
            workaround['message'],
        )
        for workaround in workarounds
    ]
    assert [row['To do'] for row in read] == [
        workaround['action']['message'] for workaround in workarounds
    ]
    assert [
        line.split()[:2] for line in done['value'].stdout.splitlines()
    ] == [
        [workaround['name'], workaround['status']]
        for workaround in workarounds
    ]


@pytest.mark.parametrize('form', ['json', 'yaml'])
def test_a_document_has_no_columns_to_choose(
    arguments: tuple[object, ...], form: str
) -> None:
    done = command_line.run(*arguments, '-f', form, '-c', 'Status')
    assert (done.returncode, done.stdout) == (2, '')
    assert f'-c chooses columns, and {form} has none' in done.stderr


def test_the_default_is_a_paragraph_for_each_workaround(
    tmp_path: pathlib.Path, arguments: tuple[object, ...]
) -> None:
    done = command_line.run(*arguments, '--only', advising.FSYNC)
    conf = tmp_path / 'nova.conf'
    words = ' '.join(done.stdout.split())
    assert (done.returncode, done.stderr) == (1, '')
    assert words == (
        f'{conf}:3: fsync_image_before_convert (option '
        'disable_fsync_before_convert) is on: not needed why '
        'debian:12 first shipped QEMU 7.2, which includes the fix (2.2.0); '
        'installed: qemu-utils 1:7.2+dfsg-7 to do this line '
        'repeats the default; to turn the workaround off: change '
        f'{conf}:3: disable_fsync_before_convert = false to: '
        'disable_fsync_before_convert = true 1 workaround needs a change. '
        'Facts as of 2026-11-23.'
    )
    assert (
        command_line.run(
            *arguments, '--only', advising.FSYNC, '-f', 'text'
        ).stdout
        == done.stdout
    )


def test_paragraphs_are_set_apart_by_one_empty_line(
    arguments: tuple[object, ...],
) -> None:
    done = command_line.run(*arguments, '--all')
    *paragraphs, last = done.stdout.split('\n\n')
    assert last == '3 workarounds need a change.\nFacts as of 2026-11-23.\n'
    assert len(paragraphs) == len(advising.run(*arguments)[1])
    for paragraph in paragraphs:
        heading, *lines = paragraph.strip('\n').split('\n')
        assert heading == heading.strip()
        assert all(line.startswith('  ') for line in lines)
        assert all(line == line.rstrip() for line in lines)


def test_text_leaves_out_what_is_off_and_needs_nothing(
    arguments: tuple[object, ...],
) -> None:
    _, rows = advising.run(*arguments)
    others = {
        row['name']: row
        for row in rows
        if row['state'] == 'off' and row['set_in'] is None
    }
    done = command_line.run(*arguments)
    *paragraphs, last = done.stdout.split('\n\n')
    assert len(paragraphs) == len(rows) - len(others) == 3
    words = ' '.join(last.split())
    needed = [
        name for name, row in others.items() if row['status'] == 'needed'
    ]
    quiet = len(others) - len(needed)
    assert words.startswith(
        f'3 workarounds need a change. {quiet} others are off and need '
        f'nothing; --all shows them. Needed only if you hit the '
        f'bug: '
    )
    assert words.endswith('. Facts as of 2026-11-23.')
    named = words.partition('the bug: ')[2].partition('.')[0].split(', ')
    assert named == needed


def test_what_a_line_seems_to_mean_is_not_said_to_need_nothing(
    tmp_path: pathlib.Path,
) -> None:
    conf = tmp_path / 'nova.conf'
    found = []
    for line in ('', 'disable_rootwrp = true'):
        conf.write_text(f'[workarounds]\n{line}\n')
        done = command_line.run(
            *('--namespace', 'nova', '--config-file', conf, 'advise')
        )
        found += re.findall(r'(\d+) (?:other|workaround)s are', done.stdout)
    assert int(found[0]) == int(found[1]) + 1


def test_a_host_file_that_is_missing_is_all_that_is_said() -> None:
    done = command_line.run('--namespace', 'nova', 'advise', '--host', 'none')
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize('form', ['csv', 'json', 'table', 'value', 'yaml'])
def test_the_other_formats_have_all_anyway(
    arguments: tuple[object, ...], form: str
) -> None:
    done = command_line.run(*arguments, '-f', form)
    assert 'skip_reserve_in_use_ironic_nodes' in done.stdout
    assert done.stdout == (
        command_line.run(*arguments, '--all', '-f', form).stdout
    )
    assert 'need nothing' not in done.stdout


def test_a_table_has_what_the_text_has(arguments: tuple[object, ...]) -> None:
    done = command_line.run(
        *arguments, '--only', advising.FSYNC, '-f', 'table'
    )
    header, row, *_ = (
        [cell.strip() for cell in line.split('|')[1:-1]]
        for line in done.stdout.splitlines()
        if line.startswith('|')
    )
    assert header == EVERYTHING[:6]
    assert row[:2] == [advising.FSYNC, 'not-needed']


def test_columns_can_be_chosen(arguments: tuple[object, ...]) -> None:
    only = ('--only', 'disable_deep_image_inspection')
    chosen = ('-c', 'Workaround', '-c', 'Weakens security')
    done = command_line.run(*arguments, *only, *chosen, '-f', 'value')
    assert done.stdout == 'disable_deep_image_inspection True\n'
    done = command_line.run(*arguments, *only, *chosen)
    assert done.stdout == (
        'disable_deep_image_inspection\n  Weakens security  True\n'
    )


def test_a_column_that_does_not_exist_is_refused(
    arguments: tuple[object, ...],
) -> None:
    done = command_line.run(*arguments, '-c', 'Colour')
    assert (done.returncode, done.stdout) == (2, '')
    assert 'Traceback' not in done.stderr
    assert 'Workaround' in done.stderr


@pytest.mark.parametrize('columns', [40, 60, 80, 250])
def test_text_fits_the_terminal_but_for_what_must_stay_whole(
    arguments: tuple[object, ...], columns: int
) -> None:
    code, shown = command_line.run_in_terminal(*arguments, columns=columns)
    assert code == 1
    lines = command_line.COLOUR.sub('', shown).splitlines()
    # Beside its title there is one word, such as a path, in such a line, or
    # what is to be copied into a file.
    too_long = [line for line in lines if len(line) > columns]
    whole = re.compile(
        r' *(why:?  ?|to do:? +)?'
        r'(\S+|\w+ = (\w+|<the value that you need>))( to:)?'
    )
    assert [words for words in too_long if not whole.fullmatch(words)] == []
    # Sentences longer than this are hard to read.
    assert max(len(line) for line in lines if not whole.fullmatch(line)) <= 100


@pytest.mark.parametrize('columns', [60, 80, 132])
def test_a_table_fits_the_terminal(
    arguments: tuple[object, ...], columns: int
) -> None:
    _, shown = command_line.run_in_terminal(
        *arguments, '-f', 'table', columns=columns
    )
    lines = command_line.COLOUR.sub('', shown).splitlines()
    table = [line for line in lines if line.startswith(('+', '|'))]
    assert max(map(len, table)) <= columns


def test_what_is_weakened_is_reported_to_people_too(
    arguments: tuple[object, ...], tmp_path: pathlib.Path
) -> None:
    host = advising.make_host(tmp_path / 'host.json', service_version='30.0.0')
    assert host in arguments
    for form in ('text', 'table'):
        done = command_line.run(
            *arguments, '-f', form, '--only', 'disable_deep_image_inspection'
        )
        assert 'it weakens security' in ' '.join(done.stdout.split())


def test_a_person_sees_colours_and_a_pipe_does_not(
    arguments: tuple[object, ...],
) -> None:
    _, coloured = command_line.run_in_terminal(*arguments, columns=80)
    _, plain = command_line.run_in_terminal(
        *arguments, columns=80, NO_COLOR='1'
    )
    piped = command_line.run(*arguments).stdout
    assert '\x1b[32mnot needed\x1b[0m' in coloured
    assert command_line.COLOUR.sub('', coloured) == plain == piped


@pytest.mark.parametrize('form', ['json', 'yaml', 'csv', 'value'])
def test_machines_get_no_colours_even_at_a_terminal(
    arguments: tuple[object, ...], form: str
) -> None:
    _, shown = command_line.run_in_terminal(*arguments, '-f', form, columns=60)
    assert shown == command_line.run(*arguments, '-f', form).stdout


@pytest.mark.parametrize('form', ['text', 'table', 'csv', 'value'])
def test_a_terminal_obeys_nothing_of_what_files_say(
    tmp_path: pathlib.Path, form: str
) -> None:
    conf = tmp_path / 'nova.conf'
    conf.write_text('[workarounds]\nenable_consoleauth = \x1b[2Jtrue\n')
    host = advising.make_host(
        tmp_path / 'host.json',
        packages={'qemu-utils': {'unknown': 'it is \x1b[2J\x07gone'}},
    )
    done = command_line.run(
        *(*advising.BOTH, '--config-file', conf, 'advise', '--host', host),
        *('-f', form),
    )
    assert '[2J' in done.stdout
    assert '\x1b' not in done.stdout
    assert '\x07' not in done.stdout


def test_letters_that_a_terminal_lacks_are_no_fault(
    tmp_path: pathlib.Path,
) -> None:
    host = advising.make_host(
        tmp_path / 'host.json',
        platform='acme:1',
        components={'qemu': {'unknown': 'es wäre schön'}},
        service_version={'unknown': 'nobody says so'},
    )
    done = command_line.run_process(
        *(*advising.BOTH, '--config-file', '/dev/null', 'advise'),
        *('--host', host, '--only', advising.FSYNC),
        PYTHONIOENCODING='ascii',
        PYTHONPATH=str(pathlib.Path(__file__).parents[2]),
    )
    assert (done.returncode, done.stderr) == (0, '')
    assert 'es w\\xe4re sch\\xf6n' in done.stdout
