# SPDX-License-Identifier: Apache-2.0
"""The files that the command reads, and the reported origins of values."""

from collections.abc import Iterator
import http.server
import json
import pathlib
import subprocess
import sys
import threading
from typing import Any

import pytest

from tests import capabilities
from tests.functional import command_line
from tests.functional import documents
from tests.functional import retiring

NOVA = ('--namespace', 'nova')
VARIABLE = 'OS_WORKAROUNDS__DISABLE_ROOTWRAP'
SET = '[workarounds]\ndisable_rootwrap = true\n'
UNSET = '[workarounds]\ndisable_rootwrap = false\n'


def make(path: pathlib.Path, text: str) -> pathlib.Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def state(*arguments: object, **environ: str) -> tuple[str, str]:
    """Return whether the workaround is on, and where it is set."""
    done = command_line.run(
        *NOVA, *arguments, 'show', 'disable_rootwrap', '-f', 'json', **environ
    )
    assert (done.returncode, done.stderr) == (0, '')
    fields = json.loads(done.stdout)
    return fields['State'], fields['Set in']


def test_without_a_file_that_of_the_service_is_found(
    tmp_path: pathlib.Path,
) -> None:
    path = make(tmp_path / '.nova' / 'nova.conf', SET)
    assert state(HOME=str(tmp_path)) == ('on', f'{path}:2')


def test_the_directory_of_the_service_comes_after_its_file(
    tmp_path: pathlib.Path,
) -> None:
    make(tmp_path / '.nova' / 'nova.conf', SET)
    path = make(tmp_path / '.nova' / 'nova.conf.d' / 'a.conf', UNSET)
    found, place = state(HOME=str(tmp_path))
    assert found == 'off'
    assert place.replace('//', '/') == f'{path}:2'


def test_a_file_that_is_named_is_read_in_place_of_that_of_the_service(
    tmp_path: pathlib.Path,
) -> None:
    make(tmp_path / '.nova' / 'nova.conf', SET)
    path = make(tmp_path / 'other.conf', '')
    found = state('--config-file', path, HOME=str(tmp_path))
    assert found == ('off', 'default')


def test_without_any_file_it_is_said_that_these_are_the_defaults(
    tmp_path: pathlib.Path,
) -> None:
    make(
        tmp_path / 'theirs.py',
        'from workarounds.catalogs import placement\n'
        'HERE = placement.CATALOGUE.declarations\n',
    )
    done = command_line.run(
        *('--namespace', 'theirs:HERE', 'list', '-f', 'value', '-c', 'state'),
        PYTHONPATH=str(tmp_path),
    )
    assert (done.returncode, done.stdout) == (0, 'off\n')
    assert done.stderr == (
        'workarounds: no configuration file found (the service is not '
        'known); give --config-file. Showing the defaults\n'
    )


def test_where_no_catalogue_loads_nothing_is_shown(
    tmp_path: pathlib.Path,
) -> None:
    make(tmp_path / 'theirs.py', 'HERE = "a path"\n')
    done = command_line.run(
        *('--namespace', 'theirs:HERE', 'list'), PYTHONPATH=str(tmp_path)
    )
    assert (done.returncode, done.stdout) == (2, '')
    assert done.stderr == (
        "workarounds: catalogue theirs:HERE: TypeError: 'a path' is neither a "
        'catalogue, a sequence of declarations nor a callable that returns '
        'one\nworkarounds: no catalogue could be loaded\n'
    )


@pytest.mark.parametrize(
    ('prog', 'names'),
    [
        ((), 'placement.conf'),
        (('--prog', 'placement-api'), 'placement.conf or placement-api.conf'),
    ],
)
def test_without_any_file_there_is_nothing_to_check(
    tmp_path: pathlib.Path, prog: tuple[str, ...], names: str
) -> None:
    done = command_line.run(
        *('--namespace', 'placement', *prog, 'check'), HOME=str(tmp_path)
    )
    assert (done.returncode, done.stdout) == (2, '')
    assert done.stderr == (
        f'workarounds: no configuration file found ({names} in ~/.placement, '
        f'~, /etc/placement or /etc); give --config-file\n'
    )


