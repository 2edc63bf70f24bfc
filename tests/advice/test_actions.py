# SPDX-License-Identifier: Apache-2.0
"""Actions: every polarity, every default, every status, every place."""

import pathlib
from typing import Any

from oslo_config import cfg
import pytest

from tests.advice import configured
from tests.advice import samples
import workarounds
from workarounds import advice
from workarounds.advice import ActionKind

#: By the meaning of true and by the default: the declaration, the line that
#: turns it on, and the line that turns it off.
TOGGLES: dict[str, tuple[dict[str, Any], str, str]] = {
    'enabled_by': ({}, 'flush = true', 'flush = false'),
    'disabled_by': ({'disabled_by': 'dont'}, 'dont = false', 'dont = true'),
    'enabled_by, yes': (
        {'enabled_by': cfg.BoolOpt('flush', default=True)},
        'flush = true',
        'flush = false',
    ),
    'disabled_by, yes': (
        {'disabled_by': cfg.BoolOpt('handle', default=True)},
        'handle = false',
        'handle = true',
    ),
    'enabled_by, list': (
        {'enabled_by': cfg.ListOpt('types', default=[])},
        'types = a,b',
        'types =',
    ),
    'enabled_by, full list': (
        {'enabled_by': cfg.ListOpt('types', default=['a'])},
        'types = a,b',
        'types =',
    ),
    'disabled_by, list': (
        {'disabled_by': cfg.ListOpt('types', default=[])},
        'types =',
        'types = a,b',
    ),
}
ON_BY_DEFAULT = [
    'disabled_by',
    'enabled_by, yes',
    'enabled_by, full list',
    'disabled_by, list',
]
OFF_BY_DEFAULT = [name for name in TOGGLES if name not in ON_BY_DEFAULT]
#: An operator has to choose the list.
WRITTEN = {'types = a,b': 'types = ?'}
UNTIL = 'keep-on-until-known'


def said(
    directory: pathlib.Path,
    host_status: str,
    fields: dict[str, Any],
    *texts: str,
) -> str:
    action = configured.act(directory, host_status, fields, *texts)
    assert all(advice.explain_action(action))
    return configured.brief(directory, action)


def check(
    directory: pathlib.Path,
    toggle: str,
    line: str,
    host_status: str,
    expected: str,
) -> None:
    fields, on, off = TOGGLES[toggle]
    text = {'on': on, 'off': off}.get(line, '')
    found = said(directory, host_status, fields, f'[workarounds]\n{text}\n')
    assert found == expected.format(
        on=on,
        off=off,
        write_on=WRITTEN.get(on, on),
        write_off=WRITTEN.get(off, off),
    )


ADD_ON = 'leave-off |  | add-line a.conf:1: {write_on}'
CHANGE_ON = 'leave-off |  | change-line a.conf:2: {off} -> {write_on}'


@pytest.mark.parametrize('toggle', OFF_BY_DEFAULT)
@pytest.mark.parametrize(
    ('line', 'host_status', 'expected'),
    [
        ('', 'needed', ADD_ON),
        ('', 'unknown', ADD_ON),
        ('', 'not-needed', 'nothing-to-do |  | '),
        ('on', 'needed', 'keep-on |  | '),
        ('on', 'unknown', f'{UNTIL} |  | '),
        ('on', 'not-needed', 'turn-off | delete-line a.conf:2: {on} | '),
        ('off', 'needed', CHANGE_ON),
        ('off', 'unknown', CHANGE_ON),
        ('off', 'not-needed', 'repeats-default |  | '),
    ],
)
def test_what_is_off_by_default_is_turned_off_by_deleting_the_line(
    tmp_path: pathlib.Path,
    toggle: str,
    line: str,
    host_status: str,
    expected: str,
) -> None:
    check(tmp_path, toggle, line, host_status, expected)


