# SPDX-License-Identifier: Apache-2.0
"""Declarations check themselves when they are created, and never change."""

from collections.abc import Callable
import datetime
from typing import Any

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies
from oslo_config import cfg
from oslo_config import types
import pytest

import workarounds
from workarounds import exceptions

NAME = 'fsync_before_convert'
BUG = 'https://bugs.launchpad.net/qemu/+bug/1368815'
OTHER_BUG = 'https://bugs.launchpad.net/nova/+bug/1'
ABSENT: Any = object()

EXPIRES_HINT = (
    "write a release of the project ('35.0.0'), a date, Never('why') or "
    "Unstated('why')"
)
BUGS_HINT = "write bugs=['https://bugs.launchpad.net/...'], or Unstated('why')"
KINDS = (
    'PackageFix, ReleaseFix, ConfigFix, FileFix, ManualFix, NoFix, Choice '
    'or AnyOf'
)
BOTH_OR_NEITHER = (
    'deprecated_since and deprecated_reason belong together; give both or '
    'neither'
)
MISSING = {
    'name': 'name is missing; write one like fsync_image_before_convert',
    'summary': 'summary is missing; say in one sentence what the code does',
    'bugs': f'bugs is missing; {BUGS_HINT}',
    'fix': f'fix is missing; write {KINDS}',
    'expires': f'expires is missing; {EXPIRES_HINT}',
}
MISSING_REMOVED = {
    'name': 'name is missing; write the name of the workaround',
    'options': (
        "options is missing; write options=['disable_x'], the lines to explain"
    ),
    'removed_in': (
        'removed_in is missing; '
        "write the first release without it, such as '35.0.0'"
    ),
    'reason': 'reason is missing; say why it was removed',
}

#: Wrong fields, each on its own, and the expected messages.
FAULTY: list[tuple[dict[str, Any], list[str]]] = [
    (
        {'name': 'fsync-before'},
        [
            "name 'fsync-before' is not a name of letters, digits and "
            'underscores; write one like fsync_before_convert'
        ],
    ),
    ({'summary': ABSENT}, [MISSING['summary']]),
    (
        {'bugs': ['/bug/1', BUG, 'ftp://example.org/2']},
        [
            "bugs: '/bug/1' is not an absolute http(s) URL; write the whole "
            'address',
            "bugs: 'ftp://example.org/2' is not an absolute http(s) URL; "
            'write the whole address',
        ],
    ),
    (
        {'fix': [workarounds.NoFix(''), '2.2.0']},
        [
            "fix NoFix: reason is '', not text; say why",
            f"fix: '2.2.0' is not a fix; write {KINDS}",
        ],
    ),
    (
        {'expires': 35},
        [f'expires 35 is neither a version nor a date; {EXPIRES_HINT}'],
    ),
    (
        {'enabled_by': 'x', 'disabled_by': 'y'},
        [
            'enabled_by and disabled_by are both given; keep one, because a '
            'workaround has one toggle'
        ],
    ),
    (
        {'params': cfg.IntOpt('count')},
        ["params is not a mapping; write {'count': cfg.IntOpt(...)}"],
    ),
    (
        {'read_by': 'nova-compute'},
        ["read_by is not a list; write read_by=['nova-compute']"],
    ),
    (
        {'renewed_from': '34.0.0'},
        [
            'renewed_from is not a list; write the earlier expiries, the '
            "oldest first: renewed_from=['34.0.0']"
        ],
    ),
    ({'deprecated_since': '19.0.0'}, [BOTH_OR_NEITHER]),
    (
        {'introduced': ' '},
        [
            "introduced ' ' is not a release; write the first release with "
            "the workaround, such as '35.0.0', then the first of each older "
            'series'
        ],
    ),
    (
        {'mutabel': True},
        ["'mutabel' is not a field of Workaround; did you mean 'mutable'?"],
    ),
]


def declare(**fields: Any) -> workarounds.Workaround:
    """Declare a workaround; an ABSENT field is left out."""
    given: dict[str, Any] = {
        'name': NAME,
        'summary': 'Flushes images before they are converted.',
        'bugs': [BUG],
        'fix': workarounds.PackageFix(component='qemu', version='2.2.0'),
        'expires': '35.0.0',
    } | fields
    return workarounds.Workaround(
        **{key: value for key, value in given.items() if value is not ABSENT}
    )


def bury(**fields: Any) -> workarounds.RemovedWorkaround:
    """Declare a removed workaround; an ABSENT field is left out."""
    given: dict[str, Any] = {
        'name': NAME,
        'options': ['disable_fsync'],
        'removed_in': '36.0.0',
        'reason': 'no supported distribution has the bug',
    } | fields
    return workarounds.RemovedWorkaround(
        **{key: value for key, value in given.items() if value is not ABSENT}
    )


