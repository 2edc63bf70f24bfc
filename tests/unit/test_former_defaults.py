# SPDX-License-Identifier: Apache-2.0
"""A default that differs between releases, and what each release does."""

import pathlib
from typing import Any

from oslo_config import cfg
import pytest

from tests.unit import checking
from tests.unit.checking import declare
import workarounds
from workarounds import _log
from workarounds import check
from workarounds import exceptions
from workarounds import status as workarounds_status
from workarounds.config import help_text
from workarounds.config import options
from workarounds.status import WorkaroundStatus

#: On before 17.0.0, and off since.
ON_FIRST = declare(former_defaults={'17.0.0': True})
#: The same, and yes means off.
INVERTED = declare(disabled_by='dont', former_defaults={'17.0.0': True})
#: Off, then 3, then 5.
COUNTED = declare(
    enabled_by=cfg.IntOpt('count', default=5),
    off_values=[1],
    former_defaults={'15.0.0': 1, '17.1.0': 3},
)
LISTED = declare(
    enabled_by=cfg.ListOpt('types', default=[]),
    former_defaults={'17.0.0': ['a', 'b']},
)
MULTIPLE = declare(
    enabled_by=cfg.MultiStrOpt('types', default=['c']),
    off_values=[['c']],
    former_defaults={'17.0.0': ['a', 'b']},
)
UNSET = declare(
    enabled_by=cfg.StrOpt('word', default='no'),
    off_values=['no'],
    former_defaults={'17.0.0': None},
)
NOT_KNOWN = (
    '[workarounds] flush: by default on before 17.0.0 and off since, and the '
    'release is not known'
)


class Service:
    """A service with one declaration and one file."""

    def __init__(
        self, path: pathlib.Path, workaround: workarounds.Workaround, line: str
    ) -> None:
        path.write_text(f'[workarounds]\n{line}\n')
        self.registry = workarounds.Registry(workaround)
        self.conf = cfg.ConfigOpts()
        options.register_opts(self.conf, self.registry)
        self.conf([f'--config-file={path}'])

    def status(self, version: str | None, **fields: Any) -> WorkaroundStatus:
        read = workarounds_status.read(
            self.registry,
            self.conf,
            today=checking.TODAY,
            service_version=version,
            **fields,
        )
        return read.get('flush')

    def check(
        self, version: str | None, target: str | None = None
    ) -> list[str]:
        """Return code, severity, line and message of each diagnostic."""
        found = check.check(
            self.registry,
            self.conf,
            today=checking.TODAY,
            service_version=version,
            target_version=target,
            environ={},
        )
        return [
            f'{item.code} {item.severity} {item.location.line} {item.text}'
            for item in found
        ]


@pytest.fixture
def path(tmp_path: pathlib.Path) -> pathlib.Path:
    return tmp_path / 'nova.conf'


@pytest.mark.parametrize(
    ('fields', 'problem'),
    [
        (
            {'former_defaults': [('17.0.0', True)]},
            "former_defaults is (('17.0.0', True),), not a mapping; write "
            "{'35.0.0': True} if the default was True before 35.0.0",
        ),
        (
            {'former_defaults': {'2017.2': True}},
            "former_defaults: '2017.2' is not a release; write the first "
            "release with the next default, such as '35.0.0'",
        ),
        (
            {'former_defaults': {'17.0.0': 'yes'}},
            "former_defaults: 'yes' is not a value of the toggle, which is a "
            'Boolean option',
        ),
        (
            {'former_defaults': {'17.0.0': 1}},
            'former_defaults: 1 is not a value of the toggle, which is a '
            'Boolean option',
        ),
        (
            {
                'former_defaults': {'17.0.0': 1},
                'enabled_by': cfg.BoolOpt('flush', default=False),
            },
            'former_defaults: 1 is not a value of the toggle, which is a '
            'Boolean option',
        ),
        (
            {'former_defaults': {'17.0.0': None}},
            'former_defaults: None is not a value of the toggle, which is a '
            'Boolean option',
        ),
        (
            {'former_defaults': {'17.0.0': False}},
            'former_defaults: the default is False before 17.0.0 and from '
            'then on; remove 17.0.0',
        ),
        (
            {'former_defaults': {'15.0.0': True, '17.0.0': True}},
            'former_defaults: the default is True before 15.0.0 and from '
            'then on; remove 15.0.0',
        ),
        (
            {'former_defaults': {'17.0.0': False, '15.0.0': True}},
            'former_defaults: 15.0.0 is not later than 17.0.0; write the '
            'oldest release first',
        ),
        (
            {
                'former_defaults': {'17.0.0': 'a'},
                'enabled_by': cfg.IntOpt('count', default=5),
                'off_values': [1],
            },
            "former_defaults: 'a' is not a value of the toggle, which is an "
            'Integer option',
        ),
        (
            {
                'former_defaults': {'17.0.0': True},
                'enabled_by': workarounds.Always('no option yet'),
            },
            'former_defaults is given, but there is no option; remove it',
        ),
    ],
)
def test_a_wrong_former_default_is_reported(
    fields: dict[str, Any], problem: str
) -> None:
    with pytest.raises(exceptions.DeclarationError) as caught:
        declare(**fields)
    assert caught.value.problems == (problem,)


