# SPDX-License-Identifier: Apache-2.0
"""The help of an option for operators."""

import datetime
from typing import Any

from oslo_config import cfg
from oslo_config import types
import pytest

import workarounds
from workarounds.config import help_text

BUG = 'https://bugs.example.org/1'
QEMU = workarounds.PackageFix(
    component='qemu',
    version='2.2.0',
    packages={
        'debian:11': workarounds.Package(name='qemu-utils', fixed_in='1:5.2'),
        'debian:12': workarounds.Package(
            name='qemu-utils', state='not-affected'
        ),
        'ubuntu:14.04': workarounds.Package(name='qemu', state='unfixed'),
        'sles:11': workarounds.Package(name='qemu', state='wont-fix'),
        'rhel:6': workarounds.Package(name='qemu', state='end-of-life'),
        'rhel:7': workarounds.Package(name='qemu', state='undetermined'),
    },
)
UNKNOWN = workarounds.Undetermined('nobody says')


def declare(**fields: Any) -> workarounds.Workaround:
    facts: dict[str, Any] = {
        'name': 'flush',
        'summary': 'Flushes.',
        'bugs': [BUG],
        'fix': workarounds.PackageFix(component='qemu', version='2.2.0'),
        'expires': '35.0.0',
    }
    return workarounds.Workaround(**facts | fields)


FLUSH = cfg.BoolOpt('flush', default=False)


@pytest.mark.parametrize(
    ('polarity', 'opt', 'said'),
    [
        (
            'enabled_by',
            cfg.BoolOpt('own'),
            'Off by default. True turns ... on',
        ),
        (
            'disabled_by',
            cfg.BoolOpt('own', default=False),
            'On by default. True turns ... off',
        ),
        (
            'enabled_by',
            cfg.BoolOpt('own', default=True),
            'On by default. True turns ... on',
        ),
        # As text, it is what oslo.config reads it as.
        (
            'enabled_by',
            cfg.BoolOpt('own', default='false'),
            'Off by default. True turns ... on',
        ),
        (
            'disabled_by',
            cfg.BoolOpt('own', default=True),
            'Off by default. True turns ... off',
        ),
        (
            'enabled_by',
            cfg.ListOpt('own', default=[]),
            'Off by default. A list that is not empty turns ... on',
        ),
        (
            'enabled_by',
            cfg.ListOpt('own'),
            'Off by default. A list that is not empty turns ... on',
        ),
        (
            'enabled_by',
            cfg.MultiStrOpt('own', default=['a']),
            'On by default. A list that is not empty turns ... on. No single '
            'line of a configuration file turns it off',
        ),
        (
            'disabled_by',
            cfg.ListOpt('own', default=['a']),
            'Off by default. A list that is not empty turns ... off',
        ),
    ],
)
def test_the_default_and_what_true_means_are_said(
    polarity: str, opt: cfg.Opt, said: str
) -> None:
    workaround = declare(**{polarity: opt})
    expected = f'{said}.'.replace('...', 'this workaround')
    assert help_text.polarity(workaround, opt) == expected


@pytest.mark.parametrize(
    ('opt', 'off_values', 'said'),
    [
        (cfg.IntOpt('own', default=4), [1], 'On by default. 1 turns'),
        (cfg.StrOpt('own'), [None, ''], 'Off by default. No value turns'),
        (
            cfg.StrOpt('own', default='a', choices=['a', 'b', 'c']),
            ['a', 'b'],
            'Off by default. a or b turns',
        ),
        (
            cfg.ListOpt('own', default=['a', 'b']),
            [['a', 'b']],
            'Off by default. No value or a,b turns',
        ),
        (
            cfg.MultiStrOpt('own', default=['z']),
            [['none']],
            'On by default. none turns',
        ),
        (
            cfg.MultiStrOpt('own', default=[]),
            [['none']],
            'Off by default. No line or none turns',
        ),
        (
            cfg.MultiStrOpt('own', default=['z']),
            [['a', 'b']],
            'On by default. a and b, each on a line of its own, turns',
        ),
        (cfg.IntOpt('own'), [None, 0], 'Off by default. No value or 0 turns'),
        (
            cfg.StrOpt('own', default='a'),
            ['"q"'],
            'On by default. \'"q"\' turns',
        ),
        (cfg.StrOpt('own', default='a'), ['$x'], 'On by default. $$x turns'),
        (
            cfg.ListOpt('own', default=['a'], bounds=True),
            [['b']],
            'On by default. [] or [b] turns',
        ),
    ],
)
def test_the_values_that_turn_it_off_are_said(
    opt: cfg.Opt, off_values: list[object], said: str
) -> None:
    workaround = declare(enabled_by=opt, off_values=off_values)
    assert help_text.polarity(workaround, opt) == (
        f'{said} this workaround off.'
    )


