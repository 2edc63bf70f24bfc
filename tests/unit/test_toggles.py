# SPDX-License-Identifier: Apache-2.0
"""Toggles of any group and type, and those without an option."""

import datetime
import logging
import os
import pathlib
from typing import Any

from oslo_config import cfg
import pytest

import workarounds
from workarounds import check
from workarounds import exceptions
from workarounds import fixture
from workarounds import status as workarounds_status
from workarounds.config import options
from workarounds.config.lookup import Lookup
from workarounds.config.overrides import Overrides

TODAY = datetime.date(2026, 11, 23)
LOGGER = 'workarounds'


def declare(name: str = 'flush', **fields: Any) -> workarounds.Workaround:
    facts: dict[str, Any] = {
        'name': name,
        'summary': 'Flushes.',
        'bugs': ['https://bugs.example.org/1'],
        'fix': workarounds.NoFix('nobody works on it'),
        'expires': workarounds.Never('a test'),
    }
    return workarounds.Workaround(**facts | fields)


class Service:
    """A configuration object that has read a file, and its lookups."""

    def __init__(
        self,
        directory: pathlib.Path,
        text: str,
        *declarations: workarounds.Workaround | workarounds.RemovedWorkaround,
        opts: dict[str | None, list[cfg.Opt]] | None = None,
    ) -> None:
        path = directory / 'service.conf'
        path.write_text(text)
        self.conf = cfg.ConfigOpts()
        for group, own in (opts or {}).items():
            self.conf.register_opts(own, group)
        self.conf([f'--config-file={path}'])
        self.registry = workarounds.Registry(*declarations)
        options.register_opts(self.conf, self.registry)
        self.lookup = Lookup(self.registry)

    def enabled(self, name: str = 'flush', group: str | None = None) -> bool:
        return self.lookup.enabled(name, self.conf, group)

    def states(self) -> list[tuple[str, str, str]]:
        status = workarounds_status.read(self.registry, self.conf, today=TODAY)
        return [
            (item.group, item.state, item.set_in)
            for item in status.workarounds
        ]

    def diagnostics(self) -> list[tuple[str, int | None, str]]:
        return [
            (diagnostic.code, diagnostic.location.line, diagnostic.message)
            for diagnostic in check.check(
                self.registry, self.conf, today=TODAY, service_version='40.0.0'
            )
        ]


@pytest.mark.parametrize(
    ('group', 'section'),
    [
        ('ipmi', 'ipmi'),
        ('DEFAULT', 'DEFAULT'),
        ('AGENT', 'agent'),
        ('back-end', 'back-end'),
        ('keystone:ldap', 'keystone:ldap'),
    ],
)
def test_an_existing_option_stays_in_its_group(
    tmp_path: pathlib.Path, group: str, section: str
) -> None:
    opt = cfg.BoolOpt('dont_flush', default=False)
    service = Service(
        tmp_path,
        f'[{section}]\ndont_flush = true\n',
        declare(disabled_by=opt, group=group),
        opts={None if group == 'DEFAULT' else group: [opt]},
    )
    assert service.enabled() is False
    [(_, state, place)] = service.states()
    assert (state, place) == ('off', f'{tmp_path}/service.conf:2')
    assert [code for code, *_ in service.diagnostics()] == ['WA110']
    argument = None if group == 'DEFAULT' else group
    service.conf.set_override('dont_flush', False, argument)
    assert service.enabled() is True


def test_the_object_of_another_group_is_refused_with_both_ways_out(
    tmp_path: pathlib.Path,
) -> None:
    opt = cfg.BoolOpt('dont_flush', default=False)
    with pytest.raises(exceptions.OptionConflictError) as caught:
        Service(tmp_path, '', declare(disabled_by=opt), opts={'ipmi': [opt]})
    assert str(caught.value) == ELSEWHERE


ELSEWHERE = (
    "option 'dont_flush' of the workaround flush is declared in "
    '[workarounds] and registered by the service in [ipmi]; declare it '
    "with group='ipmi', or declare a new option in [workarounds] with "
    "deprecated_group='ipmi'"
)