@pytest.mark.parametrize(
    ('texts', 'found'),
    [
        # oslo.config names b.conf for the first one.
        ({'a': SET, 'b': '[workarounds]\n'}, ('on', '{}/a.conf:2')),
        ({'a': SET, 'b': UNSET}, ('off', '{}/b.conf:2')),
        ({'a': UNSET, 'b': SET}, ('on', '{}/b.conf:2')),
        ({'a': SET, 'd/c': '[workarounds]\n'}, ('on', '{}/a.conf:2')),
        ({'a': SET, 'd/c': UNSET}, ('off', '{}/d/c.conf:2')),
        ({'a': '', 'd/c': SET, 'd/b': UNSET}, ('on', '{}/d/c.conf:2')),
    ],
)
def test_the_file_that_counts_is_named(
    tmp_path: pathlib.Path, texts: dict[str, str], found: tuple[str, str]
) -> None:
    (tmp_path / 'd').mkdir()
    arguments: list[object] = []
    for name, text in texts.items():
        path = make(tmp_path / f'{name}.conf', text)
        if '/' not in name:
            arguments += ['--config-file', path]
        else:
            arguments += ['--config-dir', tmp_path / 'd']
    assert state(*arguments) == (found[0], found[1].format(tmp_path))


def test_a_file_in_the_home_directory_can_be_written_short(
    tmp_path: pathlib.Path,
) -> None:
    make(tmp_path / 'a.conf', SET)
    found = state('--config-file', '~/a.conf', HOME=str(tmp_path))
    assert found == ('on', '~/a.conf:2')


def test_a_variable_is_named_and_before_the_file(
    tmp_path: pathlib.Path,
) -> None:
    path = make(tmp_path / 'a.conf', UNSET)
    found = state('--config-file', path, **{VARIABLE: 'true'})
    assert found == ('on', f'environment {VARIABLE}')


def diagnostic(*arguments: object, **environ: str) -> dict[str, Any]:
    """Return the only diagnostic of a check."""
    done = command_line.run(
        *NOVA, *arguments, 'check', '-f', 'json', **environ
    )
    assert (done.returncode, done.stderr) == (1, '')
    [found] = documents.read(done.stdout, 'diagnostics')['diagnostics']
    assert isinstance(found, dict)
    return found


def test_a_variable_that_cannot_be_understood_is_reported(
    tmp_path: pathlib.Path,
) -> None:
    path = make(tmp_path / 'a.conf', SET)
    found = diagnostic('--config-file', path, **{VARIABLE: 'maybe'})
    assert (found['code'], found['subject']) == ('WA105', 'disable_rootwrap')
    assert found['location']['environment'] == VARIABLE
    assert found['location']['file'] is None
    assert found['cure'] == 'write true or false'


def test_a_variable_that_has_no_effect_is_reported(
    tmp_path: pathlib.Path,
) -> None:
    path = make(tmp_path / 'a.conf', '')
    variable = 'OS_WORKAROUNDS__ENABLE_CONSOLEAUTH'
    found = diagnostic(
        *('--service-version', '34.0.0', '--config-file', path),
        **{variable: 'true'},
    )
    assert found['code'] == 'WA101'
    assert found['location']['environment'] == variable
    assert found['cure'] == 'unset the variable'