def test_the_help_of_a_toggle_says_everything() -> None:
    workaround = declare(
        description='Costs time.\n\nUse it well.',
        fix=[QEMU, workarounds.ManualFix('the guests')],
        weakens_security=True,
    )
    assert help_text.toggle(workaround, FLUSH) == (
        'Flushes.\n'
        '\n'
        'Off by default. True turns this workaround on.\n'
        '\n'
        'Costs time.\n'
        '\n'
        'Use it well.\n'
        '\n'
        'Warning: this workaround weakens security while it is on.\n'
        '\n'
        'Bugs:\n'
        '\n'
        f'* {BUG}\n'
        '\n'
        'Fixes, all of them required:\n'
        '\n'
        '* qemu 2.2.0 upstream\n'
        '* debian:11: qemu-utils 1:5.2\n'
        '* debian:12: qemu-utils: never affected\n'
        '* ubuntu:14.04: qemu: not fixed yet\n'
        '* sles:11: qemu: will not be fixed\n'
        '* rhel:6: qemu: support ended without a fix\n'
        '* rhel:7: qemu: not known\n'
        '* cannot be seen from a host; check by hand: the guests\n'
        '\n'
        'Expires: in release 35.0.0.'
    )


def test_what_a_project_does_not_state_is_not_made_up() -> None:
    workaround = declare(
        bugs=workarounds.Unstated('none in the commit'),
        fix=workarounds.ReleaseFix(version=UNKNOWN),
        expires=workarounds.Unstated('no release named'),
    )
    assert help_text.toggle(workaround, FLUSH).endswith(
        '\n\n'
        'Bugs: none stated (none in the commit).\n'
        '\n'
        'Fix:\n'
        '\n'
        '* the release of the service with the fix is not known: nobody says\n'
        '\n'
        'Expires: not stated (no release named).'
    )


def test_the_help_of_a_parameter_says_whose_it_is() -> None:
    workaround = declare(disabled_by='dont_flush')
    assert help_text.param(workaround) == (
        'Parameter of the workaround flush (see the option dont_flush). '
        'Removed together with it.\n'
        '\n'
        f'Bugs:\n\n* {BUG}\n'
        '\n'
        'Fix:\n\n* qemu 2.2.0 upstream\n'
        '\n'
        'Expires: in release 35.0.0.'
    )


@pytest.mark.parametrize(
    ('expires', 'said'),
    [
        ('35.0.0', 'Expires: in release 35.0.0.'),
        (datetime.date(2027, 1, 2), 'Expires: on 2027-01-02.'),
        (workarounds.Never('a choice'), 'Expires: never (a choice).'),
    ],
)
def test_the_help_says_when_it_expires(expires: Any, said: str) -> None:
    text = help_text.toggle(declare(expires=expires), FLUSH)
    assert text.splitlines()[-1] == said


