# SPDX-License-Identifier: Apache-2.0
"""The status of workarounds: values, origins and expiries."""

import datetime
import pathlib
from typing import Any

from oslo_config import cfg
import pytest

import workarounds
from workarounds import exceptions
from workarounds import status as workarounds_status
from workarounds.config import options
from workarounds.status import Status

TODAY = datetime.date(2026, 11, 22)


def declare(name: str = 'flush', **fields: Any) -> workarounds.Workaround:
    facts: dict[str, Any] = {
        'name': name,
        'summary': 'Flushes.',
        'bugs': ['https://bugs.example.org/1'],
        'fix': workarounds.NoFix('nobody works on it'),
        'expires': '35.0.0',
    }
    return workarounds.Workaround(**facts | fields)


class Host:
    """A configuration file, and the status that it makes."""

    def __init__(self, directory: pathlib.Path) -> None:
        self.path = directory / 'nova.conf'
        self.conf = cfg.ConfigOpts()

    def status(
        self,
        *declarations: workarounds.Workaround,
        text: str = '',
        service_version: str | None = None,
    ) -> Status:
        self.path.write_text(f'[workarounds]\n{text}\n')
        registry = workarounds.Registry(*declarations)
        options.register_opts(self.conf, registry)
        self.conf([f'--config-file={self.path}'])
        return self.read(registry, service_version)

    def read(
        self,
        registry: workarounds.Registry,
        service_version: str | None = None,
    ) -> Status:
        return workarounds_status.read(
            registry,
            self.conf,
            today=TODAY,
            service_version=service_version,
        )


@pytest.fixture
def host(tmp_path: pathlib.Path) -> Host:
    return Host(tmp_path)


ON_BY_DEFAULT = {'enabled_by': cfg.BoolOpt('flush', default=True)}
A_LIST = {'enabled_by': cfg.ListOpt('flush', default=[])}
NO_DEFAULT = {'enabled_by': cfg.BoolOpt('flush')}


@pytest.mark.parametrize(
    ('fields', 'text', 'state', 'is_default'),
    [
        ({}, '', 'off', True),
        ({}, 'flush = true', 'on', False),
        ({}, 'flush = false', 'off', True),
        ({}, 'flush = maybe', 'invalid', False),
        ({'disabled_by': 'dont'}, '', 'on', True),
        ({'disabled_by': 'dont'}, 'dont = true', 'off', False),
        ({'disabled_by': 'dont'}, 'dont = maybe', 'invalid', False),
        (ON_BY_DEFAULT, '', 'on', True),
        (ON_BY_DEFAULT, 'flush = false', 'off', False),
        (A_LIST, '', 'off', True),
        (A_LIST, 'flush =', 'off', True),
        (A_LIST, 'flush = a,b', 'on', False),
        (NO_DEFAULT, '', 'off', True),
        (NO_DEFAULT, 'flush = maybe', 'invalid', False),
    ],
)
def test_the_state_is_that_of_the_workaround_not_of_the_option(
    host: Host,
    fields: dict[str, Any],
    text: str,
    state: str,
    is_default: bool,
) -> None:
    [status] = host.status(declare(**fields), text=text).workarounds
    assert status.state == state
    assert status.is_on is {'on': True, 'off': False, 'invalid': None}[state]
    assert status.toggle is not None
    assert status.toggle.is_default is is_default


@pytest.mark.parametrize('polarity', ['enabled_by', 'disabled_by'])
def test_a_workaround_speaks_of_the_service_s_own_option(
    host: Host, polarity: str
) -> None:
    opt = cfg.BoolOpt('their_own', default=True, help='Theirs.')
    fields: dict[str, Any] = {polarity: opt}
    [status] = host.status(declare(**fields)).workarounds
    assert status.state == {'enabled_by': 'on', 'disabled_by': 'off'}[polarity]
    assert status.toggle is not None
    assert status.toggle.opt is opt


def test_a_value_that_cannot_be_understood_is_reported_and_not_raised(
    host: Host,
) -> None:
    status = host.status(declare(), text='flush = maybe').get('flush')
    assert status.toggle is not None
    assert status.toggle.value is None
    assert str(status.toggle.error) == (
        f"[workarounds] flush: 'maybe' from {host.path}:2 is not "
        f'accepted; accepted: true or false'
    )


