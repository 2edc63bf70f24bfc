# SPDX-License-Identifier: Apache-2.0
"""The diagnostics of check about the workarounds themselves."""

import pathlib
from typing import Any

from oslo_config import cfg
import pytest

from tests.unit.checking import BUG
from tests.unit.checking import declare
from tests.unit.checking import diagnose
from tests.unit.checking import found
import workarounds


def test_values_that_are_not_accepted_are_reported(
    tmp_path: pathlib.Path,
) -> None:
    params = {'count': cfg.IntOpt('flush_count', default=3, min=1, max=9)}
    text = '[workarounds]\nflush = maybe\nflush_count = 0\n'
    first, second = diagnose(tmp_path, text, declare(params=params))
    for diagnostic, line in ((first, 2), (second, 3)):
        assert (diagnostic.code, diagnostic.severity) == ('WA105', 'error')
        assert diagnostic.location.line == line
        assert diagnostic.subject == 'flush'
    default = 'or delete the line to use the default'
    assert first.cure == f'write true or false, {default}'
    assert second.cure == f'write an integer from 1 up to 9, {default}'


def test_a_deprecated_option_is_reported_when_it_is_set(
    tmp_path: pathlib.Path,
) -> None:
    old = declare(deprecated_since='34.0.0', deprecated_reason='Fixed.')
    assert found(tmp_path, '', old) == []
    assert found(tmp_path, '[workarounds]\nflush = false\n', old) == [
        'WA107 warning nova.conf:2 flush',
    ]


@pytest.mark.parametrize(
    ('fields', 'text', 'expected'),
    [
        ({}, '', 'note by default'),
        ({}, 'flush = false', 'warning nova.conf:2'),
        ({'disabled_by': 'dont'}, '', 'warning by default'),
        ({}, 'flush = maybe', 'warning nova.conf:2'),
    ],
)
def test_an_expired_workaround_matters_if_it_is_on_or_set(
    tmp_path: pathlib.Path,
    fields: dict[str, Any],
    text: str,
    expected: str,
) -> None:
    lines = found(
        tmp_path,
        f'[workarounds]\n{text}\n',
        declare(**fields),
        service_version='35.0.0',
    )
    assert f'WA108 {expected} flush' in lines


def test_a_workaround_that_weakens_security_says_so(
    tmp_path: pathlib.Path,
) -> None:
    weak = declare(weakens_security=True)
    assert found(tmp_path, '', weak) == []
    assert found(tmp_path, '[workarounds]\nflush = true\n', weak) == [
        'WA109 warning nova.conf:2 flush',
        'WA110 note nova.conf:2 flush',
    ]


def test_what_no_option_turns_off_is_not_to_be_turned_off(
    tmp_path: pathlib.Path,
) -> None:
    weak = declare(
        enabled_by=workarounds.Always('for all'), weakens_security=True
    )
    [diagnostic] = diagnose(tmp_path, '', weak)
    assert diagnostic.cure == (
        f'no option turns it off; see whether it matters: {BUG}'
    )


def test_a_workaround_that_is_on_by_default_weakens_security_as_well(
    tmp_path: pathlib.Path,
) -> None:
    weak = declare(disabled_by='dont', weakens_security=True)
    assert found(tmp_path, '', weak) == ['WA109 warning by default flush']


@pytest.mark.parametrize(
    ('fields', 'text', 'bugs'),
    [
        ({}, 'flush = true', BUG),
        (
            {'disabled_by': 'dont', 'bugs': [BUG, f'{BUG}2']},
            'dont = true',
            f'{BUG}, {BUG}2',
        ),
        (
            {'bugs': workarounds.Unstated('no bug')},
            'flush = true',
            '(its bug is not stated)',
        ),
    ],
)
def test_what_is_not_at_its_default_is_noted_with_its_bugs(
    tmp_path: pathlib.Path, fields: dict[str, Any], text: str, bugs: str
) -> None:
    [diagnostic] = diagnose(
        tmp_path, f'[workarounds]\n{text}\n', declare(**fields)
    )
    assert (diagnostic.code, diagnostic.severity) == ('WA110', 'note')
    assert diagnostic.location.line == 2
    assert diagnostic.cure.endswith(bugs)


def test_a_parameter_that_is_not_at_its_default_is_a_note(
    tmp_path: pathlib.Path,
) -> None:
    tuned = declare(params={'count': cfg.IntOpt('flush_count', default=3)})
    assert found(tmp_path, '[workarounds]\nflush_count = 9\n', tuned) == [
        'WA110 note nova.conf:2 flush'
    ]
    assert found(tmp_path, '[workarounds]\nflush_count = 3\n', tuned) == [
        'WA116 note nova.conf:2 flush'
    ]


def test_all_lines_of_an_option_that_has_several_are_named(
    tmp_path: pathlib.Path,
) -> None:
    formats = cfg.MultiStrOpt('formats', default=[])
    tuned = declare(params={'formats': formats})
    text = '[workarounds]\nformats = a\nformats = b\n'
    [diagnostic] = diagnose(tmp_path, text, tuned)
    path = tmp_path / 'nova.conf'
    assert f'{path}:2 and {path}:3 set it together' in diagnostic.message


@pytest.mark.parametrize('first', ['true', 'false', 'maybe'])
def test_the_last_of_repeated_lines_is_corrected_and_the_others_deleted(
    tmp_path: pathlib.Path, first: str
) -> None:
    text = f'[workarounds]\nflush = {first}\nflush = maybe\n'
    [cure] = [
        diagnostic.cure
        for diagnostic in diagnose(tmp_path, text)
        if diagnostic.code == 'WA106'
    ]
    assert cure == 'write true or false in line 3, and delete line 2'
