# SPDX-License-Identifier: Apache-2.0
"""The origin of a value: every kind."""

from collections.abc import Callable
from collections.abc import Iterator
import http.server
import pathlib
import threading
from typing import Any

from oslo_config import cfg
import pytest

from tests import capabilities
from workarounds.config import origin as config_origin
from workarounds.config import reading
from workarounds.config.origin import Origin
from workarounds.declarations.toggle import OptionName

VARIABLE = 'OS_WORKAROUNDS__FLUSH'
FLUSH = OptionName('workarounds', 'flush')
#: The response of a remote source.
REMOTE = b'[workarounds]\nflush = 2\n'


def configuration(
    *arguments: object, opt: cfg.Opt | None = None
) -> cfg.ConfigOpts:
    conf = cfg.ConfigOpts()
    opt = opt or cfg.IntOpt('flush', default=0)
    conf.register_opt(opt, 'workarounds')
    conf(
        list(map(str, arguments)),
        default_config_files=[],
        default_config_dirs=[],
    )
    return conf


def origin(conf: cfg.ConfigOpts) -> str:
    return str(
        config_origin.find_origin(conf, FLUSH, reading.read_config_files(conf))
    )


@pytest.fixture
def write(tmp_path: pathlib.Path) -> Callable[..., str]:
    def write(text: str, name: str = 'nova.conf') -> str:
        path = tmp_path / name
        path.write_text(text)
        return str(path)

    return write


@pytest.mark.parametrize(
    ('parts', 'text'),
    [
        (['default'], 'default'),
        (['default', 'set by nova/a.py'], 'default set by nova/a.py'),
        (['file', '/etc/nova.conf', 7], '/etc/nova.conf:7'),
        (['environment', VARIABLE], f'environment {VARIABLE}'),
        (['command line'], 'command line'),
        (['override', 'nova/a.py'], 'override nova/a.py'),
        (['remote', 'http://a/b'], 'http://a/b'),
        (
            ['environment', 'OS_WORKAROUNDS__\x1b'],
            'environment OS_WORKAROUNDS__\\x1b',
        ),
    ],
)
def test_an_origin_is_said_in_a_word_or_two(
    parts: list[Any], text: str
) -> None:
    assert str(Origin(*parts)) == text


def test_the_variable_is_the_one_that_oslo_config_reads() -> None:
    assert config_origin.environment_variable(FLUSH) == VARIABLE


def test_an_option_that_is_not_set_is_at_its_default() -> None:
    assert origin(configuration()) == 'default'


def test_a_file_is_named_with_the_line(write: Callable[..., str]) -> None:
    path = write('# One.\n[workarounds]\n\nflush = 1\n')
    assert origin(configuration('--config-file', path)) == f'{path}:4'


def test_the_file_that_counts_is_named_if_two_have_the_section(
    write: Callable[..., str],
) -> None:
    # oslo.config itself names the second one.
    first = write('[workarounds]\nflush = 1\n', 'a.conf')
    second = write('[workarounds]\nother = 1\n', 'b.conf')
    conf = configuration('--config-file', first, '--config-file', second)
    assert origin(conf) == f'{first}:2'


def test_a_directory_comes_after_the_file(
    write: Callable[..., str], tmp_path: pathlib.Path
) -> None:
    path = write('[workarounds]\nflush = 1\n')
    (tmp_path / 'd').mkdir()
    write('[workarounds]\nflush = 2\n', 'd/a.conf')
    counts = write('[workarounds]\nflush = 3\n', 'd/b.conf')
    conf = configuration('--config-file', path, '--config-dir', tmp_path / 'd')
    assert conf.workarounds.flush == 3
    assert origin(conf) == f'{counts}:2'


def test_a_line_is_found_by_a_former_name_of_the_option(
    write: Callable[..., str],
) -> None:
    path = write('[libvirt]\n\nold = 1\n')
    opt = cfg.IntOpt(
        'flush', deprecated_name='old', deprecated_group='libvirt'
    )
    conf = configuration('--config-file', path, opt=opt)
    assert conf.workarounds.flush == 1
    assert origin(conf) == f'{path}:3'


def test_a_line_is_found_by_a_former_group_of_the_option(
    write: Callable[..., str],
) -> None:
    path = write('[libvirt]\nflush = 1\n')
    opt = cfg.IntOpt('flush', deprecated_group='libvirt')
    conf = configuration('--config-file', path, opt=opt)
    assert conf.workarounds.flush == 1
    assert origin(conf) == f'{path}:2'