def problems(
    make: Callable[..., object] = declare, /, **fields: Any
) -> tuple[str, ...]:
    with pytest.raises(exceptions.DeclarationError) as caught:
        make(**fields)
    return caught.value.problems


NOTHING: Any = None


def param(key: str = 'count', **fields: Any) -> cfg.Opt:
    return cfg.IntOpt(f'{NAME}_{key}', **fields)


def test_five_fields_make_a_workaround() -> None:
    made = declare()
    assert made.name == NAME
    assert made.summary == 'Flushes images before they are converted.'
    assert made.bugs == (BUG,)
    assert made.fixes == (
        workarounds.PackageFix(component='qemu', version='2.2.0'),
    )
    assert made.expires == '35.0.0'
    assert made.option == NAME
    assert made.polarity == 'enabled_by'
    assert made.option_names == (('workarounds', NAME),)
    assert (made.mutable, made.weakens_security) == (False, False)


@pytest.mark.parametrize(('field', 'problem'), MISSING.items())
def test_a_missing_field_is_reported_with_its_hint(
    field: str, problem: str
) -> None:
    assert problems(**{field: ABSENT}) == (problem,)


def test_all_missing_fields_are_reported_in_one_error() -> None:
    with pytest.raises(exceptions.DeclarationError) as caught:
        declare(**dict.fromkeys(MISSING, ABSENT))
    lines = ''.join(f'\n  - {problem}' for problem in MISSING.values())
    assert str(caught.value) == f'Workaround unnamed: 5 problems:{lines}'


def test_a_misspelt_field_is_reported_with_the_nearest_name() -> None:
    assert problems(expire='35.0.0', expires=ABSENT) == (
        "'expire' is not a field of Workaround; did you mean 'expires'?",
        MISSING['expires'],
    )


def test_a_field_like_no_other_is_to_be_removed() -> None:
    assert problems(xyzzy=1) == (
        "'xyzzy' is not a field of Workaround; remove it",
    )


def test_the_error_names_the_declaration_and_is_a_value_error() -> None:
    with pytest.raises(ValueError, match=rf'^Workaround {NAME}: 1 problem'):
        declare(summary='')


@given(strategies.sets(strategies.integers(0, len(FAULTY) - 1), min_size=1))
@settings(deadline=None)
def test_all_problems_are_reported_and_no_others(chosen: set[int]) -> None:
    fields: dict[str, Any] = {}
    expected: list[str] = []
    for index in chosen:
        fields |= FAULTY[index][0]
        expected += FAULTY[index][1]
    assert sorted(problems(**fields)) == sorted(expected)


@pytest.mark.parametrize(
    'name', ['', 'two words', 'with-dash', '1st', '_x', None, 5]
)
def test_what_is_no_name_is_refused(name: object) -> None:
    assert problems(name=name) == (
        f'name {name!r} is not a name of letters, digits and underscores; '
        f'write one like fsync_before_convert',
    )


def test_a_missing_name_is_not_blamed_on_the_params() -> None:
    assert problems(name=ABSENT, params={'count': param()}) == (
        MISSING['name'],
    )


@pytest.mark.parametrize('summary', ['', ' \n', None, 5])
def test_a_summary_that_says_nothing_is_refused(summary: object) -> None:
    assert problems(summary=summary) == (
        f'summary is {summary!r}, not text; say in one sentence what the code '
        f'does',
    )


@pytest.mark.parametrize(
    ('fields', 'polarity', 'option'),
    [
        ({}, 'enabled_by', NAME),
        ({'enabled_by': 'flush_first'}, 'enabled_by', 'flush_first'),
        ({'disabled_by': 'disable_fsync'}, 'disabled_by', 'disable_fsync'),
        # A prefix does not show the polarity.
        ({'enabled_by': 'disable_cache'}, 'enabled_by', 'disable_cache'),
        ({'disabled_by': 'handle_events'}, 'disabled_by', 'handle_events'),
        ({'disabled_by': NAME}, 'disabled_by', NAME),
    ],
)
@pytest.mark.parametrize('as_option', [False, True])
def test_the_polarity_is_what_was_declared(
    fields: dict[str, Any], polarity: str, option: str, as_option: bool
) -> None:
    if as_option:
        fields = {key: cfg.BoolOpt(name) for key, name in fields.items()}
    made = declare(**fields)
    assert made.polarity == polarity
    assert made.option == option
    assert made.option_names == (('workarounds', option),)


@pytest.mark.parametrize(
    ('value', 'says_yes'),
    [
        (True, True),
        (False, False),
        (None, False),
        ([], False),
        (['normal'], True),
        ([''], True),
        ([False], True),
    ],
)
def test_yes_turns_it_on_or_off_as_the_polarity_says(
    value: object, says_yes: bool
) -> None:
    assert declare(enabled_by='x').is_on(value) is says_yes
    assert declare(disabled_by='x').is_on(value) is not says_yes