@pytest.mark.parametrize(
    ('value', 'state', 'reported'),
    [
        (
            '$theirs',
            'unknown',
            'refers to theirs, whose value is not known here',
        ),
        (
            '${theirs}',
            'unknown',
            'refers to theirs, whose value is not known here',
        ),
        ('$g.theirs', 'unknown', 'refers to g.theirs, whose value is not'),
        ('$more', 'unknown', 'refers to more, whose value is not known'),
        # oslo.config follows this one until Python stops it.
        ('$flush', 'invalid', 'is not accepted'),
        ('$config_dir', 'invalid', 'is not accepted'),
    ],
)
def test_a_reference_that_leads_nowhere_is_reported_and_not_raised(
    host: Host, value: str, state: str, reported: str
) -> None:
    more = declare('more', enabled_by=cfg.StrOpt('more'), off_values=[''])
    text = f'flush = {value}\nmore = $theirs_again'
    status = host.status(declare(), more, text=text).get('flush')
    assert (status.state, status.is_on) == (state, None)
    assert status.toggle is not None
    assert f"'{value}' from {host.path}:2 {reported}" in str(
        status.toggle.error
    )


def test_a_reference_below_the_first_line_is_not_quoted(host: Host) -> None:
    text = 'flush = true\n  [database]\n  password = hunter$ecret'
    status = host.status(declare(), text=text).get('flush')
    assert status.state == 'invalid'
    assert status.toggle is not None
    assert 'ecret' not in str(status.toggle.error)


def test_a_reference_resolves_where_the_service_has_the_option(
    host: Host,
) -> None:
    host.conf.register_opt(cfg.BoolOpt('theirs', default=True))
    status = host.status(declare(), text='flush = $theirs').get('flush')
    assert (status.state, status.set_in) == ('on', f'{host.path}:2')


def test_a_default_that_only_the_service_can_tell_is_a_default(
    host: Host,
) -> None:
    opt = cfg.BoolOpt('flush', default='$theirs')
    status = host.status(declare(enabled_by=opt)).get('flush')
    assert (status.state, status.set_in) == ('unknown', 'default')


def test_parameters_are_read_with_where_each_was_set(host: Host) -> None:
    params = {
        'count': cfg.IntOpt('flush_count', default=3, min=1),
        'pause': cfg.IntOpt('flush_pause', default=1),
        'limit': cfg.IntOpt('flush_limit', default=9, max=9),
    }
    status = host.status(
        declare(params=params), text='flush_count = 5\nflush_limit = 10'
    ).get('flush')
    assert [
        (param.opt.dest, param.value, str(param.origin), param.is_default)
        for param in status.params
    ] == [
        ('flush_count', 5, f'{host.path}:2', False),
        ('flush_pause', 1, 'default', True),
        ('flush_limit', None, f'{host.path}:3', False),
    ]


@pytest.mark.parametrize(
    ('opt', 'written', 'shown'),
    [
        (cfg.IntOpt('flush_x', default=3), None, '3'),
        (cfg.IntOpt('flush_x'), None, 'None'),
        (cfg.IntOpt('flush_x'), '0x5', 'invalid'),
        (cfg.BoolOpt('flush_x'), 'yes', 'True'),
        (cfg.BoolOpt('flush_x'), '$flush', '$flush'),
        (cfg.StrOpt('flush_x'), 'a', 'a'),
        (cfg.StrOpt('flush_x'), 'a\n  b', 'a ...'),
        (cfg.StrOpt('flush_x', choices=['a b']), 'a b', 'a b'),
        (cfg.StrOpt('flush_x', secret=True), 'a', '****'),
        (cfg.StrOpt('flush_x', secret=True), None, 'None'),
        # No output may contain the value of another option.
        (cfg.StrOpt('flush_x'), '$flush', '$flush'),
        (cfg.StrOpt('flush_x', default='$flush'), None, '$flush'),
        (cfg.ListOpt('flush_x'), 'a, $flush', 'a, $flush'),
        (cfg.ListOpt('flush_x', default=['a', '$flush']), None, 'a,$flush'),
        (cfg.DictOpt('flush_x'), 'a:1,b:2', 'a:1,b:2'),
        (cfg.MultiStrOpt('flush_x'), 'a\nflush_x = b', 'a,b'),
        (cfg.MultiStrOpt('flush_x'), '$flush\nflush_x = b', '$flush,b'),
    ],
)
def test_a_value_is_shown_without_those_of_other_options(
    host: Host, opt: cfg.Opt, written: str | None, shown: str
) -> None:
    text = '' if written is None else f'flush_x = {written}'
    [param] = (
        host.status(declare(params={'x': opt}), text=text).get('flush').params
    )
    assert ('invalid' if param.error else param.shown) == shown


