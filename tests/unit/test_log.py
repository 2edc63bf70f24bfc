# SPDX-License-Identifier: Apache-2.0
"""The log of a service about its workarounds when it starts."""

from collections.abc import Callable
import datetime
import logging
import pathlib
from typing import Any

from oslo_config import cfg
import pytest

from tests import leaks
from tests.unit import checking
import workarounds
from workarounds import _log
from workarounds import exceptions
from workarounds.config import options

BUG = 'https://bugs.example.org/1'
YESTERDAY = datetime.date(2026, 11, 21)
Start = Callable[..., list[tuple[str, str]]]


def declare(name: str = 'flush', **fields: Any) -> workarounds.Workaround:
    facts: dict[str, Any] = {
        'name': name,
        'summary': 'Flushes.',
        'bugs': [BUG],
        'fix': workarounds.NoFix('nobody works on it'),
        'expires': '35.0.0',
    }
    return workarounds.Workaround(**facts | fields)


@pytest.fixture
def start(tmp_path: pathlib.Path, caplog: pytest.LogCaptureFixture) -> Start:
    """Return a function that starts a service and returns its log.

    The log is pairs of a level and a message, which name the file nova.conf.
    ``before`` is called before the service logs its status.
    """
    path = tmp_path / 'nova.conf'
    caplog.set_level(logging.INFO, 'workarounds')

    def start(
        text: str,
        *declarations: Any,
        before: Callable[[cfg.ConfigOpts], object] = str,
        **arguments: Any,
    ) -> list[tuple[str, str]]:
        path.write_text(text)
        conf = cfg.ConfigOpts()
        registry = workarounds.Registry(*(declarations or [declare()]))
        options.register_opts(conf, registry)
        conf([f'--config-file={path}'])
        before(conf)
        defaults: dict[str, Any] = {
            'today': datetime.date(2026, 11, 22),
            'service_version': '34.0.0',
            'environ': {},
        }
        _log.log_status(registry, conf, **defaults | arguments)
        return [
            (
                record.levelname,
                record.getMessage().replace(str(path), path.name),
            )
            for record in caplog.records
            if record.name == 'workarounds'
        ]

    return start


def test_a_service_at_its_defaults_says_nothing(start: Start) -> None:
    assert start('[workarounds]\n') == []


def test_a_workaround_that_is_not_at_its_default_is_one_line(
    start: Start,
) -> None:
    logged = start('[workarounds]\nflush = true\n', declare(), declare('b'))
    assert logged == [
        (
            'INFO',
            'WA110 nova.conf:2: workaround flush is on (default: '
            f'off); check whether it is needed: {BUG}',
        )
    ]


def test_what_an_operator_should_change_is_a_warning(start: Start) -> None:
    assert start('[workaround]\n[workarounds]\nflush = maybe\nflsh = 1\n') == [
        (
            'WARNING',
            'WA102 nova.conf:4: flsh is not known to the loaded catalogue; a '
            'patched or newer service may read it; it resembles flush, and '
            'nova.conf:3 sets [workarounds] flush already; delete the line '
            'unless your service reads it',
        ),
        (
            'WARNING',
            'WA103 nova.conf:1: nothing reads the section [workaround]; '
            'move its lines to [workarounds] (line 2)',
        ),
        (
            'WARNING',
            "WA105 nova.conf:3: [workarounds] flush: 'maybe' from nova.conf:3 "
            'is not accepted; write true or false, or delete the line to '
            'use the default',
        ),
    ]


def test_a_variable_that_has_no_effect_is_a_warning(start: Start) -> None:
    environ = {'OS_WORKAROUNDS__FLSH': '1'}
    assert start('', environ=environ) == [
        (
            'WARNING',
            'WA102 environment variable OS_WORKAROUNDS__FLSH: flsh is not '
            'known to the loaded catalogue; a patched or newer service may '
            'read it; rename it to OS_WORKAROUNDS__FLUSH if you mean that '
            'option, or unset the variable if your service does not read it',
        )
    ]


def test_the_leftover_of_a_removed_workaround_is_a_warning(
    start: Start,
) -> None:
    removed = workarounds.RemovedWorkaround(
        name='old', options=['old'], removed_in='33.0.0', reason='fixed'
    )
    assert start('[workarounds]\nold = true\n', removed) == [
        (
            'WARNING',
            'WA101 nova.conf:2: old was removed in 33.0.0 (fixed) and has no '
            'effect; delete the line',
        )
    ]


