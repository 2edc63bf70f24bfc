# SPDX-License-Identifier: Apache-2.0
"""What to do: every polarity, every default, every verdict."""

import pathlib
from typing import Any

from oslo_config import cfg
import pytest

from tests.unit.advice import setting
from workarounds.advice.evaluate.actions import Verdict

#: By what "yes" means and what holds when nobody says: the declaration, the
#: line that turns it on, and the line that turns it off.
TOGGLES: dict[str, tuple[dict[str, Any], str, str]] = {
    'enabled_by': ({}, 'flush = true', 'flush = false'),
    'disabled_by': (
        {'disabled_by': 'dont'},
        'dont = false',
        'dont = true',
    ),
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
WRITTEN = {'types = a,b': 'types = <the list that you need>'}
MEET = 'leave it off; only if you meet the bug'
UNTIL = 'keep it until you know that the bug is fixed'


def advise(
    directory: pathlib.Path, verdict: Verdict, toggle: str, line: str
) -> str:
    """Say what to do about a line, if there is one, in line 2."""
    fields, on, off = TOGGLES[toggle]
    text = {'on': on, 'off': off}.get(line, '')
    said = setting.act(
        directory,
        verdict,
        setting.declare(**fields),
        f'[workarounds]\n{text}\n',
    )
    # A list that is empty ends in a blank.
    return said.replace('= ;', '=;').rstrip()


@pytest.mark.parametrize('toggle', OFF_BY_DEFAULT)
@pytest.mark.parametrize(
    ('line', 'verdict', 'said'),
    [
        (
            '',
            'needed',
            f'none | {MEET}: add below a.conf:1 [workarounds]: {{write_on}}',
        ),
        (
            '',
            'unknown',
            f'none | {MEET}: add below a.conf:1 [workarounds]: {{write_on}}',
        ),
        ('', 'not-needed', 'none | nothing'),
        ('on', 'needed', 'keep | keep it: a.conf:2: {on}'),
        ('on', 'unknown', f'keep | {UNTIL}: a.conf:2: {{on}}'),
        ('on', 'not-needed', 'turn off | delete a.conf:2: {on}'),
        (
            'off',
            'needed',
            f'keep | {MEET}: change a.conf:2: {{off}} to: {{write_on}}',
        ),
        (
            'off',
            'unknown',
            f'keep | {MEET}: change a.conf:2: {{off}} to: {{write_on}}',
        ),
        (
            'off',
            'not-needed',
            'none | nothing; it is off by default too, without: a.conf:2: '
            '{off}',
        ),
    ],
)
def test_what_is_off_by_default_is_turned_off_by_deleting_the_line(
    tmp_path: pathlib.Path,
    toggle: str,
    line: str,
    verdict: Verdict,
    said: str,
) -> None:
    _, on, off = TOGGLES[toggle]
    expected = said.format(on=on, off=off, write_on=WRITTEN.get(on, on))
    assert advise(tmp_path, verdict, toggle, line) == expected


@pytest.mark.parametrize('toggle', ON_BY_DEFAULT)
@pytest.mark.parametrize(
    ('line', 'verdict', 'said'),
    [
        ('', 'needed', 'keep | keep it; it is on by default'),
        ('', 'unknown', f'keep | {UNTIL}; it is on by default'),
        (
            '',
            'not-needed',
            'turn off | add below a.conf:1 [workarounds]: {write_off}',
        ),
        ('on', 'needed', 'keep | keep it: a.conf:2: {on}'),
        ('on', 'unknown', f'keep | {UNTIL}: a.conf:2: {{on}}'),
        (
            'on',
            'not-needed',
            'turn off | change a.conf:2: {on} to: {write_off}',
        ),
        ('off', 'needed', 'turn on | delete a.conf:2: {off}'),
        ('off', 'unknown', f'keep | {MEET}: delete a.conf:2: {{off}}'),
        ('off', 'not-needed', 'keep | keep it off: a.conf:2: {off}'),
    ],
)
def test_what_is_on_by_default_is_turned_on_by_deleting_the_line(
    tmp_path: pathlib.Path,
    toggle: str,
    line: str,
    verdict: Verdict,
    said: str,
) -> None:
    _, on, off = TOGGLES[toggle]
    expected = said.format(on=on, off=off, write_off=WRITTEN.get(off, off))
    assert advise(tmp_path, verdict, toggle, line) == expected


@pytest.mark.parametrize('toggle', ON_BY_DEFAULT)
def test_a_protection_that_was_turned_off_is_named_when_nothing_is_known(
    tmp_path: pathlib.Path, toggle: str
) -> None:
    # "Whether to keep it" is to be said of each toggle that is set.
    off = TOGGLES[toggle][2]
    said = advise(tmp_path, 'unknown', toggle, 'off')
    assert f'a.conf:2: {off}' in said


WRONG = (
    "[workarounds] {}: 'maybe' from a.conf:2 cannot be understood; accepted: "
    'true or false'
)


@pytest.mark.parametrize(
    ('toggle', 'option'), [('enabled_by', 'flush'), ('disabled_by', 'dont')]
)
def test_a_value_that_is_none_is_corrected_first(
    tmp_path: pathlib.Path, toggle: str, option: str
) -> None:
    said = setting.act(
        tmp_path,
        'unknown',
        setting.declare(**TOGGLES[toggle][0]),
        f'[workarounds]\n{option} = maybe\n',
    )
    assert said == f'correct | correct the value: {WRONG.format(option)}'


@pytest.mark.parametrize(
    ('toggle', 'option', 'verdict', 'cure'),
    [
        (
            'enabled_by',
            'flush',
            'needed',
            'on: change a.conf:2: flush = maybe to: flush = true',
        ),
        (
            'enabled_by',
            'flush',
            'not-needed',
            'off: delete a.conf:2: flush = maybe',
        ),
        (
            'disabled_by',
            'dont',
            'needed',
            'on: delete a.conf:2: dont = maybe',
        ),
        (
            'disabled_by',
            'dont',
            'not-needed',
            'off: change a.conf:2: dont = maybe to: dont = true',
        ),
    ],
)
def test_what_a_wrong_value_should_be_is_worked_out_from_the_verdict(
    tmp_path: pathlib.Path,
    toggle: str,
    option: str,
    verdict: Verdict,
    cure: str,
) -> None:
    said = setting.act(
        tmp_path,
        verdict,
        setting.declare(**TOGGLES[toggle][0]),
        f'[workarounds]\n{option} = maybe\n',
    )
    assert said == (
        f'correct | {WRONG.format(option)}; to turn the workaround {cure}'
    )


@pytest.mark.parametrize('default', [None, ('a',)])
def test_a_list_is_never_to_be_set_to_true(
    tmp_path: pathlib.Path, default: object
) -> None:
    fields: dict[str, Any] = {
        'disabled_by': cfg.ListOpt('types', default=default)
    }
    verdict: Verdict = 'needed' if default else 'not-needed'
    said = setting.act(
        tmp_path, verdict, setting.declare(**fields), '[workarounds]\n'
    )
    assert 'types =' in said
    assert 'true' not in said
    assert 'false' not in said