@pytest.mark.parametrize('value', ['1', 'not a number'])
def test_the_environment_is_before_the_file(
    write: Callable[..., str], monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    path = write('[workarounds]\nflush = 2\n')
    monkeypatch.setenv(VARIABLE, value)
    conf = configuration('--config-file', path)
    assert origin(conf) == f'environment {VARIABLE}'


def test_the_command_line_is_before_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(VARIABLE, '2')
    conf = cfg.ConfigOpts()
    conf.register_cli_opt(cfg.IntOpt('flush', default=0), 'workarounds')
    conf(['--workarounds-flush', '1'], default_config_files=[])
    assert conf.workarounds.flush == 1
    assert origin(conf) == 'command line'


def test_an_override_is_named_while_it_lasts(
    write: Callable[..., str],
) -> None:
    path = write('[workarounds]\nflush = 2\n')
    conf = configuration('--config-file', path)
    conf.set_override('flush', 1, 'workarounds')
    assert origin(conf) == 'override'
    conf.clear_override('flush', 'workarounds')
    assert origin(conf) == f'{path}:2'


def test_a_cleared_override_leaves_the_default() -> None:
    conf = configuration()
    conf.set_override('flush', 1, 'workarounds')
    conf.clear_override('flush', 'workarounds')
    assert origin(conf) == 'default'


def test_a_default_that_the_service_set_is_a_default() -> None:
    conf = configuration()
    conf.set_default('flush', 1, 'workarounds')
    assert origin(conf) == 'default changed by the service'


class Remote(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(REMOTE)

    def log_message(self, *_: object) -> None:
        """Say nothing on standard error."""


@pytest.fixture
def address() -> Iterator[str]:
    with http.server.HTTPServer(('127.0.0.1', 0), Remote) as server:
        thread = threading.Thread(target=server.serve_forever, args=[0.01])
        thread.start()
        yield f'http://127.0.0.1:{server.server_port}/nova.conf'
        server.shutdown()
        thread.join()


@capabilities.needs_remote_files
def test_a_remote_source_is_named_by_its_address(
    write: Callable[..., str], address: str
) -> None:
    path = write(
        '[DEFAULT]\nconfig_source = elsewhere\n[elsewhere]\n'
        f'driver = remote_file\nuri = {address}\n'
    )
    conf = configuration('--config-file', path)
    assert conf.workarounds.flush == 2
    assert origin(conf) == address


@capabilities.needs_remote_files
def test_what_is_secret_in_an_address_is_not_shown(
    write: Callable[..., str], address: str
) -> None:
    secret = address.replace('http://', 'http://nova:secret@') + '?a=secret'
    path = write(
        '[DEFAULT]\nconfig_source = elsewhere,other\n[elsewhere]\n'
        f'driver = remote_file\nuri = {secret}\n'
        # This one cannot be read, and has no address.
        '[other]\n'
    )
    conf = configuration('--config-file', path)
    assert conf.workarounds.flush == 2
    shown = address.replace('http://', 'http://...@')
    assert origin(conf) == f'{shown}?...'


def test_a_file_is_before_a_remote_source(
    write: Callable[..., str], address: str
) -> None:
    path = write(
        '[DEFAULT]\nconfig_source = elsewhere\n[elsewhere]\n'
        f'driver = remote_file\nuri = {address}\n'
        '[workarounds]\nflush = 1\n'
    )
    conf = configuration('--config-file', path)
    assert conf.workarounds.flush == 1
    assert origin(conf) == f'{path}:7'


@pytest.mark.parametrize(
    ('opt', 'written', 'said'),
    [
        (cfg.BoolOpt('flush'), 'maybe', "'maybe' from"),
        (cfg.IntOpt('flush'), '', "'' from"),
        (cfg.IntOpt('flush', secret=True), 'maybe', 'the value from'),
    ],
)
def test_a_bad_value_is_reported_as_it_was_written(
    write: Callable[..., str], opt: cfg.Opt, written: str, said: str
) -> None:
    path = write(f'[workarounds]\nflush = {written}\n')
    conf = configuration('--config-file', path, opt=opt)
    error = config_origin.make_invalid_value_error(conf, FLUSH)
    assert str(error).startswith(
        f'[workarounds] flush: {said} {path}:2 is not accepted; accepted'
    )


def test_a_bad_value_of_the_environment_is_reported_as_it_is(
    write: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, 'many')
    path = write('[workarounds]\nflush = 1\n')
    conf = configuration('--config-file', path)
    assert str(config_origin.make_invalid_value_error(conf, FLUSH)) == (
        f"[workarounds] flush: 'many' from environment {VARIABLE} is not "
        f'accepted; accepted: an integer'
    )