@pytest.mark.parametrize(
    ('fix', 'summary', 'details'),
    [
        (
            workarounds.PackageFix(component='qemu', version='2.2.0'),
            'qemu 2.2.0',
            ['qemu 2.2.0 upstream'],
        ),
        (
            workarounds.PackageFix(component='qemu', version=UNKNOWN),
            'qemu, version not known',
            ['qemu: the fixed version is not known (nobody says)'],
        ),
        (
            workarounds.ReleaseFix(version='20.0.0'),
            'release 20.0.0',
            ['release 20.0.0 of the service on this host'],
        ),
        (
            workarounds.ReleaseFix(
                version='20.0.0', scope='deployment', bug=BUG
            ),
            'release 20.0.0 on every host',
            [f'release 20.0.0 of the service on every host ({BUG})'],
        ),
        (
            workarounds.ManualFix('the guests'),
            'check by hand: the guests',
            ['cannot be seen from a host; check by hand: the guests'],
        ),
        (workarounds.NoFix('a choice'), 'never', ['never: a choice']),
        (
            [
                workarounds.ReleaseFix(version=UNKNOWN),
                workarounds.ReleaseFix(version=UNKNOWN, bug=BUG),
                workarounds.PackageFix(component='qemu', version='2.2.0'),
            ],
            'release not known and qemu 2.2.0',
            [
                'the release of the service with the fix is not known: nobody '
                'says',
                f'the release of the service with the fix is not known '
                f'({BUG}): nobody says',
                'qemu 2.2.0 upstream',
            ],
        ),
    ],
)
def test_each_fix_is_said_in_short_and_at_length(
    fix: Any, summary: str, details: list[str]
) -> None:
    workaround = declare(fix=fix)
    assert ' and '.join(help_text.fixes(workaround)) == summary
    assert list(help_text.details(workaround)) == details


def test_the_facts_are_there_as_plain_data() -> None:
    workaround = declare(
        disabled_by='dont_flush',
        params={'count': cfg.IntOpt('flush_count')},
        introduced='20.0.0',
        deprecated_since='34.0.0',
        deprecated_reason='Fixed.',
        expires=datetime.date(2027, 1, 2),
    )
    assert help_text.fields(workaround) == {
        'name': 'flush',
        'summary': 'Flushes.',
        'polarity': 'disabled_by',
        'option': 'dont_flush',
        'params': ['flush_count'],
        'bugs': [BUG],
        'fix': ['qemu 2.2.0 upstream'],
        'expires': '2027-01-02',
        'introduced': ['20.0.0'],
        'deprecated_since': '34.0.0',
        'weakens_security': False,
    }


def test_bugs_that_are_not_stated_are_none() -> None:
    assert help_text.bugs(declare(bugs=workarounds.Unstated('not said'))) == ()


@pytest.mark.parametrize(
    ('opt', 'said'),
    [
        (cfg.BoolOpt('a'), 'true or false'),
        (cfg.ListOpt('a'), 'a comma-separated list'),
        (
            cfg.ListOpt('a', item_type=types.String(choices=['x', 'y'])),
            'a comma-separated list of x, y',
        ),
        (cfg.StrOpt('a', choices=['x', 'y']), 'one of x, y'),
        (cfg.StrOpt('a'), 'a string value'),
        (cfg.IntOpt('a'), 'an integer'),
        (cfg.IntOpt('a', min=0), 'an integer from 0'),
        (cfg.IntOpt('a', max=9), 'an integer up to 9'),
        (
            cfg.FloatOpt('a', min=0.5, max=2),
            'a floating point from 0.5 up to 2',
        ),
        (cfg.PortOpt('a'), 'a port from 0 up to 65535'),
        (cfg.HostAddressOpt('a'), 'a host address value'),
        (cfg.DictOpt('a'), 'a dict value'),
    ],
)
def test_what_an_option_accepts_is_said_in_words(
    opt: cfg.Opt, said: str
) -> None:
    assert help_text.accepted(opt) == said


def test_paragraphs_that_are_empty_leave_no_gap() -> None:
    assert help_text.join('a\n', None, '', ' b') == 'a\n\nb'


def test_a_value_that_no_line_can_have_is_not_said_to_turn_it_off() -> None:
    opt = cfg.HostAddressOpt('own', default='127.0.0.1')
    workaround = declare(enabled_by=opt, off_values=[None])
    assert help_text.polarity(workaround, opt) == (
        'On by default. No single line of a configuration file turns it off.'
    )