@pytest.mark.parametrize('toggle', ON_BY_DEFAULT)
@pytest.mark.parametrize(
    ('line', 'host_status', 'expected'),
    [
        ('', 'needed', 'keep-on |  | '),
        ('', 'unknown', f'{UNTIL} |  | '),
        ('', 'not-needed', 'turn-off | add-line a.conf:1: {write_off} | '),
        ('on', 'needed', 'keep-on |  | '),
        ('on', 'unknown', f'{UNTIL} |  | '),
        (
            'on',
            'not-needed',
            'turn-off | change-line a.conf:2: {on} -> {write_off} | ',
        ),
        ('off', 'needed', 'turn-on | delete-line a.conf:2: {off} | '),
        ('off', 'unknown', 'leave-off |  | delete-line a.conf:2: {off}'),
        ('off', 'not-needed', 'keep-off |  | '),
    ],
)
def test_what_is_on_by_default_is_turned_on_by_deleting_the_line(
    tmp_path: pathlib.Path,
    toggle: str,
    line: str,
    host_status: str,
    expected: str,
) -> None:
    check(tmp_path, toggle, line, host_status, expected)


@pytest.mark.parametrize('host_status', ['unknown', 'needed', 'not-needed'])
@pytest.mark.parametrize('option', ['flush', 'dont'])
def test_a_value_that_is_not_accepted_is_corrected_on_any_host(
    tmp_path: pathlib.Path, option: str, host_status: str
) -> None:
    fields = {'disabled_by': 'dont'} if option == 'dont' else {}
    text = f'[workarounds]\n{option} = maybe\n'
    action = configured.act(tmp_path, host_status, fields, text)
    assert configured.brief(tmp_path, action) == (
        f'correct-value | correct-value a.conf:2: {option} = maybe -> None ? '
        f'| '
    )
    assert f'[workarounds] {option}' in (action.error or '')
    assert action.is_due


@pytest.mark.parametrize(
    ('fields', 'host_status', 'optional'),
    [
        ({}, 'unknown', ''),
        ({}, 'not-needed', 'delete-line a.conf:2: {}'),
        ({}, 'needed', 'change-line a.conf:2: {} -> flush = true'),
        ({'weakens_security': True}, 'needed', ''),
        (
            {'enabled_by': cfg.BoolOpt('flush', default=True)},
            'needed',
            'delete-line a.conf:2: {}',
        ),
    ],
)
def test_what_only_the_service_can_tell_is_not_due(
    tmp_path: pathlib.Path,
    fields: dict[str, Any],
    host_status: str,
    optional: str,
) -> None:
    text = '[workarounds]\nflush = $theirs\n'
    action = configured.act(tmp_path, host_status, fields, text)
    change = optional.format('flush = $theirs')
    assert configured.brief(tmp_path, action) == f'cannot-tell |  | {change}'
    assert action.error == (
        f"[workarounds] flush: '$theirs' from {tmp_path}/a.conf:2 refers to "
        f'theirs, whose value is not known here'
    )


@pytest.mark.parametrize(
    ('texts', 'place'),
    [
        ([], 'None'),
        (['# Nothing.\n'], 'a.conf'),
        (['[DEFAULT]\na = 1\n', ''], 'b.conf'),
        (['[DEFAULT]\n[workarounds]\n', '[DEFAULT]\n'], 'a.conf:2'),
        (
            ['[workarounds]\n', '\n[Workarounds]\n\n[WORKAROUNDS]\n'],
            'b.conf:4',
        ),
    ],
)
def test_a_line_is_added_where_it_counts(
    tmp_path: pathlib.Path, texts: list[str], place: str
) -> None:
    found = said(tmp_path, 'not-needed', {'disabled_by': 'dont'}, *texts)
    assert found == f'turn-off | add-line {place}: dont = true | '


TWO_FILES = ('[workarounds]\nflush = {}\n', '[workarounds]\n\nflush = {}\n')
TWICE = ('[workarounds]\nflush = {}\n\n[workarounds]\nflush = {}\n',)
PLACES = [(TWO_FILES, 'a.conf:2', 'b.conf:3'), (TWICE, 'a.conf:2', 'a.conf:5')]


def fill(texts: tuple[str, ...], *values: str) -> list[str]:
    """Put values where the braces are, from the first file to the last."""
    left = list(values)
    return [
        text.format(*(left.pop(0) for _ in range(text.count('{}'))))
        for text in texts
    ]