@pytest.mark.parametrize('ask', ['register_opts', 'log_status'])
def test_an_object_that_is_registered_elsewhere_later_is_refused_then(
    ask: str,
) -> None:
    opt = cfg.BoolOpt('dont_flush', default=False)
    registry = workarounds.Registry(declare(disabled_by=opt))
    conf = cfg.ConfigOpts()
    registry.register_opts(conf)
    conf([], default_config_files=[], default_config_dirs=[])
    registry.log_status(conf)
    conf.register_opt(opt, 'ipmi')
    with pytest.raises(exceptions.OptionConflictError) as caught:
        getattr(registry, ask)(conf)
    assert str(caught.value) == ELSEWHERE


def test_groups_that_an_operator_removes_are_not_taken_for_the_services() -> (
    None
):
    opt = cfg.BoolOpt('dont_flush', default=False)
    registry = workarounds.Registry(
        declare(disabled_by=opt, group=lambda conf: conf.enabled_backends)
    )
    conf = cfg.ConfigOpts()
    conf.register_opt(cfg.ListOpt('enabled_backends', default=['a', 'b']))
    registry.register_opts(conf)
    conf.set_override('enabled_backends', ['a'])
    registry.register_opts(conf)


def test_a_new_option_reads_the_line_of_the_group_that_it_was_in(
    tmp_path: pathlib.Path,
) -> None:
    opt = cfg.BoolOpt('dont_flush', default=False, deprecated_group='ipmi')
    service = Service(
        tmp_path, '[ipmi]\ndont_flush = true\n', declare(disabled_by=opt)
    )
    assert service.enabled() is False
    assert [code for code, *_ in service.diagnostics()] == ['WA110', 'WA115']


BACKENDS = cfg.ListOpt('enabled_backends')


def test_each_back_end_has_a_toggle_of_its_own(tmp_path: pathlib.Path) -> None:
    service = Service(
        tmp_path,
        '[DEFAULT]\nenabled_backends = lvm-1,lvm-2\n'
        '[lvm-1]\nflush = true\n[lvm-3]\nflush = true\n',
        declare(group=lambda conf: conf.enabled_backends),
        opts={None: [BACKENDS]},
    )
    assert service.enabled(group='lvm-1') is True
    assert service.enabled(group='lvm-2') is False
    service.conf.set_override('flush', True, 'lvm-2')
    assert service.enabled(group='lvm-2') is True
    assert service.lookup.value('flush', service.conf, 'lvm-1') is True
    assert [(group, state) for group, state, _ in service.states()] == [
        ('lvm-1', 'on'),
        ('lvm-2', 'on'),
    ]
    for group, problem in (
        (None, 'give group='),
        ('lvm-3', "'lvm-3' is none of them"),
    ):
        with pytest.raises(exceptions.UnknownGroupError) as caught:
            service.enabled(group=group)
        assert str(caught.value) == (
            f'flush: the groups of its toggle are lvm-1, lvm-2; {problem}'
        )


@pytest.mark.parametrize('reread', ['mutate', 'reload'])
def test_a_back_end_is_known_as_long_as_oslo_config_reads_it(
    tmp_path: pathlib.Path, reread: str
) -> None:
    backends = cfg.ListOpt('enabled_backends', mutable=True)
    text = '[b1]\nflush = true\ndelay = 5\n'
    service = Service(
        tmp_path,
        f'[DEFAULT]\nenabled_backends = b1\n{text}',
        declare(
            group=lambda conf: conf.enabled_backends,
            params={'delay': cfg.IntOpt('delay', default=1)},
        ),
        opts={None: [backends]},
    )
    path = tmp_path / 'service.conf'
    path.write_text(f'[DEFAULT]\nenabled_backends = b2\n{text}')
    conf = service.conf
    if reread == 'mutate':
        conf.mutate_config_files()
    else:
        conf.reload_config_files()
    assert conf.enabled_backends == ['b2']
    assert service.enabled(group='b1') is True
    assert service.lookup.value('flush', conf, 'b1') is True
    assert service.lookup.param('flush', 'delay', conf, 'b1') == 5
    # The new one is not registered yet.
    with pytest.raises(exceptions.NotRegisteredError):
        service.enabled(group='b2')
    service.registry.log_status(conf)
    assert [group for group, *_ in service.states()] == ['b1']
    service.registry.register_opts(conf)
    assert service.enabled(group='b2') is False
    assert [group for group, *_ in service.states()] == ['b1', 'b2']
    with pytest.raises(exceptions.UnknownGroupError, match='are b1, b2'):
        service.enabled(group='b3')


