# SPDX-License-Identifier: Apache-2.0
"""Host files and data files with mistakes."""

import json
import pathlib
import subprocess
from typing import Any

import pytest

from tests.functional import advising
from tests.functional import command_line

BOTH = (*advising.BOTH, '--config-file', '/dev/null')
LONG = 'a' * 10 * 1024 * 1024
DEEP = 10_000


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    done = command_line.run(*BOTH, *arguments)
    assert 'Traceback' not in done.stdout + done.stderr
    assert 'internal error' not in done.stderr
    # A line that is as long as a page is not readable.
    assert max(map(len, done.stderr.splitlines()), default=0) < 600
    assert '\x1b' not in done.stderr
    return done


#: Mistakes of any file of facts, and the place that is reported.
ANY = {
    'nothing': (b'', 1),
    'a blank': (b' \n\n', 2),
    'a list': (b'[]', 1),
    'a word': (b'schema', 1),
    'cut off in a mapping': (b'{"schema": 1,\n"platform": "debian:12"\n', 2),
    'cut off in a text': (b'schema: 1\nplatform: "debian', 2),
    'not UTF-8': (b'schema: 1\nplatform: "\xff"\n', 2),
    'UTF-16': ('schema: 1\n'.encode('utf-16'), 1),
    'zero bytes': (b'\x00' * 100, 1),
    'a newer schema': (b'platform: debian:12\nschema: 2\n', 2),
    'no schema': (b'platform: debian:12\n', 1),
    'a key twice': (b'schema: 1\nschema: 1\n', 2),
    'an anchor that contains itself': (
        b'schema: 1\npackages: &a\n  b: *a\n',
        3,
    ),
    'an unknown key': (b'schema: 1\nplatfrom: debian:12\n', 2),
    'two documents': (b'schema: 1\n---\nschema: 1\n', 2),
    "a terminal's orders": (b'schema: "\\e[2J"\nplatform: debian:12\n', 1),
    'ten megabytes': (b'schema: 1\nplatform: %s\n' % LONG.encode(), 2),
    'too deep': (b'schema: 1\nplatform:\n ' + b'[' * DEEP, 3),
    'Python': (b'schema: !!python/object:os.system {}\n', 1),
}


@pytest.mark.parametrize(
    ('option', 'subcommand'),
    [('--host', 'advise'), ('--data', 'advise'), ('--data', 'facts')],
)
@pytest.mark.parametrize(('content', 'line'), ANY.values(), ids=ANY)
def test_what_cannot_be_used_is_reported_with_file_and_line(
    tmp_path: pathlib.Path,
    option: str,
    subcommand: str,
    content: bytes,
    line: int,
) -> None:
    path = tmp_path / 'facts.yaml'
    path.write_bytes(content)
    done = run(subcommand, option, path)
    assert (done.returncode, done.stdout) == (2, '')
    lines = done.stderr.splitlines()
    assert lines
    for said in lines:
        assert said.startswith(f'workarounds: {path}:')
    assert any(
        said.startswith(f'workarounds: {path}:{line}:') for said in lines
    )


@pytest.mark.parametrize('option', ['--host', '--data'])
@pytest.mark.parametrize(
    ('path', 'said'),
    [
        ('{}/missing', 'No such file or directory; check the path'),
        ('{}', 'Is a directory; give a file'),
        ('/proc/self/mem', 'Input/output error; check the path'),
    ],
)
def test_what_cannot_be_opened_is_reported_with_its_path(
    tmp_path: pathlib.Path, option: str, path: str, said: str
) -> None:
    path = path.format(tmp_path)
    done = run('advise', option, path)
    assert (done.returncode, done.stdout) == (2, '')
    assert done.stderr == f'workarounds: {path}: {said}\n'