def test_the_option_of_a_later_removed_workaround_is_no_warning(
    start: Start,
) -> None:
    removed = workarounds.RemovedWorkaround(
        name='old', options=['old'], removed_in='35.0.0', reason='fixed'
    )
    assert start('[workarounds]\nold = true\n', removed) == [
        (
            'INFO',
            'WA101 nova.conf:2: release 34.0.0 still reads old; release '
            '35.0.0 removes it (fixed); delete the line when you upgrade to '
            '35.0.0 or later',
        )
    ]


def test_an_expired_workaround_that_is_on_is_a_warning(start: Start) -> None:
    level, message = start(
        '[workarounds]\nflush = true\n', declare(expires=YESTERDAY)
    )[0]
    assert (level, message) == (
        'WARNING',
        'WA108 nova.conf:2: workaround flush is on and expired on '
        f'2026-11-21; check whether you still need it: {BUG}',
    )


def test_expired_workarounds_that_are_off_share_one_line(
    start: Start,
) -> None:
    logged = start(
        '',
        declare('a'),
        declare('b', expires=YESTERDAY),
        declare('c', expires='36.0.0'),
        service_version='35.0.0',
    )
    assert logged == [
        (
            'WARNING',
            'WA108 workarounds that have expired, are off and not set: a, b',
        )
    ]


def test_a_workaround_that_weakens_security_is_a_warning(
    start: Start,
) -> None:
    logged = start(
        '[workarounds]\nflush = true\n', declare(weakens_security=True)
    )
    assert [level for level, _ in logged] == ['WARNING', 'INFO']
    assert all('weakens security' in message for _, message in logged)


def test_a_file_that_has_vanished_is_a_warning(
    start: Start, tmp_path: pathlib.Path
) -> None:
    def vanish(_: object) -> None:
        (tmp_path / 'nova.conf').unlink()

    assert start('[workarounds]\nflush = true\n', before=vanish) == [
        ('WARNING', 'nova.conf: No such file or directory; check the path'),
        (
            'INFO',
            'WA110 nova.conf: workaround flush is on (default: '
            f'off); check whether it is needed: {BUG}',
        ),
    ]


@pytest.mark.parametrize(
    'text',
    [
        '[workarounds]\nflush = $nothing\n',
        '[workarounds]\nflush = ${nothing.at_all}\n',
        '[workarounds]\nflush = $flush\n',
        '[workarounds]\nflush = ${\n',
        '[workarounds]\nflush =\n',
        '[workarounds]\nflush = %s %d %(x)s {} \x00\n',
        '[workarounds]\n%s = %d\n',
        '[workarounds]\n$flush = $flush\n',
        '[config_file]\nflush = true\n',
        '[config_dir]\nflush = true\n',
        '[%s]\nflush = true\n',
    ],
)
def test_nothing_that_an_operator_wrote_stops_the_service(
    start: Start, text: str
) -> None:
    [(level, message)] = start(text)
    assert level == 'WARNING'
    assert 'nova.conf:2' in message


def test_an_override_and_a_line_are_reported_together(start: Start) -> None:
    logged = start(
        '[workarounds]\na = true\n',
        declare('a'),
        declare('b'),
        before=lambda conf: conf.set_override('b', True, 'workarounds'),
    )
    assert [message.split(': ')[0] for _, message in logged] == [
        'WA110 override',
        'WA110 nova.conf:2',
    ]


def test_a_service_that_forgot_to_register_its_options_is_reported() -> None:
    with pytest.raises(exceptions.NotRegisteredError, match='register_opts'):
        _log.log_status(
            workarounds.Registry(declare()),
            cfg.ConfigOpts(),
            today=YESTERDAY,
            service_version=None,
            environ={},
        )


def test_a_service_without_a_version_is_reported_what_cannot_be_known(
    start: Start,
) -> None:
    [(level, message)] = start('', service_version=None)
    assert level == 'INFO'
    assert 'expiries by version are not checked' in message


def test_a_library_that_is_not_installed_is_reported(
    caplog: pytest.LogCaptureFixture,
) -> None:
    registry = workarounds.Registry(declare(), project='no.such.library')
    conf = cfg.ConfigOpts()
    registry.register_opts(conf)
    conf([], default_config_files=[], default_config_dirs=[])
    registry.log_status(conf, today=YESTERDAY)
    [record] = caplog.records
    assert record.levelname == 'WARNING'
    assert record.getMessage() == (
        'The release of no.such.library is not known (no distribution '
        'no.such.library is installed), so expiries by version are not '
        "checked; correct project='no.such.library', or give service_version"
    )


