# SPDX-License-Identifier: Apache-2.0
"""What to do about the parameters of a workaround."""

import pathlib

from oslo_config import cfg
import pytest

from tests.unit.advice import setting

TEXT = '[workarounds]\nflush = true\n'
PARAMS = [
    cfg.IntOpt('flush_count', default=3),
    cfg.StrOpt('flush_token', secret=True),
]
TUNED = setting.declare(params=PARAMS)
TUNED_TEXT = '[workarounds]\nflush = true\nflush_count = 5\nflush_count = 6\n'


def test_parameters_go_with_what_they_tune(tmp_path: pathlib.Path) -> None:
    assert setting.act(tmp_path, 'not-needed', TUNED, TUNED_TEXT) == (
        'turn off | delete a.conf:2: flush = true; delete a.conf:3: '
        'flush_count = 5; delete a.conf:4: flush_count = 6'
    )
    assert setting.act(tmp_path, 'needed', TUNED, TUNED_TEXT) == (
        'keep | keep it: a.conf:2: flush = true'
    )


def test_parameters_go_as_well_when_a_line_turns_it_off(
    tmp_path: pathlib.Path,
) -> None:
    tuned = setting.declare(disabled_by='dont', params=PARAMS)
    text = '[workarounds]\nflush_count = 5\n'
    assert setting.act(tmp_path, 'not-needed', tuned, text) == (
        'turn off | add below a.conf:1 [workarounds]: dont = true; delete '
        'a.conf:2: flush_count = 5'
    )


def test_parameters_in_variables_go_as_those_in_lines_do(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv('OS_WORKAROUNDS__FLUSH_COUNT', '5')
    said = setting.act(tmp_path, 'not-needed', TUNED, TEXT)
    assert said == (
        'turn off | delete a.conf:2: flush = true; unset '
        'OS_WORKAROUNDS__FLUSH_COUNT'
    )


def test_a_secret_is_not_printed(tmp_path: pathlib.Path) -> None:
    text = f'{TEXT}flush_token = hunter2\n'
    said = setting.act(tmp_path, 'not-needed', TUNED, text)
    assert 'delete a.conf:3: flush_token' in said
    assert 'hunter2' not in said
