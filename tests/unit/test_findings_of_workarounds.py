# SPDX-License-Identifier: Apache-2.0
"""What operators hear of the workarounds themselves: whole sentences."""

import pathlib
from typing import Any

from oslo_config import cfg
import pytest

from tests.unit.findings import BUG
from tests.unit.findings import declare
from tests.unit.findings import hear
import workarounds


def test_values_that_cannot_be_understood_are_told(
    tmp_path: pathlib.Path,
) -> None:
    params = [cfg.IntOpt('flush_count', default=3, min=1, max=9)]
    text = '[workarounds]\nflush = maybe\nflush_count = 0\n'
    assert hear(tmp_path, text, declare(params=params)) == [
        "WA105 error nova.conf:2 flush: [workarounds] flush: 'maybe' from "
        'nova.conf:2 cannot be understood; accepted: true or false',
        "WA105 error nova.conf:3 flush: [workarounds] flush_count: '0' from "
        'nova.conf:3 cannot be understood; accepted: an integer from 1 up to '
        '9',
    ]


def test_a_deprecated_option_is_told_when_it_is_set(
    tmp_path: pathlib.Path,
) -> None:
    old = declare(deprecated_since='34.0.0', deprecated_reason='Fixed.')
    assert hear(tmp_path, '', old) == []
    assert hear(tmp_path, '[workarounds]\nflush = false\n', old) == [
        'WA107 warning nova.conf:2 flush: flush is deprecated since 34.0.0 '
        '(Fixed.); delete the line if you can do without'
    ]


@pytest.mark.parametrize(
    ('fields', 'text', 'place', 'said'),
    [
        ({}, '', 'note default', 'off'),
        ({}, 'flush = false', 'warning nova.conf:2', 'off'),
        ({'disabled_by': 'dont'}, '', 'warning default', 'on'),
        ({}, 'flush = maybe', 'warning nova.conf:2', 'invalid'),
    ],
)
def test_an_expired_workaround_matters_if_it_is_on_or_set(
    tmp_path: pathlib.Path,
    fields: dict[str, Any],
    text: str,
    place: str,
    said: str,
) -> None:
    found = hear(
        tmp_path,
        f'[workarounds]\n{text}\n',
        declare(**fields),
        service_version='35.0.0',
    )
    assert [line for line in found if 'WA108' in line] == [
        f'WA108 {place} flush: workaround flush is {said} and was to expire '
        f'in release 35.0.0; ask whether it is still needed: {BUG}'
    ]


def test_a_workaround_that_weakens_security_says_so(
    tmp_path: pathlib.Path,
) -> None:
    weak = declare(weakens_security=True)
    assert hear(tmp_path, '', weak) == []
    assert hear(tmp_path, '[workarounds]\nflush = true\n', weak) == [
        f'WA109 warning nova.conf:2 flush: workaround flush is on and weakens '
        f'security; turn it off as soon as you can: {BUG}',
        f'WA110 note nova.conf:2 flush: workaround flush is on (weakens '
        f'security), which is not its default: {BUG}',
    ]


def test_a_workaround_that_is_on_by_default_weakens_security_as_well(
    tmp_path: pathlib.Path,
) -> None:
    weak = declare(disabled_by='dont', weakens_security=True)
    assert hear(tmp_path, '', weak) == [
        f'WA109 warning default flush: workaround flush is on and weakens '
        f'security; turn it off as soon as you can: {BUG}'
    ]


@pytest.mark.parametrize(
    ('fields', 'text', 'said'),
    [
        ({}, 'flush = true', f'on, which is not its default: {BUG}'),
        (
            {'disabled_by': 'dont', 'bugs': [BUG, f'{BUG}2']},
            'dont = true',
            f'off, which is not its default: {BUG}, {BUG}2',
        ),
        (
            {'bugs': workarounds.Unstated('no bug')},
            'flush = true',
            'on, which is not its default: no bug stated',
        ),
    ],
)
def test_what_is_not_at_its_default_is_noted_with_its_bugs(
    tmp_path: pathlib.Path, fields: dict[str, Any], text: str, said: str
) -> None:
    assert hear(tmp_path, f'[workarounds]\n{text}\n', declare(**fields)) == [
        f'WA110 note nova.conf:2 flush: workaround flush is {said}'
    ]


def test_a_parameter_that_is_not_at_its_default_is_a_note(
    tmp_path: pathlib.Path,
) -> None:
    tuned = declare(params=[cfg.IntOpt('flush_count', default=3)])
    assert hear(tmp_path, '[workarounds]\nflush_count = 9\n', tuned) == [
        'WA110 note nova.conf:2 flush: flush_count, which tunes the '
        'workaround flush, is not at its default'
    ]
    assert hear(tmp_path, '[workarounds]\nflush_count = 3\n', tuned) == []
