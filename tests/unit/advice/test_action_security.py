# SPDX-License-Identifier: Apache-2.0
"""What to do about workarounds that weaken security."""

import pathlib
from typing import Any

import pytest

from tests.unit.advice import setting
from workarounds.advice.evaluate.actions import Verdict

UNTIL = 'keep it until you know that the bug is fixed'
WEAK = setting.declare(weakens_security=True)
WEAK_BY_DEFAULT = setting.declare(weakens_security=True, disabled_by='dont')
WITHOUT = 'it weakens security, so if you can do without it'


@pytest.mark.parametrize(
    ('declaration', 'line', 'verdict', 'said'),
    [
        (
            WEAK,
            'flush = true',
            'needed',
            f'keep | keep it; {WITHOUT}: delete a.conf:2: flush = true',
        ),
        (
            WEAK,
            'flush = true',
            'unknown',
            f'keep | {UNTIL}; {WITHOUT}: delete a.conf:2: flush = true',
        ),
        (
            WEAK_BY_DEFAULT,
            '',
            'needed',
            f'keep | keep it; {WITHOUT}: add below a.conf:1 [workarounds]: '
            f'dont = true',
        ),
        (
            WEAK,
            'flush = true',
            'not-needed',
            'turn off | delete a.conf:2: flush = true',
        ),
        (
            WEAK,
            '',
            'unknown',
            'none | leave it off, for it weakens security; only if you meet '
            'the bug: add below a.conf:1 [workarounds]: flush = true',
        ),
        (
            WEAK_BY_DEFAULT,
            'dont = true',
            'needed',
            'keep | leave it off, for it weakens security; only if you meet '
            'the bug: delete a.conf:2: dont = true',
        ),
        (
            WEAK_BY_DEFAULT,
            'dont = true',
            'unknown',
            'keep | leave it off, for it weakens security; only if you meet '
            'the bug: delete a.conf:2: dont = true',
        ),
        (
            WEAK_BY_DEFAULT,
            'dont = true',
            'not-needed',
            'keep | keep it off: a.conf:2: dont = true',
        ),
    ],
)
def test_what_weakens_security_is_not_kept_on_without_saying_so(
    tmp_path: pathlib.Path,
    declaration: Any,
    line: str,
    verdict: Verdict,
    said: str,
) -> None:
    text = f'[workarounds]\n{line}\n'
    assert setting.act(tmp_path, verdict, declaration, text) == said


@pytest.mark.parametrize('verdict', ['needed', 'unknown'])
@pytest.mark.parametrize(
    ('declaration', 'line'),
    [
        (WEAK, ''),
        (WEAK, 'flush = false'),
        (WEAK_BY_DEFAULT, 'dont = true'),
    ],
)
def test_nobody_is_told_to_weaken_security_without_a_warning(
    tmp_path: pathlib.Path,
    declaration: Any,
    line: str,
    verdict: Verdict,
) -> None:
    text = f'[workarounds]\n{line}\n'
    said = setting.act(tmp_path, verdict, declaration, text)
    assert 'weakens security' in said


def test_a_value_is_not_corrected_to_a_weaker_one_without_a_warning(
    tmp_path: pathlib.Path,
) -> None:
    text = '[workarounds]\nflush = maybe\n'
    said = setting.act(tmp_path, 'needed', WEAK, text)
    assert 'to turn the workaround on, which weakens security:' in said