@pytest.mark.parametrize('polarity', ['enabled_by', 'disabled_by'])
@pytest.mark.parametrize(
    'toggle',
    [
        cfg.BoolOpt('x'),
        cfg.BoolOpt('x', default=True, help='A service wrote this.'),
        cfg.ListOpt('x'),
        cfg.ListOpt('x', default=['normal']),
        cfg.ListOpt('x', default=[], item_type=types.String(choices=['a'])),
        cfg.Opt('x', type=types.Boolean()),
        cfg.BoolOpt('x', deprecated_for_removal=True),
    ],
    ids=lambda option: f'{type(option).__name__}-{option.default}',
)
def test_a_services_own_option_is_kept_as_the_very_object(
    polarity: str, toggle: cfg.Opt
) -> None:
    made = declare(**{polarity: toggle})
    assert made.toggle is toggle
    assert made.option == 'x'
    assert made.polarity == polarity


def test_an_option_is_called_in_files_as_oslo_config_calls_it() -> None:
    made = declare(
        enabled_by=cfg.BoolOpt('with-dash'),
        params={'count': cfg.IntOpt('fsync-before-convert-count')},
    )
    assert [name for _, name in made.option_names] == [
        'with_dash',
        f'{NAME}_count',
    ]


@pytest.mark.parametrize('polarity', ['enabled_by', 'disabled_by'])
@pytest.mark.parametrize(
    ('toggle', 'kind'),
    [
        (cfg.IntOpt('x'), 'an Integer option'),
        (cfg.StrOpt('x'), 'a String option'),
        (cfg.FloatOpt('x'), 'a Float option'),
        (cfg.PortOpt('x'), 'a Port option'),
    ],
)
def test_an_option_without_a_value_that_is_false_needs_off_values(
    polarity: str, toggle: cfg.Opt, kind: str
) -> None:
    assert problems(**{polarity: toggle}) == (
        f"{polarity} 'x' is {kind}, which has no value that is false by "
        f'itself; give off_values=[...], the values at which the code does '
        f'nothing',
    )


@pytest.mark.parametrize(
    ('toggle', 'off_values', 'value', 'is_on'),
    [
        (cfg.IntOpt('x', default=4, min=1), [1], 1, False),
        (cfg.IntOpt('x', default=4, min=1), [1], 4, True),
        (cfg.StrOpt('x'), [None, ''], None, False),
        (cfg.StrOpt('x'), [None, ''], '7.0', True),
        (cfg.FloatOpt('x'), [0.0], 0.5, True),
        (cfg.StrOpt('x', choices=list('abcdef')), ['a', 'b'], 'b', False),
        (cfg.StrOpt('x', choices=list('abcdef')), ['a', 'b'], 'f', True),
        (cfg.ListOpt('x', default=['a']), [['a']], ['a'], False),
        (cfg.ListOpt('x', default=['a']), [['a']], ['a', 'b'], True),
        (cfg.ListOpt('x', default=['a']), [['a']], [], False),
        (cfg.ListOpt('x'), [[]], None, False),
        (cfg.ListOpt('x', item_type=types.Integer()), [[0]], [0], False),
        (cfg.MultiStrOpt('x'), [['none']], None, False),
        (cfg.MultiStrOpt('x'), [['none']], ['none'], False),
        (cfg.MultiStrOpt('x'), [['none']], ['none', 'a'], True),
        (cfg.ListOpt('x'), [], None, False),
        (cfg.MultiStrOpt('x'), [], [], False),
        (cfg.MultiStrOpt('x'), [], ['a'], True),
    ],
)
def test_off_values_turn_it_off(
    toggle: cfg.Opt, off_values: list[Any], value: object, is_on: bool
) -> None:
    made = declare(enabled_by=toggle, off_values=off_values)
    assert made.is_on(value) is is_on