def test_what_can_be_read_but_once_is_not_lost() -> None:
    """As in ``--config-file <(vault read nova.conf)``."""
    with subprocess.Popen(
        [sys.executable, '-c', f'print({SET!r})'], stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout is not None
        descriptor = writer.stdout.fileno()
        done = subprocess.run(
            [
                command_line.tool('workarounds'),
                *NOVA,
                '--config-file',
                f'/dev/fd/{descriptor}',
                'check',
                '--strict',
                '-f',
                'value',
            ],
            capture_output=True,
            check=False,
            env=command_line.environment(),
            pass_fds=[descriptor],
            text=True,
            timeout=command_line.PATIENCE,
        )
    # It is read or refused, never silently treated as empty.
    if done.returncode == 2:
        assert done.stderr.startswith(f'workarounds: /dev/fd/{descriptor}: ')
    else:
        assert done.returncode == 1
        assert f'/dev/fd/{descriptor}:2' in done.stdout


class Remote(http.server.BaseHTTPRequestHandler):
    asked = 0

    def do_GET(self) -> None:
        Remote.asked += 1
        self.send_response(404 if 'missing' in self.path else 200)
        self.end_headers()
        self.wfile.write(SET.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing on standard error."""


@pytest.fixture
def address() -> Iterator[str]:
    with http.server.HTTPServer(('127.0.0.1', 0), Remote) as server:
        thread = threading.Thread(target=server.serve_forever, args=[0.01])
        thread.start()
        yield f'http://127.0.0.1:{server.server_port}'
        server.shutdown()
        thread.join()


FETCH = '--fetch-sources'
SOURCE = '[DEFAULT]\nconfig_source = far\n[far]\ndriver = remote_file\nuri = '


@capabilities.needs_remote_files
def test_a_remote_source_is_read_and_named(
    tmp_path: pathlib.Path, address: str
) -> None:
    path = make(tmp_path / 'a.conf', f'{SOURCE}{address}/nova.conf\n')
    found = state(FETCH, '--config-file', path)
    assert found == ('on', f'{address}/nova.conf')


@capabilities.needs_remote_files
@pytest.mark.parametrize('subcommand', ['check', 'advise'])
def test_the_lines_of_a_remote_source_are_not_taken_for_clean(
    tmp_path: pathlib.Path, address: str, subcommand: str
) -> None:
    path = make(tmp_path / 'a.conf', f'{SOURCE}{address}/nova.conf\n')
    done = command_line.run(*NOVA, FETCH, '--config-file', path, subcommand)
    assert done.returncode == 2
    assert (
        f'workarounds: {path}:2: of the sources in config_source (far, '
        f'{address}/nova.conf) only the values are read, so a removed, '
        f'misspelt or misplaced option there is not found; save a copy of '
        f'each and give it with --config-file\n'
    ) in done.stderr


@pytest.mark.parametrize(
    'subcommand', ['list', 'check', 'show disable_rootwrap', 'advise']
)
def test_nothing_is_fetched_from_the_network_unless_asked_to(
    tmp_path: pathlib.Path, address: str, subcommand: str
) -> None:
    place = address.split('//')[1]
    uri = f'http://nova:secret@{place}/nova.conf?token=secret'
    path = make(tmp_path / 'a.conf', f'{SOURCE}{uri}\n')
    before = Remote.asked
    done = command_line.run(*NOVA, '--config-file', path, *subcommand.split())
    assert Remote.asked == before
    assert done.stderr == (
        f'workarounds: {path}:2: the sources in config_source (far, '
        f'http://...@{place}/nova.conf?...) are not read; give '
        f'--fetch-sources to fetch them over the network\n'
    )
    assert done.returncode == 2
    assert 'secret' not in done.stdout


@pytest.mark.parametrize(
    'text',
    [
        f'{SOURCE}http://{{}}/missing.conf\n',
        f'{SOURCE}http://nova:secret@{{}}/missing.conf?token=secret\n',
        f'{SOURCE}no-address\n',
        '[DEFAULT]\nconfig_source = far\n[far]\ndriver = no_such_driver\n',
        '[DEFAULT]\nconfig_source = far\n',
    ],
)
def test_a_remote_source_that_cannot_be_read_is_no_good_news(
    tmp_path: pathlib.Path, address: str, text: str
) -> None:
    path = make(tmp_path / 'a.conf', text.format(address.split('//')[1]))
    done = command_line.run(*NOVA, FETCH, '--config-file', path, 'check')
    assert done.returncode in (1, 2)
    assert 'far' in done.stdout + done.stderr
    assert 'Traceback' not in done.stderr
    assert 'secret' not in done.stdout + done.stderr


@pytest.mark.parametrize('arguments', [['list'], [FETCH, 'check'], ['advise']])
@pytest.mark.parametrize(
    ('line', 'variable', 'place'),
    [
        ('config_source = $x', {}, '{}:2'),
        (
            '',
            {'OS_DEFAULT__CONFIG_SOURCE': '$x'},
            'environment OS_DEFAULT__CONFIG_SOURCE',
        ),
    ],
)
def test_a_reference_in_config_source_is_reported_with_its_place(
    tmp_path: pathlib.Path,
    arguments: list[str],
    line: str,
    variable: dict[str, str],
    place: str,
) -> None:
    path = make(tmp_path / 'a.conf', f'[DEFAULT]\n{line}\n{SET}')
    done = command_line.run(
        *(*NOVA, '--config-file', path, *arguments), **variable
    )
    assert done.stderr == (
        f'workarounds: {place.format(path)}: config_source refers to another '
        f'option with $, so remote sources are not read; write the names of '
        f'their sections\n'
    )
    assert done.returncode == 2
    # The files that could be read are shown.
    assert f'{path}:4' in done.stdout


@capabilities.needs_remote_files
def test_a_remote_source_is_named_without_its_password(
    tmp_path: pathlib.Path, address: str
) -> None:
    place = address.split('//')[1]
    uri = f'http://nova:secret@{place}/nova.conf?token=secret'
    path = make(tmp_path / 'a.conf', f'{SOURCE}{uri}\n')
    found = state(FETCH, '--config-file', path)
    assert found == ('on', f'http://...@{place}/nova.conf?...')


def test_a_program_has_a_file_of_its_own(tmp_path: pathlib.Path) -> None:
    home = tmp_path / '.nova'
    home.mkdir()
    make(home / 'nova.conf', '[workarounds]\n')
    own = make(
        home / 'nova-compute.conf', '[workarounds]\ndisable_rootwrap = true\n'
    )
    for arguments, found in (
        ([], 'off default\n'),
        (['--prog', 'nova-compute'], f'on {own}:2\n'),
    ):
        done = command_line.run(
            *('--namespace', 'nova', *arguments, 'show', 'disable_rootwrap'),
            *('-f', 'value', '-c', 'State', '-c', 'Set in'),
            HOME=str(tmp_path),
        )
        assert done.stdout.replace('\n', ' ', 1) == found


@pytest.mark.parametrize(
    ('name', 'mode', 'problem'),
    [
        (
            'locked',
            0o000,
            'Permission denied; run as root or as the user of the service',
        ),
        ('empty', 0o755, 'has no *.conf file; check the path'),
        (
            '[a]',
            0o755,
            'oslo.config takes the name for a pattern and reads nothing '
            'there; rename the directory',
        ),
        ('missing', None, 'No such file or directory; check the path'),
    ],
)
@pytest.mark.parametrize(
    'subcommand', ['list', 'check', 'show disable_rootwrap', 'advise']
)
def test_a_directory_that_is_not_read_is_never_good_news(
    tmp_path: pathlib.Path,
    name: str,
    mode: int | None,
    problem: str,
    subcommand: str,
) -> None:
    directory = tmp_path / name
    if mode is not None:
        directory.mkdir()
        if name != 'empty':
            make(directory / 'a.conf', SET)
        directory.chmod(mode)
    done = retiring.unprivileged(
        *('--namespace', 'nova', '--config-file', '/dev/null'),
        *('--config-dir', directory, *subcommand.split()),
    )
    assert (done.returncode, done.stdout) == (2, b'')
    assert done.stderr.decode() == f'workarounds: {directory}: {problem}\n'


def test_a_reference_that_only_the_service_resolves_is_shown_as_unknown(
    tmp_path: pathlib.Path,
) -> None:
    line = 'disable_rootwrap = $allow_resize_to_same_host'
    path = make(tmp_path / 'a.conf', f'[workarounds]\n{line}\n')
    done = command_line.run(
        *(*NOVA, '--config-file', path, 'show', 'disable_rootwrap'),
        *('-f', 'value', '-c', 'State', '-c', 'Value'),
    )
    assert (done.returncode, done.stderr) == (0, '')
    assert done.stdout == (
        f'unknown\nunknown: [workarounds] disable_rootwrap: '
        f"'$allow_resize_to_same_host' from {path}:2 refers to "
        f'allow_resize_to_same_host, whose value is not known here\n'
    )


@pytest.mark.parametrize('mode', [0o000, 0o755])
def test_a_file_of_the_service_that_is_closed_to_the_user_is_not_left_out(
    tmp_path: pathlib.Path, mode: int
) -> None:
    directory = tmp_path / 'etc' / 'placement'
    directory.mkdir(parents=True)
    path = directory / 'placement.conf'
    make(path, SET)
    path.chmod(0o000)
    directory.chmod(mode)
    done = retiring.unprivileged(
        *('--namespace', 'placement', 'list'),
        HOME=str(tmp_path),
        SNAP_COMMON=str(tmp_path),
    )
    directory.chmod(0o755)
    assert (done.returncode, done.stdout) == (2, b'')
    assert done.stderr.decode() == (
        f'workarounds: {path}: Permission denied; run as root or as the user '
        f'of the service\n'
    )