def test_a_catalogue_of_a_project_that_is_not_installed_is_reported(
    start: Start,
) -> None:
    catalogue = workarounds.Catalogue(
        project='no-such-service', declarations=[declare()]
    )
    [(level, message)] = start('', catalogue, service_version=None)
    assert level == 'INFO'
    assert '(no distribution no-such-service is installed)' in message


def test_no_version_is_missed_where_all_expire_by_date(start: Start) -> None:
    dated = declare(expires=datetime.date(2030, 1, 1))
    assert start('', dated, service_version=None) == []


@pytest.mark.parametrize(('use_env', 'levels'), [(True, 1), (False, 0)])
def test_variables_count_where_the_service_reads_them(
    start: Start, tmp_path: pathlib.Path, use_env: bool, levels: int
) -> None:
    def parse_again(conf: cfg.ConfigOpts) -> None:
        conf([f'--config-file={tmp_path / "nova.conf"}'], use_env=use_env)

    environ = {'OS_WORKAROUNDS__FLSH': 'true'}
    heard = start('', environ=environ, before=parse_again)
    assert [level for level, _ in heard] == ['WARNING'] * levels


def test_of_very_many_lines_twenty_are_logged_and_a_count(
    start: Start,
) -> None:
    unknown = ''.join(f'key_{number} = 1\n' for number in range(1_000))
    declarations = [declare(f'w{number}') for number in range(30)]
    on = ''.join(f'w{number} = true\n' for number in range(30))
    logged = start(f'[workarounds]\n{unknown}{on}', *declarations)
    codes = [message.split()[0] for _, message in logged]
    # All workarounds that are on are logged.
    assert codes == ['WA102'] * 21 + ['WA110'] * 30
    assert logged[20] == (
        'WARNING',
        'WA102 elsewhere: 980 more of this code; see all with: workarounds '
        'check -f csv',
    )


def test_of_very_many_idle_workarounds_twenty_are_named(start: Start) -> None:
    declarations = [
        declare(f'w{number}', expires=YESTERDAY) for number in range(25)
    ]
    [(_, message)] = start('', *declarations)
    assert message.endswith('w18, w19 and 5 more')


def test_no_record_is_longer_than_two_kilobytes(start: Start) -> None:
    bugs = [f'{BUG}/{"ü" * 500}/{number}' for number in range(9)]
    [(_, message)] = start('[workarounds]\nflush = true\n', declare(bugs=bugs))
    assert 1700 < len(message.encode()) < 1900
    assert message.endswith('ü ...')


class Service:
    """A service that logs its status, and again for each new file."""

    def __init__(
        self,
        path: pathlib.Path,
        caplog: pytest.LogCaptureFixture,
        *declarations: workarounds.Workaround,
    ) -> None:
        caplog.set_level(logging.INFO, 'workarounds')
        self.path, self.caplog = path, caplog
        self.conf = cfg.ConfigOpts()
        self.registry = workarounds.Registry(*declarations)
        options.register_opts(self.conf, self.registry)
        path.write_text('')
        self.conf([f'--config-file={path}'])

    def log(self, text: str) -> list[str]:
        """Change the file, and return the log about it."""
        self.path.write_text(text)
        self.conf.mutate_config_files()
        return self.log_again()

    def log_again(self) -> list[str]:
        """Return the log about the current file."""
        self.caplog.clear()
        self.registry.log_status(
            self.conf,
            today=datetime.date(2026, 11, 22),
            service_version='34.0.0',
        )
        return [
            record.getMessage().replace(f'{self.path}', 'nova.conf')
            for record in self.caplog.records
            if record.name == 'workarounds'
        ]


def test_a_further_call_logs_what_has_changed(
    tmp_path: pathlib.Path, caplog: pytest.LogCaptureFixture
) -> None:
    service = Service(tmp_path / 'a', caplog, declare(mutable=True))
    assert len(service.log('[workarounds]\nflush = true\nflsh = 1\n')) == 2
    assert service.log('[workarounds]\nflush = true\nflsh = 1\n') == []
    # The same, but for a comment.
    assert service.log('[workarounds]\n#\nflush = true\nflsh = 1\n') == []
    assert service.log('[workarounds]\nflush = false\nflsh = 1\n') == [
        'no longer: WA110 nova.conf: workaround flush is on (default: off)'
    ]
    assert service.log('[workarounds]\nflush = yes\nflush_ = 1\n') == [
        'WA102 nova.conf:3: flush_ is not known to the loaded catalogue; a '
        'patched or newer service may read it; it resembles flush, and '
        'nova.conf:2 sets [workarounds] flush already; delete the line unless '
        'your service reads it',
        'WA110 nova.conf:2: workaround flush is on (default: off); '
        f'check whether it is needed: {BUG}',
        'no longer: WA102 nova.conf: flsh is not known to the loaded '
        'catalogue; a patched or newer service may read it',
    ]