@pytest.mark.parametrize(
    ('fields', 'problem'),
    [
        (
            {'enabled_by': cfg.IntOpt('x'), 'off_values': ['many']},
            "off_values: 'many' is not a value of 'x', which is an Integer "
            'option',
        ),
        (
            {'enabled_by': cfg.IntOpt('x', min=1), 'off_values': [0]},
            "off_values: 0 is not a value of 'x', which is an Integer option, "
            'Integer(min=1)',
        ),
        (
            {'enabled_by': cfg.ListOpt('x'), 'off_values': ['none']},
            "off_values: 'none' is not a value of 'x', which is a list; write "
            "off_values=[['a', 'b']]",
        ),
        (
            {'enabled_by': cfg.MultiStrOpt('x'), 'off_values': [5]},
            "off_values: 5 is not a value of 'x', which is a list; write "
            "off_values=[['a', 'b']]",
        ),
        (
            {
                'enabled_by': cfg.ListOpt('x', item_type=types.Integer()),
                'off_values': [['a']],
            },
            "off_values: ['a'] is not a value of 'x', which is a list; write "
            "off_values=[['a', 'b']]",
        ),
        (
            {'enabled_by': cfg.IntOpt('x'), 'off_values': 1},
            'off_values is not a list; write off_values=[...]',
        ),
        (
            {'disabled_by': cfg.IntOpt('x'), 'off_values': [1]},
            'off_values is only for enabled_by; write enabled_by=...',
        ),
        (
            {'enabled_by': cfg.BoolOpt('x'), 'off_values': [True]},
            'off_values is given, but the toggle is boolean; remove it, '
            'because enabled_by or disabled_by says which value is off',
        ),
        (
            {'off_values': [False]},
            'off_values is given, but the toggle is boolean; remove it, '
            'because enabled_by or disabled_by says which value is off',
        ),
        (
            {'enabled_by': workarounds.Always('why'), 'off_values': [1]},
            'off_values is given, but there is no option; remove it',
        ),
        (
            {'enabled_by': workarounds.Always('why'), 'mutable': True},
            'mutable is given, but there is no option; remove it',
        ),
        (
            {'enabled_by': workarounds.Always('why'), 'group': 'ipmi'},
            'group is given, but there is no option; remove it',
        ),
        (
            {
                'enabled_by': workarounds.Always('why'),
                'group': ['ipmi', 'redfish'],
                'params': {'count': ('api', cfg.IntOpt('count'))},
            },
            'group is given, but there is no option; remove it',
        ),
        (
            {'enabled_by': workarounds.Always(' ')},
            "enabled_by: Always: reason is ' ', not text; say why",
        ),
        (
            {'disabled_by': workarounds.Always('why')},
            'disabled_by needs an option; write '
            "enabled_by=Always(reason='why')",
        ),
        (
            {'enabled_by': workarounds.Detected(NOTHING, 'it is old')},
            'enabled_by: Detected: check is not callable; give a function '
            'without arguments',
        ),
        (
            {'group': 'two words'},
            "group 'two words' is not a valid name of a group; write one like "
            "'workarounds'",
        ),
        (
            {'group': []},
            'group is (); write the name of a group, several names, or a '
            'function that takes the configuration and returns them',
        ),
        (
            {'params': {'count': ('a b', cfg.IntOpt('x'))}},
            "group 'a b' is not a valid name of a group; write one like "
            "'workarounds'",
        ),
    ],
)
def test_a_toggle_that_does_not_fit_is_refused(
    fields: dict[str, Any], problem: str
) -> None:
    assert problems(**fields) == (problem,)


@pytest.mark.parametrize(
    ('group', 'names'),
    [
        ('ipmi', ['[ipmi] x']),
        ('DEFAULT', ['[DEFAULT] x']),
        (['lvm-1', 'a:b'], ['[lvm-1] x', '[a:b] x']),
        (lambda conf: conf.enabled_backends, ['[*] x']),
    ],
)
def test_an_option_stays_in_its_groups(group: Any, names: list[str]) -> None:
    made = declare(disabled_by='x', group=group)
    assert [str(name) for name in made.option_names] == names


@pytest.mark.parametrize('polarity', ['enabled_by', 'disabled_by'])
@pytest.mark.parametrize('toggle', ['', 'with-dash', '1st', 5, True, ['x']])
def test_what_can_be_no_options_name_is_refused(
    polarity: str, toggle: object
) -> None:
    (problem,) = problems(**{polarity: toggle})
    assert problem.startswith(polarity)
    assert problem.endswith(
        'is not a name of letters, digits and underscores; write one like '
        'disable_fsync'
    )


def test_two_toggles_are_refused() -> None:
    assert problems(enabled_by='x', disabled_by=cfg.BoolOpt('y')) == (
        'enabled_by and disabled_by are both given; keep one, because a '
        'workaround has one toggle',
    )


@pytest.mark.parametrize('polarity', ['enabled_by', 'disabled_by'])
@pytest.mark.parametrize('mutable', [True, False])
def test_an_option_that_differs_in_mutable_is_refused(
    polarity: str, mutable: bool
) -> None:
    toggle = cfg.BoolOpt('x', mutable=mutable)
    assert problems(**{polarity: toggle}, mutable=not mutable) == (
        f"{polarity} 'x' has mutable={mutable} and the declaration mutable="
        f'{not mutable}; make them the same',
    )
    assert declare(**{polarity: toggle}, mutable=mutable).mutable is mutable


def test_params_take_any_option_and_are_found_by_key() -> None:
    opts: dict[str, Any] = {
        'count': cfg.IntOpt('attempts', default=3, min=1),
        'mode': cfg.StrOpt(f'{NAME}_mode', choices=['a', 'b']),
        'max_wait': ('waiting', cfg.FloatOpt('x')),
    }
    made = declare(enabled_by='x', params=opts)
    assert [str(option) for option in made.option_names] == [
        '[workarounds] x',
        '[workarounds] attempts',
        f'[workarounds] {NAME}_mode',
        '[waiting] x',
    ]
    assert made.param('mode') == (None, opts['mode'])
    assert made.param('max_wait') == opts['max_wait']