def test_a_former_default_is_a_part_of_the_declaration() -> None:
    assert declare(former_defaults={'17.0.0': True}) == ON_FIRST
    assert declare() != ON_FIRST


@pytest.mark.parametrize(
    ('workaround', 'version', 'state', 'value'),
    [
        (ON_FIRST, '16.1.8', 'on', True),
        (ON_FIRST, '17.0.0', 'off', False),
        (ON_FIRST, '17.0.0.0rc1', 'off', False),
        (ON_FIRST, '2015.1.0', 'on', True),
        (ON_FIRST, None, 'unknown', None),
        (ON_FIRST, '2026.1.0', 'unknown', None),
        (INVERTED, '16.1.8', 'off', True),
        (INVERTED, '17.0.0', 'on', False),
        (COUNTED, '14.0.0', 'off', 1),
        (COUNTED, '15.0.0', 'on', 3),
        (COUNTED, '17.0.9', 'on', 3),
        (COUNTED, '17.1.0', 'on', 5),
        (LISTED, '16.0.0', 'on', ['a', 'b']),
        (LISTED, '17.0.0', 'off', []),
        (UNSET, '16.0.0', 'on', None),
        (UNSET, '17.0.0', 'off', 'no'),
    ],
)
def test_an_option_that_is_not_set_has_the_default_of_the_release(
    path: pathlib.Path,
    workaround: workarounds.Workaround,
    version: str | None,
    state: str,
    value: object,
) -> None:
    status = Service(path, workaround, '').status(version)
    assert status.state == state
    assert status.toggle is not None
    assert status.toggle.value == value


def test_a_default_that_is_not_known_is_called_that(
    path: pathlib.Path,
) -> None:
    toggle = Service(path, ON_FIRST, '').status(None).toggle
    assert toggle is not None
    assert str(toggle.error) == NOT_KNOWN
    toggle = Service(path, ON_FIRST, '').status('2026.1.0').toggle
    assert toggle is not None
    assert str(toggle.error).endswith('2026.1.0 cannot be compared')


@pytest.mark.parametrize('version', ['16.0.0', '17.0.0', None])
@pytest.mark.parametrize(
    ('line', 'state'), [('flush = true', 'on'), ('flush = false', 'off')]
)
def test_a_line_means_the_same_in_each_release(
    path: pathlib.Path, version: str | None, line: str, state: str
) -> None:
    assert Service(path, ON_FIRST, line).status(version).state == state


def test_a_running_service_has_the_defaults_of_its_code(
    path: pathlib.Path, caplog: pytest.LogCaptureFixture
) -> None:
    service = Service(path, declare(former_defaults={'35.0.0': True}), '')
    # pbr gives code that leads to 35.0.0 this version.
    version = '34.1.0.dev3'
    assert service.status(version, is_running=True).state == 'off'
    assert not service.registry.enabled('flush', service.conf)
    path.write_text('[workarounds]\nflush = true\n')
    service.conf.reload_config_files()
    caplog.set_level('INFO', 'workarounds')
    _log.log_status(
        service.registry,
        service.conf,
        today=checking.TODAY,
        service_version=version,
        environ={},
    )
    assert 'flush is on (default: off)' in caplog.text


def test_what_a_service_changed_by_code_is_not_replaced(
    path: pathlib.Path,
) -> None:
    service = Service(path, ON_FIRST, '')
    service.conf.set_default('flush', False, 'workarounds')
    assert service.status('16.0.0').state == 'off'
    assert service.status(None).state == 'off'


NOTED = f'check whether it is needed: {checking.BUG}'


@pytest.mark.parametrize(
    ('version', 'line', 'found'),
    [
        ('16.0.0', '', []),
        ('17.0.0', '', []),
        (None, '', []),
        (
            '16.0.0',
            'flush = true',
            [
                'WA116 note 2 flush repeats the default; nothing would '
                'change without it'
            ],
        ),
        (
            '17.0.0',
            'flush = true',
            ['WA110 note 2 workaround flush is on (default: off); ' + NOTED],
        ),
        (
            '16.0.0',
            'flush = false',
            ['WA110 note 2 workaround flush is off (default: on); ' + NOTED],
        ),
        (
            None,
            'flush = true',
            [
                'WA110 note 2 workaround flush is on (default: on before '
                f'17.0.0 and off since); {NOTED}'
            ],
        ),
        (
            None,
            'flush = false',
            [
                'WA116 note 2 flush repeats the newest default: on before '
                '17.0.0 and off since; nothing to do; keep it if the service '
                'may be of an earlier release'
            ],
        ),
    ],
)
def test_a_line_is_compared_with_the_default_of_the_release(
    path: pathlib.Path, version: str | None, line: str, found: list[str]
) -> None:
    assert Service(path, ON_FIRST, line).check(version) == found