def test_nothing_ends_in_a_file_that_cannot_be_read(
    tmp_path: pathlib.Path, caplog: pytest.LogCaptureFixture
) -> None:
    text = '[workarounds]\nflush = true\nflsh = 1\n'
    service = Service(tmp_path / 'a', caplog, declare(mutable=True))
    assert len(service.log(text)) == 2
    service.path.write_text(f'{text}oops\n')
    problem = (
        "nova.conf:4: No ':' or '=' found in assignment; write key = value, "
        'or delete the line'
    )
    assert service.log_again() == [problem]
    assert service.log_again() == []
    assert service.log(text) == [f'no longer: {problem}']
    service.path.write_text('oops\n')
    assert len(service.log_again()) == 1
    ended = {line.split(' nova')[0] for line in service.log('')}
    assert ended == {
        'no longer:',
        'no longer: WA102',
        'no longer: WA110',
    }


def test_of_very_many_lines_that_went_twenty_are_logged_and_a_count(
    tmp_path: pathlib.Path, caplog: pytest.LogCaptureFixture
) -> None:
    service = Service(tmp_path / 'a', caplog, declare())
    keys = ''.join(f'key_{number} = 1\n' for number in range(100))
    assert len(service.log(f'[workarounds]\n{keys}')) == 21
    # One more line among a hundred must not log the others again.
    [message] = service.log(f'[workarounds]\n{keys}another = 1\n')
    assert 'another' in message
    *_, last = gone = service.log('[workarounds]\nanother = 1\n')
    assert (len(gone), last) == (21, 'no longer: 80 more')


def test_each_registry_logs_for_itself(
    tmp_path: pathlib.Path, caplog: pytest.LogCaptureFixture
) -> None:
    service = Service(tmp_path / 'a', caplog, declare())
    assert len(service.log('[workarounds]\nflsh = 1\n')) == 1
    service.registry = workarounds.Registry(declare())
    assert len(service.log('[workarounds]\nflsh = 1\n')) == 1


def assert_no_secret(caplog: pytest.LogCaptureFixture) -> None:
    for record in caplog.records:
        for text in leaks.texts_of_record(record):
            assert leaks.SECRET not in text


@pytest.mark.parametrize(
    'text', [text for text, _ in leaks.STARTING.values()], ids=leaks.STARTING
)
def test_no_value_of_another_option_is_logged(
    start: Start, caplog: pytest.LogCaptureFixture, text: str
) -> None:
    assert start(text, *leaks.DECLARATIONS)
    assert_no_secret(caplog)


@pytest.mark.parametrize(
    'text', [text for text, _ in leaks.BROKEN.values()], ids=leaks.BROKEN
)
def test_no_line_of_a_file_that_broke_meanwhile_is_logged(
    start: Start,
    tmp_path: pathlib.Path,
    caplog: pytest.LogCaptureFixture,
    text: str,
) -> None:
    (level, message), *_ = start(
        '[workarounds]\nflush = true\n',
        *leaks.DECLARATIONS,
        before=lambda _: (tmp_path / 'nova.conf').write_text(text),
    )
    assert (level, message.split(':')[0]) == ('WARNING', 'nova.conf')
    assert_no_secret(caplog)


def test_no_value_of_a_variable_is_logged(
    start: Start,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in leaks.VARIABLES.items():
        monkeypatch.setenv(name, value)
    logged = start('', *leaks.DECLARATIONS, environ=leaks.VARIABLES)
    messages = '\n'.join(message for _, message in logged)
    assert "flush: 'true ...' from environment" in messages
    assert_no_secret(caplog)


def test_a_bad_value_of_a_file_that_is_gone_has_a_place(
    tmp_path: pathlib.Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / 'service.conf'
    path.write_text('[workarounds]\nflush = maybe\n')
    registry = workarounds.Registry(checking.declare())
    conf = cfg.ConfigOpts()
    registry.register_opts(conf)
    conf(
        [f'--config-file={path}'],
        default_config_files=[],
        default_config_dirs=[],
    )
    path.unlink()
    registry.log_status(conf)
    assert 'from  cannot' not in caplog.text
    assert 'a file that can no longer be read is not' in caplog.text