@pytest.mark.parametrize(
    ('opt', 'problem'),
    [
        (
            param('size'),
            f"params: '{NAME}_size' is given twice; remove one",
        ),
        (
            cfg.StrOpt(f'{NAME}_size'),
            f"params: '{NAME}_size' is given twice; remove one",
        ),
        (
            cfg.StrOpt('fsync-before-convert-size'),
            "params: 'fsync-before-convert-size' is given twice; remove one",
        ),
        (
            param('toggle'),
            f"params: '{NAME}_toggle' is given twice; remove one",
        ),
        # The group of the toggle, as oslo.config reads its name.
        (
            ('WorkArounds', param('toggle')),
            f"params: '{NAME}_toggle' is given twice; remove one",
        ),
        (
            ('workarounds', param('size')),
            f"params: '{NAME}_size' is given twice; remove one",
        ),
        (
            'count',
            "params: odd: 'count' is neither a cfg.Opt nor a group and a "
            'cfg.Opt; write cfg.IntOpt(...)',
        ),
    ],
)
def test_a_param_that_does_not_fit_is_refused(
    opt: object, problem: str
) -> None:
    toggle = f'{NAME}_toggle'
    assert problems(
        enabled_by=toggle,
        params={'size': param('size'), 'odd': opt, 'last': param('last')},
    ) == (problem,)


@pytest.mark.parametrize('params', [param(), 'count', None, 5, [param()]])
def test_params_that_are_no_mapping_are_refused(params: object) -> None:
    assert problems(params=params) == (
        "params is not a mapping; write {'count': cfg.IntOpt(...)}",
    )


@pytest.mark.parametrize(
    ('params', 'cure'),
    [
        ({}, 'declare it with params={{{key!r}: ...}}'),
        (
            {'count': param('count'), 'size': param('size')},
            'write count or size',
        ),
    ],
)
@pytest.mark.parametrize('key', ['conut', '', f'{NAME}_count'])
def test_an_unknown_param_raises_with_the_known_ones(
    params: dict[str, cfg.Opt], cure: str, key: str
) -> None:
    with pytest.raises(exceptions.UnknownParamError) as caught:
        declare(params=params).param(key)
    assert str(caught.value) == (
        f'{NAME} has no parameter {key!r}; {cure.format(key=key)}'
    )


def test_earlier_expiries_are_kept() -> None:
    assert declare().renewed_from == ()
    made = declare(renewed_from=['33.0.0', '34.0.0'])
    assert made.renewed_from == ('33.0.0', '34.0.0')
    assert made.expires == '35.0.0'


def test_a_renewal_is_compared_with_the_expiry() -> None:
    assert problems(renewed_from=['35.0.0']) == (
        'renewed_from: 35.0.0 is not before 35.0.0; write the earlier '
        "expiries, the oldest first: renewed_from=['34.0.0']",
    )


@pytest.mark.parametrize(
    'fields',
    [{}, {'deprecated_since': '19.0.0', 'deprecated_reason': 'Old libvirt.'}],
)
def test_a_deprecation_has_both_fields_or_none(fields: dict[str, str]) -> None:
    made = declare(**fields)
    assert made.deprecated_since == fields.get('deprecated_since')
    assert made.deprecated_reason == fields.get('deprecated_reason')


@pytest.mark.parametrize('field', ['deprecated_since', 'deprecated_reason'])
def test_half_a_deprecation_is_refused(field: str) -> None:
    assert problems(**{field: '19.0.0'}) == (BOTH_OR_NEITHER,)


@pytest.mark.parametrize('value', ['', ' ', 19])
def test_a_deprecation_without_a_reason_is_refused(value: object) -> None:
    fields = {'deprecated_since': '19.0.0', 'deprecated_reason': value}
    [found] = problems(**fields)
    assert found.startswith(f'deprecated_reason is {value!r}, not text; ')


@pytest.mark.parametrize('value', ['', 'soon', 19, 'Train'])
def test_a_deprecation_since_no_version_is_refused(value: object) -> None:
    fields = {'deprecated_since': value, 'deprecated_reason': 'Old.'}
    [found] = problems(**fields)
    assert found.startswith(f'deprecated_since {value!r} is not a version; ')


@pytest.mark.parametrize('series', ['2016.1', '2026.1', '2026.2'])
def test_a_series_of_openstack_is_refused_as_a_release(series: str) -> None:
    what = f'{series!r} is a series of OpenStack, not a release; write '
    [found] = problems(expires=series)
    assert found.startswith(f'expires {what}')
    [found] = problems(deprecated_since=series, deprecated_reason='Old.')
    assert found.startswith(f'deprecated_since {what}')
    [found] = problems(expires='35.0.0', renewed_from=[series])
    assert found.startswith(f'renewed_from: {what}')