def test_a_value_that_code_set_is_shown_as_code_set_it(host: Host) -> None:
    registry = workarounds.Registry(
        declare(
            params={'a': cfg.StrOpt('flush_a'), 'b': cfg.StrOpt('flush_b')}
        )
    )
    host.status(*registry)
    value = '$workarounds.flush'
    host.conf.set_override('flush_a', value, 'workarounds')
    host.conf.set_default('flush_b', value, 'workarounds')
    params = host.read(registry).get('flush').params
    assert [param.value for param in params] == ['False', 'False']
    assert [param.shown for param in params] == [value, value]


def test_a_value_that_was_not_read_from_a_file_may_not_be_shown(
    host: Host,
) -> None:
    registry = workarounds.Registry(
        declare(params={'x': cfg.StrOpt('flush_x')})
    )
    host.status(*registry, text='flush_x = a')
    host.path.unlink()
    [param] = host.read(registry).get('flush').params
    assert (param.value, param.shown) == ('a', '...')


YESTERDAY = TODAY - datetime.timedelta(days=1)


@pytest.mark.parametrize(
    ('expires', 'service_version', 'is_expired'),
    [
        ('35.0.0', None, False),
        ('35.0.0', '34.9.9', False),
        ('35.0.0', '35.0.0.0rc1', True),
        ('35.0.0', '35.0.0', True),
        ('35.0.0', '35.0', True),
        ('35.0.0', '35.0.1.dev7', True),
        ('35.0.0', '100.0.0', True),
        ('35.0.0', 'no version', False),
        (YESTERDAY, None, True),
        (TODAY, None, False),
        (workarounds.Never('a choice'), '99.0.0', False),
        (workarounds.Unstated('not said'), '99.0.0', False),
    ],
)
def test_it_expires_with_a_version_or_after_a_day(
    host: Host, expires: Any, service_version: str | None, is_expired: bool
) -> None:
    [status] = host.status(
        declare(expires=expires), service_version=service_version
    ).workarounds
    assert status.is_expired is is_expired


def test_expiry_changes_nothing_else(host: Host) -> None:
    [status] = host.status(
        declare(expires=YESTERDAY), text='flush = true'
    ).workarounds
    assert status.is_expired
    assert status.state == 'on'


def test_all_live_workarounds_are_there_in_their_order(host: Host) -> None:
    status = host.status(declare('b'), declare('a'))
    assert [entry.workaround.name for entry in status.workarounds] == [
        'b',
        'a',
    ]
    assert status.get('a').workaround.name == 'a'
    with pytest.raises(exceptions.UnknownWorkaroundError, match="'c'"):
        status.get('c')


def test_a_change_of_the_configuration_is_seen_by_the_next_status(
    host: Host,
) -> None:
    registry = workarounds.Registry(declare())
    assert host.status(*registry).get('flush').state == 'off'
    host.conf.set_override('flush', True, 'workarounds')
    status = host.read(registry).get('flush')
    assert (status.state, status.set_in) == ('on', 'override')


def test_a_configuration_that_was_not_prepared_is_refused() -> None:
    registry = workarounds.Registry(declare())
    with pytest.raises(exceptions.NotRegisteredError) as caught:
        workarounds_status.read(
            registry, cfg.ConfigOpts(), today=TODAY, service_version=None
        )
    assert str(caught.value) == (
        'flush: option [workarounds] flush is not registered; call '
        'workarounds.register_opts(conf), or register_opts(conf) of the '
        'registry of a library, once after the declarations'
    )


def test_a_configuration_that_has_read_nothing_is_at_its_defaults(
    host: Host,
) -> None:
    registry = workarounds.Registry(declare())
    options.register_opts(host.conf, registry)
    [status] = host.read(registry).workarounds
    assert (status.state, status.set_in) == ('off', 'default')


def test_a_log_or_a_failed_test_prints_no_value_of_others(host: Host) -> None:
    status = host.status(
        declare(enabled_by=cfg.ListOpt('flush', default=[])),
        text='flush = a\n  [x]\n  key = hunter1\n[y]\nkey = hunter2',
    )
    toggle = status.workarounds[0].toggle
    assert toggle is not None
    assert toggle.value
    assert 'hunter' not in repr(status)