FACTS: dict[str, tuple[dict[str, Any], str]] = {
    'a platform': ({'platform': 'Debian GNU/Linux 12'}, 'platform'),
    'a manager': ({'package_manager': 'apk'}, 'package_manager'),
    'a version': (
        {'packages': {'qemu-utils': {'version': '; rm -rf /'}}},
        'packages.qemu-utils.version',
    ),
    'no version': (
        {'packages': {'qemu-utils': {'vendor': 'a'}}},
        'packages.qemu-utils',
    ),
    'a cause of nothing': (
        {'packages': {'qemu-utils': {'unknown': ''}}},
        'packages.qemu-utils.unknown',
    ),
    'a cause without end': (
        {'packages': {'qemu-utils': {'unknown': LONG}}},
        'packages.qemu-utils.unknown',
    ),
    'a package': ({'packages': {'--root=/': {'version': '1'}}}, 'packages'),
    'a program': (
        {'components': {'qemu': {'version': '1', 'program': 'qemu'}}},
        'components.qemu.program',
    ),
    'a release': ({'service_version': 'hibiscus'}, 'service_version'),
}


@pytest.mark.parametrize(('wrong', 'place'), FACTS.values(), ids=FACTS)
def test_a_host_with_facts_that_are_none_is_refused(
    tmp_path: pathlib.Path, wrong: dict[str, Any], place: str
) -> None:
    path = advising.make_host(tmp_path / 'host.json', **wrong)
    done = run('advise', '--host', path)
    assert (done.returncode, done.stdout) == (2, '')
    assert done.stderr.startswith(f'workarounds: {path}:1: {place}')


DAY = '2026-11-23'
SHIPS = """\
schema: 1
as_of: 2026-11-23
ships:
  qemu:
    mine:1:
      version: 1.0
      package: qemu
      source: here
"""


def places(done: subprocess.CompletedProcess[str]) -> list[str]:
    """Return the places that are reported."""
    assert (done.returncode, done.stdout) == (2, '')
    return [line.split(' ')[1] for line in done.stderr.splitlines()]


@pytest.mark.parametrize(
    ('text', 'other_text', 'lines'),
    [
        (
            'schema: 2\nas_of: 2026-11-23\nplatfroms: {}\n',
            f'schema: 1\n{SHIPS}',
            ['one.yaml:1:', 'one.yaml:3:', 'other.yaml:2:'],
        ),
        (SHIPS, SHIPS, ['one.yaml:5:', 'other.yaml:5:']),
        # The missing rows may be in the broken file.
        ('schema: 2\nas_of: 2026-11-23\n', SHIPS, ['one.yaml:1:']),
    ],
)
def test_all_faults_of_all_data_files_are_reported_at_once(
    tmp_path: pathlib.Path, text: str, other_text: str, lines: list[str]
) -> None:
    file, other = tmp_path / 'one.yaml', tmp_path / 'other.yaml'
    file.write_text(text)
    other.write_text(other_text)
    done = run('advise', '--data', file, '--data', other)
    assert sorted(places(done)) == [f'{tmp_path}/{line}' for line in lines]


def test_a_row_for_what_is_declared_nowhere_is_reported_and_does_no_harm(
    tmp_path: pathlib.Path,
) -> None:
    data = tmp_path / 'data.json'
    bug = {'https://bugs.example/1': {'reopened': 'https://bugs.example/2'}}
    facts = {'schema': 1, 'as_of': DAY, 'fixes': {'qemu': bug}}
    data.write_text(json.dumps(facts))
    done = run('advise', '--data', data, '--only', advising.FSYNC)
    assert done.stderr == (
        f'workarounds: {data}:1: fixes.qemu.https://bugs.example/1: no '
        f'declaration here has exactly one fix in qemu for that bug\n'
    )
    assert done.stdout.startswith(f'{advising.FSYNC} is on by default: ')
    assert done.returncode in (0, 1)