@pytest.mark.parametrize('release', ['2015.1', '2026.1.0', '2026.10'])
def test_a_release_of_a_project_that_counts_years_is_accepted(
    release: str,
) -> None:
    assert declare(expires=release).expires == release


@pytest.mark.parametrize(
    'bugs',
    [
        [BUG],
        (BUG, OTHER_BUG),
        ['http://example.org/1'],
        workarounds.Unstated('the help links none'),
    ],
)
def test_bugs_are_urls_or_unstated(bugs: Any) -> None:
    expected = tuple(bugs) if isinstance(bugs, list) else bugs
    assert declare(bugs=bugs).bugs == expected


@pytest.mark.parametrize(
    'bug',
    [
        'bugs.launchpad.net/qemu/+bug/1368815',
        '/qemu/+bug/1368815',
        '//bugs.launchpad.net/qemu',
        'ftp://example.org/bug',
        'LP: #1368815',
        '1368815',
        'https://',
        '',
        None,
        1368815,
    ],
)
def test_a_bug_that_is_no_absolute_url_is_refused(bug: object) -> None:
    assert problems(bugs=[BUG, bug]) == (
        f'bugs: {bug!r} is not an absolute http(s) URL; write the whole '
        f'address',
    )


@pytest.mark.parametrize('bugs', [[], (), '', BUG, None, 5, {BUG}])
def test_bugs_that_are_no_list_or_empty_are_refused(bugs: object) -> None:
    assert problems(bugs=bugs) == (
        f'bugs is empty or not a list; {BUGS_HINT}',
    )


@pytest.mark.parametrize('field', ['bugs', 'expires'])
@pytest.mark.parametrize('reason', ['', '  ', None])
def test_unstated_needs_a_reason(field: str, reason: Any) -> None:
    assert problems(**{field: workarounds.Unstated(reason)}) == (
        f'{field}: Unstated: reason is {reason!r}, not text; say why',
    )


@pytest.mark.parametrize(
    'expires',
    [
        '35.0.0',
        datetime.date(2026, 12, 31),
        workarounds.Never('operators choose'),
        workarounds.Unstated('no word about it'),
    ],
)
def test_an_expiry_is_kept_as_it_was_given(expires: object) -> None:
    assert declare(expires=expires).expires == expires


@pytest.mark.parametrize(
    ('expires', 'what'),
    [
        (datetime.datetime(2026, 12, 31), 'has a time of day'),
        ('soon', 'is not a version'),
        (None, 'is neither a version nor a date'),
    ],
)
def test_another_expiry_is_refused(expires: object, what: str) -> None:
    assert problems(expires=expires) == (
        f'expires {expires!r} {what}; {EXPIRES_HINT}',
    )


def test_a_workaround_can_wait_for_several_fixes() -> None:
    fixes = [
        workarounds.ReleaseFix(version='20.0.0', bug=BUG),
        workarounds.ManualFix('the guest has a new kernel'),
        workarounds.PackageFix(
            component='qemu',
            version=workarounds.Undetermined('nobody looked'),
            bug=OTHER_BUG,
        ),
    ]
    made = declare(fix=fixes, bugs=[BUG, OTHER_BUG])
    assert made.fixes == tuple(fixes)


@pytest.mark.parametrize(
    'fix',
    [
        workarounds.PackageFix(component='qemu', version='2.2.0'),
        workarounds.ReleaseFix(version='20.0.0'),
        workarounds.ManualFix('look'),
        workarounds.NoFix('why'),
    ],
)
def test_one_fix_is_one_of_its_fixes(fix: Any) -> None:
    assert declare(fix=fix).fixes == (fix,)
    assert declare(fix=[fix]).fixes == (fix,)


@pytest.mark.parametrize(
    'fix',
    [
        None,
        '2.2.0',
        workarounds.NoFix,
        workarounds.Never('why'),
        workarounds.Package(name='qemu-utils', fixed_in='1'),
    ],
)
def test_what_is_no_fix_is_refused(fix: object) -> None:
    problem = f'fix: {fix!r} is not a fix; write {KINDS}'
    assert problems(fix=fix) == (problem,)
    assert problems(fix=[workarounds.NoFix('why'), fix]) == (problem,)


def test_no_fix_at_all_is_refused() -> None:
    assert problems(fix=[]) == (f'fix is empty; write {KINDS}',)