def test_groups_that_cannot_be_named_are_reported(
    tmp_path: pathlib.Path,
) -> None:
    with pytest.raises(exceptions.UnknownGroupError) as caught:
        Service(tmp_path, '', declare(group=lambda conf: conf.not_registered))
    assert str(caught.value) == (
        'flush: the function that names the groups of its toggle raised '
        'NoSuchOptError; register the options that it reads first'
    )


@pytest.mark.parametrize(
    ('groups', 'problem'),
    [
        ('lvm', 'returned one text'),
        ([1], 'returned a list with an item of type int'),
        (['lvm', None], 'returned a list with an item of type NoneType'),
        ([''], 'returned a name that is empty or has a control character'),
        (
            ['\x1bm'],
            'returned a name that is empty or has a control character',
        ),
        (5, 'raised TypeError'),
    ],
)
def test_what_is_not_a_list_of_names_is_refused(
    groups: Any, problem: str
) -> None:
    declared = declare(group=lambda conf: groups)
    with pytest.raises(exceptions.UnknownGroupError) as caught:
        declared.groups_on(cfg.ConfigOpts())
    assert str(caught.value) == (
        f'flush: the function that names the groups of its toggle {problem}; '
        f'it takes the configuration and returns a list of names'
    )


def test_each_group_counts_once_as_oslo_config_reads_it() -> None:
    declared = declare(
        group=lambda conf: ['lvm', 'my disk', 'LVM', 'DEFAULT', 'default']
    )
    groups = ('lvm', 'my disk', 'DEFAULT', 'default')
    assert declared.groups_on(cfg.ConfigOpts()) == groups
    with pytest.raises(exceptions.DeclarationError) as caught:
        declare(group=['ipmi', 'IPMI', 'DEFAULT', 'DEFAULT'])
    assert caught.value.problems == (
        "group 'IPMI' is given twice; remove one",
        "group 'DEFAULT' is given twice; remove one",
    )


def test_only_ctrl_c_ends_a_function_that_names_groups() -> None:
    def stop(conf: cfg.ConfigOpts) -> list[str]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        declare(group=stop).groups_on(cfg.ConfigOpts())


def test_what_always_runs_is_on_without_any_option() -> None:
    lookup = Lookup(
        workarounds.Registry(declare(enabled_by=workarounds.Always('why')))
    )
    conf = cfg.ConfigOpts()
    # As at import: nothing is registered, and no file is read.
    assert lookup.enabled('flush', conf) is True
    with pytest.raises(exceptions.NoToggleError):
        lookup.value('flush', conf)


def test_a_detection_is_asked_once(tmp_path: pathlib.Path) -> None:
    asked: list[str] = []

    def is_old() -> bool:
        asked.append('')
        return False

    detected = workarounds.Detected(is_old, 'it is old')
    service = Service(tmp_path, '', declare(enabled_by=detected))
    assert (service.enabled(), service.enabled()) == (False, False)
    assert service.states() == [('workarounds', 'off', 'detection')]
    assert len(asked) == 1


@pytest.mark.parametrize('kind', [OSError, SystemExit])
def test_a_detection_that_raises_counts_as_on(
    tmp_path: pathlib.Path,
    caplog: pytest.LogCaptureFixture,
    kind: type[BaseException],
) -> None:
    def fails() -> bool:
        raise kind('password=hunter2')

    detected = workarounds.Detected(fails, 'it is old')
    service = Service(tmp_path, '', declare(enabled_by=detected))
    with caplog.at_level(logging.WARNING, LOGGER):
        assert service.enabled() is True
    assert caplog.messages == [
        f'The predicate {fails.__module__}.{fails.__qualname__} of the '
        f'workaround flush raised {kind.__name__}; the workaround counts as '
        f'on'
    ]