@pytest.mark.parametrize(('texts', 'first', 'last'), PLACES)
def test_every_line_goes_when_it_is_turned_off(
    tmp_path: pathlib.Path, texts: tuple[str, ...], first: str, last: str
) -> None:
    # The first line would take effect once the last one is deleted.
    found = said(tmp_path, 'not-needed', {}, *fill(texts, 'true', 'yes'))
    assert found == (
        f'turn-off | delete-line {first}: flush = true; delete-line {last}: '
        f'flush = yes | '
    )


@pytest.mark.parametrize(('texts', 'first', 'last'), PLACES)
def test_the_line_that_counts_is_the_one_to_change_or_to_keep(
    tmp_path: pathlib.Path, texts: tuple[str, ...], first: str, last: str
) -> None:
    dont = [text.replace('flush', 'dont') for text in fill(texts, '0', 'no')]
    assert (
        said(tmp_path, 'not-needed', {'disabled_by': 'dont'}, *dont)
        == f'turn-off | change-line {last}: dont = no -> dont = true | '
    )
    action = configured.act(
        tmp_path, 'needed', {}, *fill(texts, 'false', 'true')
    )
    assert action.current
    place = action.current.place
    assert f'{place.file}:{place.line}' == f'{tmp_path}/{last}'
    assert action.current.text == 'flush = true'


@pytest.mark.parametrize(('texts', 'first', 'last'), PLACES)
def test_a_line_that_holds_another_one_back_stays(
    tmp_path: pathlib.Path, texts: tuple[str, ...], first: str, last: str
) -> None:
    # Without the second, the first would turn it on.
    found = said(tmp_path, 'not-needed', {}, *fill(texts, 'true', 'false'))
    assert found == 'keep-off |  | '


@pytest.mark.parametrize('host_status', ['needed', 'not-needed', 'unknown'])
def test_a_deprecated_option_that_is_off_is_deleted_on_any_host(
    tmp_path: pathlib.Path, host_status: str
) -> None:
    # As check says, which knows no host.
    fields = {'deprecated_since': '30.0.0', 'deprecated_reason': 'fixed'}
    text = '[workarounds]\nflush = false\n'
    assert said(tmp_path, host_status, fields, text) == (
        'delete-deprecated | delete-line a.conf:2: flush = false | '
    )


OLD = [cfg.DeprecatedOpt('old_flush', group='DEFAULT')]
RENAMED = {
    'enabled_by': cfg.BoolOpt('flush', default=False, deprecated_opts=OLD)
}
RENAMED_DONT = {
    'disabled_by': cfg.BoolOpt(
        'dont',
        default=False,
        deprecated_opts=[cfg.DeprecatedOpt('old_dont', group='DEFAULT')],
    )
}


@pytest.mark.parametrize(
    ('fields', 'text', 'changes'),
    [
        (
            RENAMED,
            '[DEFAULT]\nold_flush = true\n[workarounds]\nold_flush = true\n',
            'delete-line a.conf:2: old_flush = true',
        ),
        # The new name has no effect in the old group.
        (
            RENAMED_DONT,
            '[workarounds]\n[DEFAULT]\nold_dont = false\n',
            'delete-line a.conf:3: old_dont = false; add-line a.conf:1: '
            'dont = true',
        ),
        (
            RENAMED_DONT,
            '[DEFAULT]\n\nold_dont = false\n',
            'delete-line a.conf:3: old_dont = false; add-line a.conf: dont = '
            'true',
        ),
        (
            RENAMED_DONT,
            '[workarounds]\ndont = no\n[DEFAULT]\nold_dont = no\n',
            'change-line a.conf:2: dont = no -> dont = true',
        ),
    ],
)
def test_old_names_in_other_groups_are_changed_where_they_count(
    tmp_path: pathlib.Path, fields: dict[str, Any], text: str, changes: str
) -> None:
    found = said(tmp_path, 'not-needed', fields, text)
    assert found == f'turn-off | {changes} | '