def test_the_problems_of_all_fixes_are_reported() -> None:
    fields: dict[str, Any] = {
        'component': 'qemu',
        'packages': {'debian': '1.0'},
    }
    fixes = [
        workarounds.ManualFix(''),
        workarounds.NoFix('why'),
        workarounds.PackageFix(**fields),
        workarounds.ReleaseFix(version='Train'),
    ]
    assert problems(fix=fixes) == (
        "fix ManualFix: description is '', not text; say what to check",
        'fix PackageFix: version is missing; write version=... or '
        'affected=...',
        "fix PackageFix: platform 'debian' is not ID:VERSION_ID of an "
        "os-release file; write one like 'debian:12'",
        "fix PackageFix: debian: '1.0' is not a Package; write "
        "Package(name='qemu-utils', fixed_in='...')",
        "fix ReleaseFix: version 'Train' is not a version, which starts with "
        "a digit; write one like '2.2.0'",
    )


def test_a_fix_for_a_bug_that_is_not_listed_is_refused() -> None:
    fix = workarounds.ReleaseFix(version='20.0.0', bug=OTHER_BUG)
    assert problems(fix=fix) == (
        f"fix: bug '{OTHER_BUG}' is not among bugs; add it there",
    )


@pytest.mark.parametrize('bugs', [BUG, None, 5])
def test_where_bugs_are_no_list_the_bug_of_a_fix_is_not_blamed(
    bugs: object,
) -> None:
    fix = workarounds.ReleaseFix(version='20.0.0', bug=BUG)
    assert problems(fix=fix, bugs=bugs) == (
        f'bugs is empty or not a list; {BUGS_HINT}',
    )


@pytest.mark.parametrize('read_by', ['nova-compute', None, 5])
def test_readers_that_are_no_list_are_refused(read_by: object) -> None:
    assert problems(read_by=read_by) == (
        "read_by is not a list; write read_by=['nova-compute']",
    )


@pytest.mark.parametrize('field', [*vars(declare()), 'option', 'new'])
def test_a_workaround_is_frozen(field: str) -> None:
    made = declare()
    message = rf'^Workaround\.{field} is read-only$'
    with pytest.raises(AttributeError, match=message):
        setattr(made, field, 'other')
    with pytest.raises(AttributeError, match=message):
        delattr(made, field)
    assert made == declare()
    assert made.option == NAME


def test_lists_handed_over_and_changed_later_change_nothing() -> None:
    lists: dict[str, list[Any]] = {
        'bugs': [BUG],
        'fix': [workarounds.NoFix('why')],
        'group': ['one'],
        'read_by': ['nova-compute'],
    }
    made = declare(**lists)
    for given_list in lists.values():
        given_list.append('other')
    assert made.bugs == (BUG,)
    assert made.fixes == (workarounds.NoFix('why'),)
    assert made.groups == ('one',)
    assert made.read_by == ('nova-compute',)


def test_a_dict_handed_over_and_changed_later_changes_nothing() -> None:
    packages = {'debian:12': workarounds.Package(name='q', fixed_in='1')}
    made = declare(
        fix=workarounds.PackageFix(
            component='qemu', version='2.2.0', packages=packages
        )
    )
    packages.clear()
    (fix,) = made.fixes
    assert isinstance(fix, workarounds.PackageFix)
    assert list(fix.packages) == ['debian:12']


def test_the_same_declaration_is_equal_and_has_one_hash() -> None:
    first, second = [
        declare(
            enabled_by=cfg.ListOpt('x', default=['a'], help='Help.'),
            params={'count': param(default=3, min=1)},
            read_by=['nova-compute'],
        )
        for _ in range(2)
    ]
    assert first == second
    assert len({first, second}) == 1


def test_a_list_and_a_tuple_are_the_same_declaration() -> None:
    assert declare(bugs=[BUG]) == declare(bugs=(BUG,))
    assert declare(params={'count': param()}) == declare(
        params={'count': param()}
    )


@pytest.mark.parametrize('trace', ['_logged_deprecation', '_set_location'])
@pytest.mark.parametrize('place', ['toggle', 'param'])
def test_the_traces_of_use_in_an_option_change_nothing(
    trace: str, place: str
) -> None:
    def make() -> workarounds.Workaround:
        return declare(enabled_by=cfg.BoolOpt('x'), params={'count': param()})

    used, fresh = make(), make()
    _, tuned = used.param('count')
    opt: Any = tuned if place == 'param' else used.toggle
    assert trace in vars(opt), 'oslo.config has renamed it'
    setattr(opt, trace, True)
    assert used == fresh
    assert hash(used) == hash(fresh)


