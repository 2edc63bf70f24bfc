# SPDX-License-Identifier: Apache-2.0
"""The output on a terminal, and in a pipe."""

import pathlib
import re
import subprocess

import pytest
import wcwidth

from tests.functional import command_line

NOVA = ('--namespace', 'nova')
HOST = (
    pathlib.Path(__file__).parents[2]
    / 'doc/source/examples/hosts/debian12.json'
)
TEXT = """\
[workarounds]
disable_libvirt_livesnapshot = true
disable_deep_image_inspection = maybe
enable_consoleauth = true
"""
ON = '\x1b[33mon\x1b[0m'
OFF = '\x1b[32moff\x1b[0m'
INVALID = '\x1b[31man invalid value\x1b[0m'
WARNING = '\x1b[33mwarning\x1b[0m'
ERROR = '\x1b[31merror\x1b[0m'
NOTE = '\x1b[36mnote\x1b[0m'
SHOW = ('show', 'disable_libvirt_livesnapshot')


@pytest.fixture
def conf(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / 'nova.conf'
    path.write_text(TEXT)
    return path


@pytest.mark.parametrize(
    ('subcommand', 'code', 'words'),
    [
        (('list',), 0, [ON, OFF, INVALID]),
        (SHOW, 0, [ON]),
        (('check',), 1, [WARNING, ERROR, NOTE]),
    ],
)
def test_a_person_sees_colours(
    conf: pathlib.Path,
    subcommand: tuple[str, ...],
    code: int,
    words: list[str],
) -> None:
    conf.write_text(f'{TEXT}libvirt_disable_apic = true\n')
    returned, shown = command_line.run_process_in_terminal(
        *NOVA, '--config-file', conf, *subcommand, columns=200
    )
    assert returned == code
    for word in words:
        assert word in shown


@pytest.mark.parametrize('environ', [{'NO_COLOR': '1'}, {'TERM': 'dumb'}])
@pytest.mark.parametrize('subcommand', [('list',), SHOW, ('check',)])
def test_a_person_who_wants_no_colours_sees_none(
    conf: pathlib.Path, subcommand: tuple[str, ...], environ: dict[str, str]
) -> None:
    arguments = (*NOVA, '--config-file', conf, *subcommand)
    plain = command_line.run_in_terminal(*arguments, columns=200, **environ)
    coloured = command_line.run_in_terminal(
        *arguments, columns=200, NO_COLOR=''
    )
    assert '\x1b' not in plain[1]
    assert '\x1b' in coloured[1]
    assert command_line.COLOUR.sub('', coloured[1]) == plain[1]


@pytest.mark.parametrize(
    ('subcommand', 'columns'),
    [
        (('list',), 60),
        (('list',), 80),
        (('list',), 132),
        (SHOW, 60),
        (SHOW, 132),
        (('check',), 60),
        (('check',), 132),
    ],
)
def test_a_table_fits_the_terminal(
    conf: pathlib.Path, subcommand: tuple[str, ...], columns: int
) -> None:
    _, shown = command_line.run_in_terminal(
        *(*NOVA, '--config-file', conf, *subcommand, '-f', 'table'),
        columns=columns,
    )
    lines = command_line.COLOUR.sub('', shown).splitlines()
    table = [line for line in lines if line.startswith(('+', '|'))]
    assert max(map(len, table)) <= columns


@pytest.mark.parametrize(
    ('columns', 'titles'),
    [
        (60, ['Name', 'State', 'Set in']),
        (
            500,
            [
                'Name',
                'Group',
                'State',
                'Set in',
                'Bug',
                'Fix',
                'Expires',
                'Remarks',
            ],
        ),
    ],
)
def test_what_a_narrow_terminal_leaves_out_is_reported(
    conf: pathlib.Path, columns: int, titles: list[str]
) -> None:
    _, shown = command_line.run_in_terminal(
        *(*NOVA, '--config-file', conf, 'list', '-f', 'table'),
        columns=columns,
    )
    plain = command_line.COLOUR.sub('', shown)
    [header] = [
        line for line in plain.splitlines() if line.startswith('| Name')
    ]
    assert [cell.strip() for cell in header.split('|')[1:-1]] == titles
    reported = (
        'workarounds: the terminal is too narrow for the columns Group, Bug, '
        'Fix, Expires, Remarks; see show, or -f csv'
    )
    assert (reported in plain) is (columns == 60)


def test_a_narrow_terminal_leaves_room_for_messages(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    pathlib.Path('nova.conf').write_text(TEXT)
    _, shown = command_line.run_in_terminal(
        *(*NOVA, '--config-file', 'nova.conf', 'check', '-f', 'table'),
        columns=70,
    )
    plain = command_line.COLOUR.sub('', shown)
    [header] = [
        line for line in plain.splitlines() if line.startswith('| Code')
    ]
    assert [cell.strip() for cell in header.split('|')[1:-1]] == [
        *('Code', 'Where', 'Message')
    ]
    assert '| nova.conf:4 |' in plain
    assert (
        'workarounds: the terminal is too narrow for the columns Severity, '
        'Workaround; see -f csv\n'
    ) in plain


@pytest.mark.parametrize(
    ('text', 'said'),
    [
        ('', 'nothing to report in 1 file; no line sets a workaround'),
        (
            '[workarounds]\ndisable_rootwrap = false\n[DEFAULT]\na = 1\n',
            'nothing to report in 1 file; 1 line sets a workaround',
        ),
        (
            '[workarounds]\ndisable_rootwrp = 1\ndisable_rootwrap = true\n',
            '2 findings in 1 file: 1 warning, 1 note',
        ),
    ],
)
def test_check_ends_with_a_summary(
    tmp_path: pathlib.Path, text: str, said: str
) -> None:
    path = tmp_path / 'nova.conf'
    path.write_text(text)
    done = command_line.run(
        *(*NOVA, '--config-file', path, 'check', '--ignore', 'WA116')
    )
    *_, last = done.stdout.splitlines()
    assert (last, done.stderr) == (said, '')


@pytest.mark.parametrize('form', ['json', 'yaml', 'csv', 'value', 'table'])
def test_no_other_format_has_a_summary(conf: pathlib.Path, form: str) -> None:
    done = command_line.run(
        *(*NOVA, '--config-file', conf, 'check', '-f', form)
    )
    assert 'in 1 file' not in done.stdout


def test_check_goes_through_a_file_from_the_top(
    conf: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(conf.parent)
    done = command_line.run(*NOVA, '--config-file', conf.name, 'check')
    lines = done.stdout.splitlines()
    assert [line for line in lines if line.startswith(conf.name)] == [
        'nova.conf:2: warning WA107 deprecated-option',
        'nova.conf:3: error WA105 invalid-value',
        'nova.conf:4: warning WA101 removed-option',
    ]


@pytest.fixture
def deep(tmp_path: pathlib.Path) -> pathlib.Path:
    """Return a configuration at the end of a long path."""
    directory = tmp_path / ('long' * 20) / 'に  本 語' / 'fin de la voie'
    directory.mkdir(parents=True)
    path = directory / 'nova.conf'
    path.write_text(f'{TEXT}日本語 = 1\nlibvirt_disable_apic = false\n')
    return path


@pytest.mark.parametrize('columns', [40, 60, 80, 120, 300])
@pytest.mark.parametrize(
    'subcommand',
    [
        ('list',),
        SHOW,
        ('check',),
        ('advise', '--host', HOST),
        ('advise', '--host', HOST, '--all'),
        ('matrix',),
    ],
)
def test_text_fits_any_terminal_and_breaks_no_path(
    deep: pathlib.Path, subcommand: tuple[object, ...], columns: int
) -> None:
    _, shown = command_line.run_in_terminal(
        *(*NOVA, '--config-file', deep, *subcommand), columns=columns
    )
    plain = command_line.COLOUR.sub('', shown)
    # A message on standard error is one line.
    plain = re.sub(r'^workarounds: .*\n', '', plain, flags=re.MULTILINE)
    # It counts as a word.
    words = plain.replace(str(deep), 'PATH')
    for line in words.splitlines():
        whole = re.sub(r'\w+ = (<.+>|\S+)( \(PATH:\d+\))?', 'LINE', line)
        label = re.compile(r'^ *([A-Za-z]+( [a-z]+)?:? +)?')
        is_breakable = ' ' in label.sub('', whole).strip()
        width = wcwidth.wcswidth(line.replace('PATH', str(deep)))
        assert width <= min(columns, 100) or not is_breakable, line
    # No word is broken: they are the same at each width.
    piped = command_line.run(*NOVA, '--config-file', deep, *subcommand)
    expected = piped.stdout.replace(str(deep), 'PATH')
    assert re.sub(r':(?=\s)', '', words).split() == (
        re.sub(r':(?=\s)', '', expected).split()
    )
    if columns == 80:
        assert plain == piped.stdout


@pytest.mark.parametrize(
    'subcommand',
    [('list',), SHOW, ('check',), ('advise', '--host', HOST, '--all')],
)
def test_a_terminal_obeys_nothing_of_a_file_or_its_name(
    tmp_path: pathlib.Path, subcommand: tuple[object, ...]
) -> None:
    path = tmp_path / 'no\x1b[2Jva\x9b.conf'
    path.write_text(
        '[workarounds]\ndisable_libvirt_livesnapshot = \x1b[2Jtrue\n'
        'disable_rootwrap = true\n\x1b]0;x\x07 = 1\n',
        encoding='utf-8',
    )
    _, shown = command_line.run_in_terminal(
        *(*NOVA, '--config-file', path, *subcommand), columns=80
    )
    plain = command_line.COLOUR.sub('', shown)
    assert 'no\\x1b[2Jva' in plain
    assert not {'\x1b', '\x07', '\x9b'} & set(plain)


@pytest.mark.parametrize('form', ['json', 'yaml', 'csv', 'value'])
def test_machines_get_no_colours_even_at_a_terminal(
    conf: pathlib.Path, form: str
) -> None:
    arguments = (*NOVA, '--config-file', conf, 'check', '-f', form)
    _, shown = command_line.run_in_terminal(*arguments, columns=60)
    assert '\x1b' not in shown
    assert shown == command_line.run(*arguments).stdout


@pytest.mark.parametrize('subcommand', [('list',), SHOW, ('check',)])
def test_a_pipe_gets_the_same_text_without_colours(
    conf: pathlib.Path, subcommand: tuple[str, ...]
) -> None:
    arguments = (*NOVA, '--config-file', conf, *subcommand)
    done = command_line.run(*arguments, COLUMNS='40')
    assert '\x1b' not in done.stdout
    _, shown = command_line.run_in_terminal(*arguments, columns=80)
    assert command_line.COLOUR.sub('', shown) == done.stdout


def test_an_error_at_a_terminal_is_one_plain_line(
    tmp_path: pathlib.Path,
) -> None:
    code, shown = command_line.run_process_in_terminal(
        *NOVA, '--config-file', tmp_path / 'a.conf', 'list', columns=60
    )
    assert code == 2
    assert shown == (
        f'workarounds: {tmp_path}/a.conf: No such file or directory; check '
        f'the path\n'
    )


def test_no_verb_at_a_terminal_opens_no_shell() -> None:
    code, shown = command_line.run_process_in_terminal(*NOVA, columns=60)
    assert code == 2
    assert 'no command given' in shown


def piped(*arguments: object, reader: str) -> tuple[int, str, str]:
    """Run the command into a reader that may leave before the end.

    :returns: exit code of the command, output of the reader, and standard
        error of the command
    """
    with subprocess.Popen(
        [command_line.tool('workarounds'), *map(str, arguments)],
        env=command_line.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as writer:
        assert writer.stdout
        assert writer.stderr
        read = subprocess.run(
            reader,
            capture_output=True,
            check=True,
            shell=True,
            stdin=writer.stdout,
            text=True,
        )
        writer.stdout.close()
        said = writer.stderr.read()
        return writer.wait(command_line.PATIENCE), read.stdout, said


@pytest.mark.parametrize(
    ('arguments', 'reader'),
    [
        (('list',), 'true'),
        (('list', '-f', 'csv'), 'true'),
        (('check', '-f', 'json'), 'true'),
        # Other output is in the pipe before the reader has read a line.
        (('check', '-f', 'json'), 'head -n 1'),
        (SHOW, 'true'),
        (('complete',), 'true'),
        (('--help',), 'true'),
    ],
)
def test_a_reader_that_leaves_early_is_no_fault(
    conf: pathlib.Path, arguments: tuple[str, ...], reader: str
) -> None:
    conf.write_text('[workarounds]\n' + 'disable_rootwrp = 1\n' * 2000)
    code, _, said = piped(
        *NOVA, '--config-file', conf, *arguments, reader=reader
    )
    assert said == ''
    # 141 is what a shell says of a command whose pipe was closed.
    assert code in (0, 1, 141)


def test_a_full_disk_is_reported_and_no_traceback(conf: pathlib.Path) -> None:
    with open('/dev/full', 'w') as full:
        done = subprocess.run(
            [
                command_line.tool('workarounds'),
                *(*NOVA, '--config-file', str(conf), 'list'),
            ],
            check=False,
            env=command_line.environment(),
            stderr=subprocess.PIPE,
            stdout=full,
            text=True,
            timeout=command_line.PATIENCE,
        )
    assert done.returncode not in (0, 1)
    assert 'No space left on device' in done.stderr
    assert 'Traceback' not in done.stderr


def test_letters_that_a_terminal_lacks_are_no_fault(
    conf: pathlib.Path,
) -> None:
    conf.write_text('[workarounds]\nä = 1\n', encoding='utf-8')
    done = command_line.run_process(
        *NOVA, '--config-file', conf, 'check', PYTHONIOENCODING='ascii'
    )
    assert (done.returncode, done.stderr) == (1, '')
    assert 'WA102' in done.stdout