VARIABLE = 'OS_WORKAROUNDS__FLUSH'
TEXT = '[workarounds]\nflush = true\n'


@pytest.mark.parametrize(
    'case',
    [
        ('true', '', 'needed', 'keep-on |  | '),
        ('true', '', 'unknown', f'{UNTIL} |  | '),
        (
            'true',
            '',
            'not-needed',
            f'turn-off | delete-line {VARIABLE}: None | ',
        ),
        # A line below a variable is removed with it.
        (
            'true',
            TEXT,
            'not-needed',
            f'turn-off | delete-line {VARIABLE}: None; delete-line a.conf:2: '
            f'flush = true | ',
        ),
        # Without the variable, the line would turn it on.
        ('false', TEXT, 'not-needed', 'keep-off |  | '),
        (
            'false',
            '',
            'unknown',
            f'leave-off |  | change-line {VARIABLE}: true',
        ),
        (
            'maybe',
            '',
            'unknown',
            f'correct-value | correct-value {VARIABLE}: None ? | ',
        ),
    ],
)
def test_a_variable_is_changed_as_lines_are(
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    case: tuple[str, str, str, str],
) -> None:
    value, text, host_status, expected = case
    monkeypatch.setenv(VARIABLE, value)
    assert said(tmp_path, host_status, {}, text) == expected


