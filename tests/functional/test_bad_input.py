# SPDX-License-Identifier: Apache-2.0
"""The command on files with mistakes.

Each mistake gives a clear message with file and line, and exit code 2 or a
finding. There is never a traceback, and no other finding is lost.
"""

import json
import pathlib
import re
import subprocess

import pytest

from tests.functional import bad_input
from tests.functional import command_line
from tests.functional import documents

#: What is said if the other lines are read.
REST = 'the other lines are read'


@pytest.fixture(params=['list', 'check'])
def subcommand(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def conf(tmp_path: pathlib.Path) -> pathlib.Path:
    return tmp_path / 'nova.conf'


def run(conf: object, *arguments: str) -> subprocess.CompletedProcess[str]:
    done = command_line.run(
        '--namespace', 'nova', '--config-file', conf, *arguments
    )
    assert 'Traceback' not in done.stdout + done.stderr
    assert 'internal error' not in done.stderr
    return done


@pytest.mark.parametrize(
    ('content', 'said'),
    bad_input.UNREADABLE.values(),
    ids=bad_input.UNREADABLE,
)
def test_what_cannot_be_read_is_reported_with_file_and_line(
    conf: pathlib.Path, subcommand: str, content: bytes, said: str
) -> None:
    conf.write_bytes(content)
    done = run(conf, subcommand)
    assert done.stderr.startswith(f'workarounds: {conf}{said}')
    # A whole page about one line would not be read.
    assert len(done.stderr) < 2000
    assert done.returncode == 2
    if REST in done.stderr:
        assert subcommand == 'check'
        assert 'nothing to report' not in done.stdout
    else:
        assert (done.stderr.count('\n'), done.stdout) == (1, '')


def test_all_lines_that_cannot_be_parsed_are_reported_and_the_rest_read(
    tmp_path: pathlib.Path,
) -> None:
    (tmp_path / 'a.conf').write_text(
        '[workarounds]\n  secret = 1\n\tsecret\n'
        f'{bad_input.OPTION} = maybe\noops\n  secret = 2\n= 3\n\n  secret\n'
    )
    (tmp_path / 'b.conf').write_text(f'  secret\n{bad_input.SET}')
    both = [f'--config-file={tmp_path}/{name}.conf' for name in 'ab']
    for subcommand in ('check', 'advise', 'list'):
        done = command_line.run('--namespace', 'nova', *both, subcommand)
        *lines, last = [
            line.removeprefix('workarounds: ').partition(': ')[0]
            for line in done.stderr.splitlines()
            if line.startswith('workarounds: ')
        ]
        places = ['a.conf:2', 'a.conf:3', 'a.conf:5', 'a.conf:7', 'a.conf:9']
        assert [line.rpartition('/')[2] for line in [*lines, last]][:6] == [
            *places,
            'b.conf:1',
        ]
        assert (REST in last) is (subcommand != 'list')
        is_said = 'This is not all' in ' '.join(done.stdout.split())
        assert is_said is (subcommand != 'list')
        assert done.returncode == 2
        # The last file counts.
        are_read = f'{tmp_path}/b.conf:3:' in done.stdout
        assert are_read is (subcommand != 'list')
        assert 'secret' not in done.stdout + done.stderr


def test_where_a_section_is_in_doubt_its_lines_are_not_read(
    conf: pathlib.Path,
) -> None:
    conf.write_text(f'a = 1\nb = 2\n[libvirt\n{bad_input.OPTION} = 1\noops\n')
    done = run(conf, 'check')
    # One section is the cure of both keys.
    assert re.findall(r'nova.conf:(\d)', done.stderr) == ['1', '3', '5']
    assert (done.returncode, done.stdout) == (2, '')


def test_a_file_of_another_kind_is_not_reported_line_by_line(
    conf: pathlib.Path,
) -> None:
    conf.write_text('key\n' * 1000)
    done = run(conf, 'check')
    assert done.stderr.count('\n') == 11
    assert 'more lines cannot be parsed' in done.stderr
    assert (done.returncode, done.stdout) == (2, '')


@pytest.mark.parametrize(('path', 'said'), bad_input.UNOPENED.items())
def test_what_cannot_be_opened_is_reported_with_its_path(
    tmp_path: pathlib.Path, subcommand: str, path: str, said: str
) -> None:
    (tmp_path / 'good.conf').write_text(bad_input.SET)
    (tmp_path / 'dangling').symlink_to('nowhere')
    path = path.format(tmp_path)
    done = run(path, subcommand)
    assert done.stderr.startswith(f'workarounds: {path}: {said}')
    assert (done.returncode, done.stdout) == (2, '')


def test_of_several_files_each_that_cannot_be_read_is_reported(
    tmp_path: pathlib.Path, subcommand: str
) -> None:
    for name, text in (('a', 'a\n'), ('b', bad_input.SET), ('c', '[c\n')):
        (tmp_path / f'{name}.conf').write_text(text)
    others = [f'--config-file={tmp_path}/{name}.conf' for name in 'bc']
    done = run(tmp_path / 'a.conf', *others, subcommand)
    assert [line.split(': ')[1] for line in done.stderr.splitlines()] == [
        f'{tmp_path}/a.conf:1',
        f'{tmp_path}/c.conf:1',
    ]
    assert done.returncode == 2


@pytest.mark.parametrize(
    ('content', 'code', 'found'),
    bad_input.READABLE.values(),
    ids=bad_input.READABLE,
)
def test_what_can_be_read_is_checked_line_by_line(
    conf: pathlib.Path,
    content: bytes,
    code: int,
    found: list[tuple[str, int]],
) -> None:
    conf.write_bytes(content)
    done = run(conf, 'check', '-f', 'json')
    assert done.stderr == ''
    diagnostics = documents.read(done.stdout, 'diagnostics')['diagnostics']
    assert [
        (item['code'], documents.location(item)) for item in diagnostics
    ] == [(name, f'{conf}:{line}') for name, line in found]
    assert done.returncode == code


@pytest.mark.parametrize(
    'content',
    [content for content, *_ in bad_input.READABLE.values()],
    ids=bad_input.READABLE,
)
def test_what_can_be_read_is_listed_whole(
    conf: pathlib.Path, content: bytes
) -> None:
    conf.write_bytes(content)
    done = run(conf, 'list', '-f', 'json')
    assert (done.returncode, done.stderr) == (0, '')
    assert len(json.loads(done.stdout)) == 19


@pytest.mark.parametrize('ending', ['\n', '\r\n'])
def test_100_000_lines_are_read_to_the_last(
    conf: pathlib.Path, ending: str
) -> None:
    lines = ['[workarounds]', *(f'# {i}' for i in range(99_998)), '']
    conf.write_text(
        ending.join([*lines, f'{bad_input.OPTION} = maybe']), newline=''
    )
    done = run(conf, 'check', '-f', 'json')
    [diagnostic] = json.loads(done.stdout)['diagnostics']
    assert diagnostic['code'] == 'WA105'
    assert documents.location(diagnostic) == f'{conf}:100001'
    assert done.returncode == 1


def test_10_000_unknown_lines_are_all_reported(conf: pathlib.Path) -> None:
    lines = [f'disable_rootwrap_{i} = true' for i in range(10_000)]
    conf.write_text('\n'.join(['[workarounds]', *lines]))
    done = run(conf, 'check', '-f', 'value', '-c', 'where')
    assert done.stdout.count('\n') == 10_000
    assert done.stdout.endswith(f'{conf}:10001\n')
    assert done.returncode == 1
    # More lines would not be read.
    for form in ('text', 'table'):
        done = run(conf, 'check', '-f', form)
        assert done.stdout.count('WA102') == 21
        more = '9980 more of this code; see all with: workarounds check'
        assert more in done.stdout
        assert done.returncode == 1


def test_a_toggle_set_100_000_times_is_reported_once(
    conf: pathlib.Path,
) -> None:
    conf.write_text(
        '[workarounds]\n' + f'{bad_input.OPTION} = true\n' * 100_000
    )
    done = run(conf, 'check', '-f', 'json')
    twice, note = json.loads(done.stdout)['diagnostics']
    assert (twice['code'], note['code']) == ('WA106', 'WA110')
    assert (
        documents.location(twice)
        == documents.location(note)
        == f'{conf}:100001'
    )
    assert 'is set 100000 times' in twice['message']
    # The numbers of all lines would not be read.
    assert len(twice['message']) < 1000


@pytest.mark.parametrize(
    'command',
    [
        '--config-file {} check',
        '--config-file /dev/null advise --host {}',
        '--config-file /dev/null advise --root {}',
        'matrix --data {}',
        'matrix -f json --check {}',
        'matrix -f json --output {}',
        'audit {}',
        'retire disable_rootwrap {}',
    ],
)
def test_a_path_can_have_any_character(
    tmp_path: pathlib.Path, command: str
) -> None:
    path = str(tmp_path / 'missing' / 'no\x1b[2J\nforged')
    words = [path if word == '{}' else word for word in command.split()]
    done = command_line.run('--namespace', 'nova', *words)
    [line] = [line for line in done.stderr.splitlines() if 'forged' in line]
    assert r'no\x1b[2J\nforged' in line
    assert '\x1b' not in done.stderr
    assert done.returncode == 2


def test_a_directory_without_files_is_not_clean(
    tmp_path: pathlib.Path,
) -> None:
    # oslo.config reads files of this ending alone.
    (tmp_path / 'nova.cnf').write_text(bad_input.SET)
    done = command_line.run(
        '--namespace', 'nova', '--config-dir', tmp_path, 'check'
    )
    assert done.stderr == (
        f'workarounds: {tmp_path}: has no *.conf file; check the path\n'
    )
    assert (done.returncode, done.stdout) == (2, '')