@pytest.mark.parametrize(
    ('workaround', 'version', 'target', 'found'),
    [
        (
            ON_FIRST,
            '16.0.0',
            '18.0.0',
            'warning None flush is not set, so by default the workaround is '
            'on in 16.0.0 and off in 18.0.0; to keep it on, add to '
            '[workarounds] before the upgrade: flush = true',
        ),
        (ON_FIRST, '15.0.0', '16.0.0', ''),
        (ON_FIRST, '17.0.0', '18.0.0', ''),
        (
            INVERTED,
            '16.0.0',
            '17.0.0',
            'warning None dont is not set, so by default the workaround is '
            'off in 16.0.0 and on in 17.0.0; to keep it off, add to '
            '[workarounds] before the upgrade: dont = true',
        ),
        (
            COUNTED,
            '15.0.0',
            '18.0.0',
            'warning None count is not set, so by default the workaround is '
            'on (3) in 15.0.0 and on (5) in 18.0.0; to keep it on (3), add '
            'to [workarounds] before the upgrade: count = 3',
        ),
        (
            LISTED,
            '16.0.0',
            '17.0.0',
            'warning None types is not set, so by default the workaround is '
            'on (a,b) in 16.0.0 and off (empty) in 17.0.0; to keep it on '
            '(a,b), add to [workarounds] before the upgrade: types = a,b',
        ),
        (
            MULTIPLE,
            '16.0.0',
            '17.0.0',
            'warning None types is not set, so by default the workaround is '
            'on (a,b) in 16.0.0 and off (c) in 17.0.0; to keep it on (a,b), '
            'add to [workarounds] before the upgrade: types = a; types = b',
        ),
        (
            UNSET,
            '16.0.0',
            '17.0.0',
            'warning None word is not set, so by default the workaround is '
            'on (not set) in 16.0.0 and off (no) in 17.0.0; no line keeps it '
            'on (not set); see the release notes before the upgrade',
        ),
        (
            ON_FIRST,
            None,
            '18.0.0',
            'note None flush is not set, so by default the workaround is on '
            'before 17.0.0 and off since; the release before the upgrade is '
            'not known; check again with --service-version',
        ),
        (ON_FIRST, None, '16.0.0', ''),
        (ON_FIRST, '16.0.0', '2026.1.0', ''),
        # Another rule says that the release does not have it yet.
        (
            declare(introduced='16.0.0', former_defaults={'17.0.0': True}),
            '15.0.0',
            '18.0.0',
            '',
        ),
    ],
)
def test_an_upgrade_changes_what_no_line_settles(
    path: pathlib.Path,
    workaround: workarounds.Workaround,
    version: str | None,
    target: str,
    found: str,
) -> None:
    reported = Service(path, workaround, '').check(version, target)
    assert reported == ([f'WA113 {found}'] if found else [])


@pytest.mark.parametrize(
    ('workaround', 'line', 'found'),
    [
        (
            ON_FIRST,
            'flush = true',
            'warning 2 flush repeats the default of 16.0.0; in 18.0.0 the '
            'default is off, and this keeps the workaround on; delete it '
            'after the upgrade, unless the workaround should stay on',
        ),
        (
            ON_FIRST,
            'flush = false',
            'note 2 flush keeps the workaround off, which is the default in '
            '18.0.0; in 16.0.0 the default is on; keep it until the upgrade; '
            'it can be deleted after it',
        ),
        # These lines mean the same before and after.
        (COUNTED, 'count = 4', ''),
        (ON_FIRST, 'flush = maybe', ''),
    ],
)
def test_a_line_settles_what_an_upgrade_would_change(
    path: pathlib.Path,
    workaround: workarounds.Workaround,
    line: str,
    found: str,
) -> None:
    reported = Service(path, workaround, line).check('16.0.0', '18.0.0')
    assert [item for item in reported if item.startswith('WA113')] == (
        [f'WA113 {found}'] if found else []
    )


def test_the_change_is_reported_at_the_file_with_the_section(
    tmp_path: pathlib.Path,
) -> None:
    ours, last = tmp_path / 'ours.conf', tmp_path / 'last.conf'
    ours.write_text('[Workarounds]\n')
    last.write_text('[libvirt]\n')
    registry = workarounds.Registry(ON_FIRST)

    def location(*paths: pathlib.Path) -> str:
        conf = cfg.ConfigOpts()
        options.register_opts(conf, registry)
        conf([f'--config-file={path}' for path in paths])
        [diagnostic] = check.check(
            registry,
            conf,
            today=checking.TODAY,
            service_version='16.0.0',
            target_version='17.0.0',
            environ={},
        )
        return str(diagnostic.location)

    assert location(ours, last) == str(ours)
    assert location(last) == str(last)


def test_the_sample_says_what_the_default_was() -> None:
    opt = options.toggle(ON_FIRST)
    assert opt is not None
    assert opt.help is not None
    assert 'Former default: on before 17.0.0.' in opt.help
    assert help_text.former_defaults(COUNTED) == (
        'off (1) before 15.0.0',
        'on (3) before 17.1.0',
    )