@pytest.mark.parametrize(
    'fields',
    [
        {'name': 'fsync'},
        {'summary': 'Flushes.'},
        {'bugs': [OTHER_BUG]},
        {'bugs': workarounds.Unstated('none')},
        {'fix': workarounds.NoFix('why')},
        {'expires': '36.0.0'},
        {'renewed_from': ['34.0.0']},
        {'enabled_by': 'y'},
        {'enabled_by': None, 'disabled_by': cfg.BoolOpt('x')},
        {'enabled_by': cfg.BoolOpt('y')},
        {'enabled_by': cfg.BoolOpt('x', default=True)},
        {'enabled_by': cfg.BoolOpt('x', help='Help.')},
        {'enabled_by': cfg.ListOpt('x')},
        {'enabled_by': cfg.BoolOpt('x', deprecated_name='y')},
        {'enabled_by': cfg.BoolOpt('x', mutable=True), 'mutable': True},
        {'description': 'More.'},
        {'introduced': '20.0.0'},
        {'params': {}},
        {'params': {'count': param(min=1)}},
        {'params': {'count': param(), 'size': param('size')}},
        {'params': {'count': cfg.StrOpt(f'{NAME}_count')}},
        {'params': {'count': ('x', param())}},
        {'params': {'counts': param()}},
        {'group': 'x'},
        {'enabled_by': workarounds.Always('why')},
        {'enabled_by': workarounds.Detected(bool, 'it')},
        {'enabled_by': cfg.IntOpt('x'), 'off_values': [1]},
        {'read_by': ['nova-compute']},
        {'owner': 'ann'},
        {'deprecated_since': '19.0.0', 'deprecated_reason': 'Old.'},
        {'weakens_security': True},
    ],
    ids='-'.join,
)
def test_a_declaration_that_differs_anywhere_is_not_equal(
    fields: dict[str, Any],
) -> None:
    base = {
        'enabled_by': cfg.BoolOpt('x'),
        'params': {'count': param()},
    }
    if 'name' in fields:
        base['params'] = fields['params'] = {}
    assert declare(**base) != declare(**(base | fields))


def test_a_declaration_equals_nothing_of_another_kind() -> None:
    assert declare() != bury()
    assert bury() != declare()
    assert declare() != NAME


def test_four_fields_make_a_removed_workaround() -> None:
    made = bury()
    assert made.name == NAME
    assert made.options == ('disable_fsync',)
    assert made.removed_in == '36.0.0'
    assert made.reason == 'no supported distribution has the bug'


@pytest.mark.parametrize(('field', 'problem'), MISSING_REMOVED.items())
def test_a_missing_field_of_a_removed_one_is_reported_with_its_hint(
    field: str, problem: str
) -> None:
    assert problems(bury, **{field: ABSENT}) == (problem,)


def test_all_missing_fields_of_a_removed_one_are_in_one_error() -> None:
    with pytest.raises(exceptions.DeclarationError) as caught:
        bury(**dict.fromkeys(MISSING_REMOVED, ABSENT))
    lines = ''.join(f'\n  - {problem}' for problem in MISSING_REMOVED.values())
    assert str(caught.value) == (
        f'RemovedWorkaround unnamed: 4 problems:{lines}'
    )


@pytest.mark.parametrize(
    ('fields', 'problem'),
    [
        (
            {'name': 'with-dash'},
            "name 'with-dash' is not a name of letters, digits and "
            'underscores; write one like fsync_before_convert',
        ),
        (
            {'options': 'disable_fsync'},
            "options is not a list; write options=['disable_x'], the lines to "
            'explain',
        ),
        (
            {'options': ['disable_fsync', 'with-dash']},
            "options: 'with-dash' is not a name of letters, digits and "
            'underscores; write one like disable_fsync',
        ),
        (
            {'removed_in': ''},
            "removed_in '' is not a release; "
            "write the first release without it, such as '35.0.0'",
        ),
        (
            {'removed_in': '39.1.0.dev34'},
            "removed_in '39.1.0.dev34' is not a release; "
            "write the first release without it, such as '35.0.0'",
        ),
        (
            {'reason': ' '},
            "reason is ' ', not text; say why it was removed",
        ),
        (
            {'option': ['x']},
            "'option' is not a field of RemovedWorkaround; did you mean "
            "'options'?",
        ),
    ],
)
def test_a_problem_of_a_removed_one_is_reported(
    fields: dict[str, Any], problem: str
) -> None:
    assert problems(bury, **fields) == (problem,)


@pytest.mark.parametrize('field', [*vars(bury()), 'new'])
def test_a_removed_workaround_is_frozen(field: str) -> None:
    options = ['disable_fsync']
    made = bury(options=options)
    options.append('other')
    with pytest.raises(AttributeError, match=f'{field} is read-only'):
        setattr(made, field, 'other')
    with pytest.raises(AttributeError, match=f'{field} is read-only'):
        delattr(made, field)
    assert made == bury()


@pytest.mark.parametrize('field', MISSING_REMOVED)
def test_a_removed_one_that_differs_anywhere_is_not_equal(field: str) -> None:
    assert bury() == bury()
    others = {'options': ['other'], 'removed_in': '37.0.0'}
    assert bury(**{field: others.get(field, 'other')}) != bury()