def test_stale_facts_are_one_line_and_change_no_answer(
    tmp_path: pathlib.Path,
) -> None:
    data = tmp_path / 'data.yaml'
    host = advising.make_host(tmp_path / 'host.json')
    data.write_text(f'schema: 1\nas_of: {DAY}\n')
    fresh = run('advise', '--host', host, '--data', data)
    data.write_text('schema: 1\nas_of: 2020-01-01\n')
    stale = run('advise', '--host', host, '--data', data)
    assert stale.returncode == fresh.returncode
    assert stale.stdout == fresh.stdout.replace(DAY, '2020-01-01')
    assert stale.stderr == fresh.stderr + (
        'workarounds: the oldest facts are as of 2020-01-01; they may lack '
        'newer platforms and fixes; install a newer release of workarounds, '
        'or update the file that is that old (workarounds data show)\n'
    )


def test_a_data_file_can_reopen_a_fix(tmp_path: pathlib.Path) -> None:
    link = 'https://bugs.example.org/9'
    data = tmp_path / 'data.yaml'
    data.write_text(
        f'schema: 1\nas_of: {DAY}\nfixes:\n  qemu:\n'
        '    https://bugs.launchpad.net/qemu/+bug/1368815:\n'
        f'      reopened: {link}\n'
    )
    host = advising.make_host(tmp_path / 'host.json')
    code, [row] = advising.run(
        *(*BOTH, 'advise', '--host', host, '--data', data),
        *('--only', advising.FSYNC),
    )
    assert (code, row['status'], row['state']) == (0, 'unknown', 'on')
    assert row['fields']['reopened'] == link


def test_an_unknown_platform_is_assessed_by_other_facts(
    tmp_path: pathlib.Path,
) -> None:
    host = advising.make_host(
        tmp_path / 'host.json',
        platform='acme:1',
        packages={},
        components={'qemu': {'version': '2.1.9'}},
    )
    _, [row] = advising.run(
        *BOTH, 'advise', '--host', host, '--only', advising.FSYNC
    )
    assert (row['status'], row['reason']) == (
        'not-needed',
        'minimum-version-past-fix',
    )


@pytest.mark.parametrize('subcommand', ['advise', 'facts'])
def test_an_unknown_catalogue_is_refused(subcommand: str) -> None:
    done = command_line.run('--namespace', 'nvoa', subcommand)
    assert (done.returncode, done.stdout) == (2, '')
    assert 'did you mean nova?' in done.stderr


def test_data_files_of_the_user_are_read_before_those_that_are_named(
    tmp_path: pathlib.Path,
) -> None:
    host = advising.make_host(tmp_path / 'host.json')
    own = tmp_path / 'workarounds'
    own.mkdir()
    named = tmp_path / 'named.yaml'
    for path, version in ((own / 'mine.yaml', '8.8'), (named, '9.9')):
        path.write_text(
            f'schema: 1\nas_of: {DAY}\nships:\n  qemu:\n    debian:12:\n'
            f'      version: {version}\n      package: qemu-utils\n'
            f'      source: here\n      package_version: 1:7.2+dfsg-7\n'
        )
    arguments = (*BOTH, 'advise', '--host', host, '--only', advising.FSYNC)
    home = {'XDG_DATA_HOME': str(tmp_path)}
    _, [row] = advising.run(*arguments, **home)
    assert row['fields']['first_shipped']['version'] == '8.8'
    _, [row] = advising.run(*arguments, '--data', named, **home)
    assert row['fields']['first_shipped']['version'] == '9.9'


@pytest.mark.parametrize(
    ('name', 'text', 'problem'),
    [
        ('workarounds', '', ': Not a directory; make it a directory'),
        (
            'workarounds/mine.yaml',
            f'schema: 1\nas_of: {DAY}\nplatfroms: {{}}\n',
            '/mine.yaml:3: platfroms: is unknown here; did you mean '
            "'platforms'?",
        ),
    ],
)
def test_a_directory_of_data_files_with_a_fault_is_refused(
    tmp_path: pathlib.Path, name: str, text: str, problem: str
) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    done = command_line.run(
        *('--namespace', 'nova', 'facts'), XDG_DATA_HOME=str(tmp_path)
    )
    assert (done.returncode, done.stdout) == (2, '')
    assert done.stderr == f'workarounds: {tmp_path}/workarounds{problem}\n'
