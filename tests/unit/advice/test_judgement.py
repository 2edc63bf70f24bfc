# SPDX-License-Identifier: Apache-2.0
"""Judgements: what a reopened fix makes of one, and "at" or "past"."""

import pytest

from workarounds.advice.evaluate import judgement as evaluate_judgement
from workarounds.advice.evaluate.judgement import Judgement
from workarounds.advice.facts.versions import Scheme

LINK = 'https://bugs.example.org/9'
HOLDS = Judgement(True, 'it runs 2.0')
OPEN = Judgement(False, 'it runs 1.0')
UNKNOWN = Judgement(None, 'nobody knows')


def test_a_fix_that_did_not_hold_is_never_taken_to_hold() -> None:
    assert evaluate_judgement.reopened(HOLDS, LINK) == Judgement(
        None, f'it runs 2.0; but that fix did not hold: {LINK}'
    )


@pytest.mark.parametrize('judgement', [OPEN, UNKNOWN])
def test_a_fix_that_is_not_there_cannot_fail_to_hold(
    judgement: Judgement,
) -> None:
    assert (
        evaluate_judgement.reopened(judgement, LINK).holds is judgement.holds
    )


@pytest.mark.parametrize('judgement', [OPEN, UNKNOWN])
def test_who_waits_for_a_fix_hears_that_it_did_not_hold_elsewhere(
    judgement: Judgement,
) -> None:
    # "before the fix in 27.0.0" alone reads like a promise of 27.0.0.
    assert evaluate_judgement.reopened(judgement, LINK).evidence == (
        f'{judgement.evidence}; and that fix did not hold: {LINK}'
    )


@pytest.mark.parametrize('judgement', [HOLDS, OPEN, UNKNOWN])
def test_what_nobody_reopened_stays_as_it_is(
    judgement: Judgement,
) -> None:
    assert evaluate_judgement.reopened(judgement, None) == judgement


@pytest.mark.parametrize(
    ('scheme', 'version', 'fixed', 'word'),
    [
        ('upstream', '2.2.0', '2.2.0', 'at'),
        ('upstream', '2.2', '2.2.0', 'at'),
        ('upstream', '2.2.0-rc1', '2.2.0rc1', 'at'),
        ('upstream', '2.2.1', '2.2.0', 'past'),
        ('upstream', '2.10', '2.9', 'past'),
        ('upstream', '2.2.0', '2.2.0-rc4', 'past'),
        ('python', '35.0.0', '35.0', 'at'),
        ('python', '35.0.1.dev1', '35.0.0', 'past'),
        ('dpkg', '1:1-1', '1:1-1', 'at'),
        ('dpkg', '1:1-1', '1:1-1~rc1', 'past'),
        ('rpm', '1.0^git1-1', '1.0-1', 'past'),
    ],
)
def test_a_version_is_at_the_fix_or_past_it(
    scheme: Scheme, version: str, fixed: str, word: str
) -> None:
    assert evaluate_judgement.at_or_past(scheme, version, fixed) == word