@pytest.mark.parametrize(
    ('opt', 'off_values', 'text', 'is_on'),
    [
        (cfg.IntOpt('count', default=4, min=1), [1], '', True),
        (cfg.IntOpt('count', default=4, min=1), [1], 'count = 1', False),
        (cfg.StrOpt('mode'), [None], '', False),
        (cfg.StrOpt('mode'), [None], 'mode = fast', True),
        (cfg.MultiStrOpt('path'), [], '', False),
        (cfg.MultiStrOpt('path'), [], 'path = a\npath = b', True),
        (cfg.ListOpt('types'), [], '', False),
        (cfg.BoolOpt('loud', default='true'), [], '', True),
        (cfg.BoolOpt('loud', default='false'), [], '', False),
    ],
)
def test_a_toggle_of_any_type_is_read_as_the_service_reads_it(
    tmp_path: pathlib.Path,
    opt: cfg.Opt,
    off_values: list[Any],
    text: str,
    is_on: bool,
) -> None:
    declaration = declare(enabled_by=opt, off_values=off_values)
    service = Service(tmp_path, f'[workarounds]\n{text}\n', declaration)
    assert service.enabled() is is_on
    is_changed = [code for code, *_ in service.diagnostics()] == ['WA110']
    assert is_changed is bool(text)


@pytest.mark.parametrize(
    ('opt', 'wanted', 'value'),
    [
        (cfg.IntOpt('count', default=4, min=1), False, 1),
        (cfg.IntOpt('count', default=4, min=1), True, 4),
        (cfg.IntOpt('count', default=4, min=1), 7, 7),
    ],
)
def test_a_test_sets_a_toggle_of_any_type(
    opt: cfg.Opt, wanted: Any, value: int
) -> None:
    registry = workarounds.Registry(declare(enabled_by=opt, off_values=[1]))
    conf = cfg.ConfigOpts()
    conf([], default_config_files=[], default_config_dirs=[])
    overrides = Overrides(registry, conf)
    overrides.set_workaround('flush', wanted)
    assert conf.workarounds.count == value
    overrides.restore()
    assert conf.workarounds.count == 4


def test_a_test_sets_what_is_detected() -> None:
    detected = workarounds.Detected(lambda: True, 'it is old')
    registry = workarounds.Registry(declare(enabled_by=detected))
    lookup, conf = Lookup(registry), cfg.ConfigOpts()
    overrides = Overrides(registry, conf)
    overrides.set_workaround('flush', False)
    assert lookup.enabled('flush', conf) is False
    overrides.restore()
    assert lookup.enabled('flush', conf) is True


def test_what_always_runs_cannot_be_turned_off() -> None:
    always = declare(enabled_by=workarounds.Always('why'))
    overrides = Overrides(workarounds.Registry(always), cfg.ConfigOpts())
    overrides.set_workaround('flush', True)
    with pytest.raises(exceptions.InvalidValueError, match='always on'):
        overrides.set_workaround('flush', False)