def test_a_variable_that_hides_a_line_is_the_one_to_change(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv('OS_WORKAROUNDS__DONT', 'false')
    text = '[workarounds]\ndont = true\n'
    assert said(tmp_path, 'not-needed', {'disabled_by': 'dont'}, text) == (
        'turn-off | change-line OS_WORKAROUNDS__DONT: true | '
    )


def test_an_override_is_named_with_the_code_that_made_it(
    tmp_path: pathlib.Path,
) -> None:
    action = configured.act(tmp_path, 'not-needed', {}, override=True)
    [change] = action.changes
    assert change.kind == ActionKind.DELETE_LINE
    assert (change.place.source, change.text) == ('override', 'flush')
    [line] = advice.explain_action(action)
    assert line == 'remove flush from: override'


PARAMS = {
    'count': cfg.IntOpt('flush_count', default=3),
    'token': cfg.StrOpt('flush_token', secret=True),
}


@pytest.mark.parametrize(
    ('fields', 'text', 'changes'),
    [
        (
            {},
            f'{TEXT}flush_count = 5\nflush_count = 6\n',
            'delete-line a.conf:2: flush = true; delete-line a.conf:3: '
            'flush_count = 5; delete-line a.conf:4: flush_count = 6',
        ),
        (
            {'disabled_by': 'dont'},
            '[workarounds]\nflush_count = 5\n',
            'add-line a.conf:1: dont = true; delete-line a.conf:2: '
            'flush_count = 5',
        ),
        # A secret is not printed.
        (
            {},
            f'{TEXT}flush_token = hunter2\n',
            'delete-line a.conf:2: flush = true; delete-line a.conf:3: '
            'flush_token',
        ),
    ],
)
def test_parameters_go_with_what_they_tune(
    tmp_path: pathlib.Path, fields: dict[str, Any], text: str, changes: str
) -> None:
    tuned = {**fields, 'params': PARAMS}
    found = said(tmp_path, 'not-needed', tuned, text)
    assert found == f'turn-off | {changes} | '


def test_parameters_in_variables_go_as_those_in_lines_do(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv('OS_WORKAROUNDS__FLUSH_COUNT', '5')
    found = said(tmp_path, 'not-needed', {'params': PARAMS}, TEXT)
    assert found == (
        'turn-off | delete-line a.conf:2: flush = true; delete-line '
        'OS_WORKAROUNDS__FLUSH_COUNT: None | '
    )


@pytest.mark.parametrize(
    ('host_status', 'corrected'), [('not-needed', 0), ('needed', 1)]
)
def test_a_parameter_that_is_to_be_deleted_is_not_corrected(
    tmp_path: pathlib.Path, host_status: str, corrected: int
) -> None:
    text = '[workarounds]\nflush = true\nflush_count = lots\n'
    action = configured.act(tmp_path, host_status, {'params': PARAMS}, text)
    kinds = [change.kind for change in action.due]
    assert kinds.count(ActionKind.CORRECT_VALUE) == corrected
    assert action.is_due


WEAK = {'weakens_security': True}
WEAK_BY_DEFAULT = {'weakens_security': True, 'disabled_by': 'dont'}


@pytest.mark.parametrize(
    ('fields', 'line', 'host_status', 'expected'),
    [
        (
            WEAK,
            'flush = true',
            'needed',
            'keep-on |  | delete-line a.conf:2: flush = true',
        ),
        (
            WEAK,
            'flush = true',
            'unknown',
            f'{UNTIL} |  | delete-line a.conf:2: flush = true',
        ),
        (
            WEAK_BY_DEFAULT,
            '',
            'needed',
            'keep-on |  | add-line a.conf:1: dont = true',
        ),
        (
            WEAK,
            'flush = true',
            'not-needed',
            'turn-off | delete-line a.conf:2: flush = true | ',
        ),
        (
            WEAK,
            '',
            'unknown',
            'leave-off |  | add-line a.conf:1: flush = true',
        ),
        (
            WEAK,
            'flush = false',
            'needed',
            'leave-off |  | change-line a.conf:2: flush = false -> flush = '
            'true',
        ),
        (
            WEAK_BY_DEFAULT,
            'dont = true',
            'needed',
            'leave-off |  | delete-line a.conf:2: dont = true',
        ),
        (WEAK_BY_DEFAULT, 'dont = true', 'not-needed', 'keep-off |  | '),
    ],
)
def test_advice_to_weaken_security_contains_a_warning(
    tmp_path: pathlib.Path,
    fields: dict[str, Any],
    line: str,
    host_status: str,
    expected: str,
) -> None:
    text = f'[workarounds]\n{line}\n'
    assert said(tmp_path, host_status, fields, text) == expected
    action = configured.act(tmp_path, host_status, fields, text)
    words = ' '.join(advice.explain_action(action))
    assert ('weakens security' in words) is (host_status != 'not-needed')


LIST = {'enabled_by': cfg.ListOpt('types', default=[])}


def test_all_lines_of_a_value_are_named(tmp_path: pathlib.Path) -> None:
    # The lines below the deleted one would make the file invalid.
    text = '[workarounds]\ntypes = a,\n  b,\n  c\nnext = 1\n'
    action = configured.act(tmp_path, 'not-needed', LIST, text)
    [change] = action.changes
    assert (change.place.line, change.end_line) == (2, 4)
    [line] = advice.explain_action(action)
    assert line.startswith(f'delete {tmp_path}/a.conf:2-4: types = a')


def test_what_a_terminal_would_obey_is_written_out(
    tmp_path: pathlib.Path,
) -> None:
    text = '[workarounds]\ntypes = \x1b[2Ja\n'
    action = configured.act(tmp_path, 'needed', LIST, text)
    _, line = advice.explain_action(action)
    assert line == f'{tmp_path}/a.conf:2: types = \\x1b[2Ja'


def test_a_misspelt_line_is_corrected_rather_than_added_again(
    tmp_path: pathlib.Path,
) -> None:
    action = configured.act(
        tmp_path,
        'not-needed',
        {'disabled_by': 'disable_flushing'},
        '[workarounds]\ndisable_flushng = true\n',
    )
    assert configured.brief(tmp_path, action) == (
        'turn-off | change-line a.conf:2: disable_flushng -> '
        'disable_flushing = true | '
    )


HOLDS = workarounds.ReleaseFix(version='29.0.0')
OPEN = workarounds.ReleaseFix(version='31.0.0')
LOOK = workarounds.ManualFix('the kernel inside the guests')
REMOVED = workarounds.RemovedWorkaround(
    name='consoleauth',
    options=['enable_consoleauth', 'consoleauth_ttl'],
    removed_in='20.0.0',
    reason='the service is gone',
)
DECLARATIONS = [
    samples.declare('calm', fix=LOOK),
    samples.declare('kept', fix=OPEN),
    samples.declare('gone', fix=HOLDS, disabled_by='dont'),
    samples.declare('set_off', fix=LOOK),
    samples.declare('weak', fix=LOOK, weakens_security=True),
    samples.declare(
        'stray', fix=HOLDS, bugs=workarounds.Unstated('there is none')
    ),
    REMOVED,
]
ALL = """\
[workarounds]
kept = true
enable_consoleauth = true
weak = yes
set_off = false
consoleauth_ttl =
  5
[DEFAULT]
enable_consoleauth = true
"""


def test_what_is_due_comes_first_then_what_is_set(
    tmp_path: pathlib.Path,
) -> None:
    found = configured.advise(tmp_path, DECLARATIONS, ALL)
    assert [
        (
            advised.name,
            advised.assessment.status,
            advised.state,
            advised.action.kind,
        )
        for advised in found
    ] == [
        ('consoleauth', 'not-needed', 'removed', 'delete-line'),
        ('consoleauth', 'not-needed', 'removed', 'delete-line'),
        ('gone', 'not-needed', 'on', 'add-line'),
        ('kept', 'needed', 'on', 'none'),
        ('weak', 'unknown', 'on', 'none'),
        ('set_off', 'unknown', 'off', 'none'),
        ('calm', 'unknown', 'off', 'none'),
        ('stray', 'not-needed', 'off', 'none'),
    ]
    weak, stray = found[4], found[7]
    assert weak.set_in == advice.SetIn(file=f'{tmp_path}/a.conf', line=4)
    assert (weak.weakens_security, weak.bugs) == (True, (samples.BUG,))
    assert (stray.set_in, stray.bugs) == (None, ())


@pytest.mark.parametrize(
    ('release', 'status', 'reason', 'note'),
    [
        ('20.0.0', 'not-needed', 'option-removed', 'delete-leftover'),
        ('30.0.0', 'not-needed', 'option-removed', 'delete-leftover'),
        ('19.3.2', 'unknown', 'option-still-read', 'keep-until-release'),
        (
            'hibiscus',
            'unknown',
            'option-release-not-known',
            'keep-unless-release',
        ),
        (
            advice.Unknown('the facts do not include it'),
            'unknown',
            'option-release-not-known',
            'keep-unless-release',
        ),
    ],
)
def test_a_removed_option_has_a_line_to_delete_once_it_is_not_read(
    tmp_path: pathlib.Path,
    release: Any,
    status: str,
    reason: str,
    note: str,
) -> None:
    host = advice.Host('debian:12', service_version=release)
    found = [
        advised
        for advised in configured.advise(
            tmp_path, DECLARATIONS, ALL, host=host
        )
        if advised.state == 'removed'
    ]
    lines = [advised.set_in and advised.set_in.line for advised in found]
    assert lines == [3, 6]
    first = found[0]
    assert (first.assessment.status, first.assessment.reason) == (
        status,
        reason,
    )
    assert first.assessment.fields['option'] == 'enable_consoleauth'
    assert first.action.note == note
    assert first.action.is_due is (note == 'delete-leftover')
    shown = first.action.current or first.action.changes[0]
    assert shown.text == 'enable_consoleauth = true'


def test_a_removed_workaround_is_no_news_without_a_line(
    tmp_path: pathlib.Path,
) -> None:
    found = configured.advise(tmp_path, DECLARATIONS, '')
    assert 'consoleauth' not in [advised.name for advised in found]


def test_a_default_that_the_service_changed_is_where_it_is_set(
    tmp_path: pathlib.Path,
) -> None:
    [found] = configured.advise(
        tmp_path, [samples.declare(fix=HOLDS)], '', changed=True
    )
    assert (found.state, found.action.kind) == ('on', 'add-line')
    assert found.set_in
    assert found.set_in.source == 'default'
    assert found.action.changes[0].text == 'flush = false'


def test_lines_of_an_option_with_several_are_deleted_where_the_default_is_off(
    tmp_path: pathlib.Path,
) -> None:
    fields = {'enabled_by': cfg.MultiStrOpt('types', default=[])}
    text = '[workarounds]\ntypes = a\ntypes = b\n'
    action = configured.act(tmp_path, 'not-needed', fields, text)
    assert [change.text for change in action.changes] == [
        'types = a',
        'types = b',
    ]


@pytest.mark.parametrize(
    ('text', 'repeats'),
    [
        ('flush = false', True),
        ('flush = true', False),
        ('flush = true\nflush = false', False),
        ('flush = maybe\nflush = false', False),
    ],
)
@pytest.mark.parametrize('host_status', ['needed', 'not-needed', 'unknown'])
def test_a_line_that_repeats_the_default_is_called_that(
    tmp_path: pathlib.Path, host_status: str, text: str, repeats: bool
) -> None:
    action = configured.act(
        tmp_path, host_status, {}, f'[workarounds]\n{text}\n'
    )
    assert action.repeats_default is repeats
    said = ' '.join(advice.explain_action(action))
    assert ('this line repeats the default' in said) is repeats


# --- oslo.config reads each suggested line as meant

DICT = cfg.DictOpt('toggle', default={'a': 'b'})
BOUNDED = cfg.ListOpt('toggle', default=['a'], bounds=True)
#: An option that is on by default, its values that are off, a text that is
#: on, and the one that is off, if there is one.
ODD_TOGGLES: list[tuple[cfg.Opt, list[Any], str, str | None]] = [
    (cfg.MultiStrOpt('toggle', default=['z']), [], 'a', None),
    (cfg.MultiStrOpt('toggle', default=['z']), [['none']], 'a', 'none'),
    (BOUNDED, [], '[k]', '[]'),
    (cfg.ListOpt('toggle', default=['a']), [], 'k', ''),
    (DICT, [{}], 'k:v', ''),
    (DICT, [{'x': 'y', 'z': '1'}], 'k:v', 'x:y,z:1'),
    (cfg.HostAddressOpt('toggle', default='127.0.0.1'), [None], 'h', None),
    (cfg.HostAddressOpt('toggle', default='127.0.0.1'), ['::1'], 'h', '::1'),
    (cfg.StrOpt('toggle', default='on'), [None], 'a', None),
    (cfg.StrOpt('toggle', default='on'), [None, ''], 'a', ''),
    (cfg.StrOpt('toggle', default='on'), ['"q"'], 'a', '\'"q"\''),
    (cfg.StrOpt('toggle', default='on'), ["'q'"], 'a', '"\'q\'"'),
    (cfg.StrOpt('toggle', default='on'), [' a'], 'a', '" a"'),
    (cfg.StrOpt('toggle', default='on'), ['a '], 'a', '"a "'),
    (cfg.StrOpt('toggle', default='on'), ['$x'], 'a', '$$x'),
    (cfg.StrOpt('toggle', default='on'), ['a\nb'], 'a', None),
    (cfg.IntOpt('toggle', default=4, min=1), [None], '7', ''),
    (cfg.IntOpt('toggle', default=4, min=1), [1], '7', '1'),
    (cfg.FloatOpt('toggle', default=0.5), [0], '7.5', '0'),
]


@pytest.mark.parametrize(('opt', 'off_values', 'on', 'off'), ODD_TOGGLES)
def test_the_line_that_turns_it_off_is_read_as_off(
    tmp_path: pathlib.Path,
    opt: cfg.Opt,
    off_values: list[Any],
    on: str,
    off: str | None,
) -> None:
    fields: dict[str, Any] = {'enabled_by': opt, 'off_values': off_values}
    unset, action = (
        configured.act(
            tmp_path, 'not-needed', fields, f'[workarounds]\n{text}'
        )
        for text in ('', f'toggle = {on}\n')
    )
    assert (unset.note, len(unset.changes)) == (
        action.note,
        len(action.changes),
    )
    if off is None:
        assert (action.note, action.is_due) == ('cannot-turn-off', False)
        assert 'change the default in the service' in ' '.join(
            advice.explain_action(action)
        )
        return
    (change,) = action.changes
    assert change.text == f'toggle = {off}'.rstrip()
    path = tmp_path / 'new.conf'
    path.write_text(f'[workarounds]\n{change.text}\n')
    conf = cfg.ConfigOpts()
    conf.register_opt(opt, 'workarounds')
    conf(
        [f'--config-file={path}'],
        default_config_files=[],
        default_config_dirs=[],
    )
    workaround = samples.declare(**fields)
    assert not workaround.is_on(conf.workarounds.toggle)


def test_lines_to_add_are_read_as_off_where_several_items_are(
    tmp_path: pathlib.Path,
) -> None:
    opt = cfg.MultiStrOpt('toggle', default=['z'])
    fields: dict[str, Any] = {
        'enabled_by': opt,
        'off_values': [['a', ' $b', '']],
    }
    action = configured.act(
        tmp_path, 'not-needed', fields, '[workarounds]\ntoggle = c\n'
    )
    deletion, addition = action.changes
    assert (deletion.kind, deletion.text) == ('delete-line', 'toggle = c')
    assert addition.text == 'toggle = a\ntoggle = " $$b"\ntoggle ='
    path = tmp_path / 'a.conf'
    assert advice.explain_action(action)[-3:] == [
        f'add below {path}:1 [workarounds], in this order: toggle = a',
        'toggle = " $$b"',
        'toggle =',
    ]
    [advised] = configured.advise(
        tmp_path,
        [samples.declare(**fields)],
        f'[workarounds]\n{addition.text}\n',
    )
    assert advised.state == 'off'


def test_an_empty_line_of_several_is_deleted(tmp_path: pathlib.Path) -> None:
    fields = {'enabled_by': cfg.MultiStrOpt('toggle')}
    assert said(
        tmp_path, 'not-needed', fields, '[workarounds]\ntoggle =\n'
    ) == ('turn-off | delete-line a.conf:2: toggle = | ')


def test_other_lines_of_an_option_with_several_are_deleted(
    tmp_path: pathlib.Path,
) -> None:
    opt = cfg.MultiStrOpt('toggle', default=['z'])
    action = configured.act(
        tmp_path,
        'not-needed',
        {'enabled_by': opt, 'off_values': [['none']]},
        '[workarounds]\ntoggle = a\ntoggle = b\n',
    )
    assert [
        (change.kind, change.place.line, change.text)
        for change in action.changes
    ] == [
        ('change-line', 3, 'toggle = none'),
        ('delete-line', 2, 'toggle = a'),
    ]


def test_what_no_line_turns_on_is_said(tmp_path: pathlib.Path) -> None:
    fields = {'disabled_by': cfg.MultiStrOpt('toggle', default=['z'])}
    action = configured.act(tmp_path, 'needed', fields, '')
    assert action.note == 'cannot-turn-on'


def test_a_bad_value_that_no_line_can_replace_is_corrected(
    tmp_path: pathlib.Path,
) -> None:
    fields = {
        'enabled_by': cfg.IPOpt('toggle', default='::1'),
        'off_values': [None],
    }
    action = configured.act(
        tmp_path, 'not-needed', fields, '[workarounds]\ntoggle = x\n'
    )
    assert (action.note, action.kind) == ('correct-value', 'correct-value')


def test_a_removed_option_that_is_not_read_yet_may_wait_for_the_upgrade(
    tmp_path: pathlib.Path,
) -> None:
    removed = workarounds.RemovedWorkaround(
        name='luks',
        options=['disable_luks'],
        introduced='21.0.0',
        removed_in='24.0.0',
        reason='fixed',
    )
    [found] = configured.advise(
        tmp_path,
        [removed],
        '[workarounds]\ndisable_luks = 1\n',
        host=advice.Host('debian:12', service_version='20.0.0'),
    )
    assert (found.state, found.assessment.reason) == (
        'absent',
        'not-in-this-release',
    )
    assert (found.action.note, found.action.is_due) == (
        'not-in-release',
        False,
    )
    text = ' '.join(advice.explain_action(found.action))
    assert 'before 21.0.0; delete it, or leave it for the upgrade' in text