def test_leftovers_of_any_group_and_former_name_are_explained(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = workarounds.RemovedWorkaround(
        name='reserve',
        options=['address_count'],
        group='neutron',
        former_names=['addresses', ('DEFAULT', 'neutron_addresses')],
        removed_in='39.0.0',
        reason='fixed',
    )
    monkeypatch.setenv('OS_NEUTRON__ADDRESS_COUNT', '1')
    text = (
        '[neutron]\naddress_count = 1\naddresses = 1\nother = 1\n'
        '[DEFAULT]\nneutron_addresses = 1\nother = 1\n'
    )
    service = Service(tmp_path, text, gone)
    found = service.diagnostics()
    assert [(code, line) for code, line, _ in found] == [
        ('WA101', None),
        ('WA101', 2),
        ('WA101', 3),
        ('WA101', 6),
    ]
    assert os.environ['OS_NEUTRON__ADDRESS_COUNT'] == '1'


@pytest.mark.parametrize('key', ['old-skip', 'old_skip'])
def test_a_former_name_with_dashes_is_explained_as_oslo_config_reads_it(
    tmp_path: pathlib.Path, key: str
) -> None:
    gone = workarounds.RemovedWorkaround(
        name='skip_it',
        options=['skip_it', '3par_skip'],
        group='my-group',
        former_names=[('net-x', 'old-skip')],
        removed_in='39.0.0',
        reason='fixed',
    )
    service = Service(tmp_path, f'[net-x]\n{key} = true\n', gone)
    assert [(code, line) for code, line, _ in service.diagnostics()] == [
        ('WA101', 2)
    ]


@pytest.mark.parametrize('group', ['workarounds', 'DEFAULT'])
def test_an_option_that_is_kept_and_does_nothing_is_called_so(
    tmp_path: pathlib.Path, group: str
) -> None:
    gone = workarounds.RemovedWorkaround(
        name='disable_rbac',
        options=['disable_rbac'],
        group=group,
        removed_in='39.0.0',
        reason='rules decide',
        still_registered=True,
    )
    service = Service(
        tmp_path,
        f'[{group}]\ndisable_rbac = true\n',
        gone,
        opts={
            None if group == 'DEFAULT' else group: [
                cfg.BoolOpt('disable_rbac')
            ]
        },
    )
    assert service.diagnostics() == [
        (
            'WA101',
            2,
            'disable_rbac is still accepted and does nothing; removed in '
            '39.0.0 (rules decide)',
        )
    ]


def test_an_option_of_another_group_is_found_where_it_is_misplaced(
    tmp_path: pathlib.Path,
) -> None:
    service = Service(
        tmp_path,
        '[DEFAULT]\ndont_flush = true\n[workarounds]\ndont_flush = true\n',
        declare(disabled_by='dont_flush', group='ipmi'),
    )
    assert service.diagnostics() == [
        (
            'WA104',
            2,
            'dont_flush is set in [DEFAULT] and belongs in [ipmi]',
        ),
        (
            'WA104',
            4,
            'dont_flush is set in [workarounds] and belongs in [ipmi]',
        ),
    ]


def test_a_library_leaves_the_keys_of_the_service_to_it(
    tmp_path: pathlib.Path,
) -> None:
    service = Service(
        tmp_path,
        '[workarounds]\nof_the_service = true\n',
        declare(enabled_by='flush', group='oslo_messaging_rabbit'),
    )
    assert service.diagnostics() == []


class OfALibrary:
    """A registry of a library, which is installed: this one."""

    def __init__(self, **fields: Any) -> None:
        self.registry = workarounds.Registry(
            declare(**fields), project='workarounds'
        )
        self.conf = cfg.ConfigOpts()
        self.registry.register_opts(self.conf)
        self.conf(
            [],
            version='34.0.0',
            default_config_files=[],
            default_config_dirs=[],
        )


def test_a_library_has_a_registry_of_its_own() -> None:
    library = OfALibrary(params={'count': cfg.IntOpt('times', default=3)})
    registry, conf = library.registry, library.conf
    assert registry.enabled('flush', conf) is False
    assert registry.value('flush', conf) is False
    assert registry.param('flush', 'count', conf) == 3
    [(group, opts)] = registry.list_opts()
    assert (group.name, [opt.dest for opt in opts]) == (
        'workarounds',
        ['flush', 'times'],
    )
    with pytest.raises(exceptions.UnknownWorkaroundError):
        workarounds.enabled('flush', conf)
    with fixture.WorkaroundFixture(conf, registry, flush=True):
        assert registry.enabled('flush', conf) is True


@pytest.mark.parametrize(
    ('expires', 'is_expired'), [('0.0.0', True), ('20.0.0', False)]
)
def test_the_expiry_of_a_library_is_compared_with_its_own_version(
    expires: str, is_expired: bool, caplog: pytest.LogCaptureFixture
) -> None:
    # The service is at 34.0.0, and this library before 20.0.0.
    library = OfALibrary(expires=expires)
    with caplog.at_level(logging.WARNING, LOGGER):
        library.registry.log_status(library.conf, today=TODAY)
    assert ('expired' in caplog.text) is is_expired
