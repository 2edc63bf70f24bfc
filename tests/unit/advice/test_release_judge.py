# SPDX-License-Identifier: Apache-2.0
"""Fixes in releases of the service itself: here, everywhere, in its code."""

import pytest

from tests.unit.advice import judging
import workarounds
from workarounds.advice.evaluate import release_fix
from workarounds.advice.evaluate.release_fix import Release
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.services import Service
from workarounds.advice.facts.services import Stated
from workarounds.declarations.fixes import ReleaseScope

HERE = workarounds.ReleaseFix(version='30.0.0')
EVERYWHERE = workarounds.ReleaseFix(version='30.0.0', scope='deployment')
NOT_STATED = workarounds.Undetermined('Nova names no release')
NOBODY = Unknown('the Python distribution nova is not installed')


@pytest.mark.parametrize(
    ('running', 'sentence'),
    [
        (
            '29.9.9',
            'open: this host has release 29.9.9, before the fix in 30.0.0',
        ),
        (
            '30.0.0.0rc1',
            'open: this host has release 30.0.0.0rc1, before the fix in '
            '30.0.0',
        ),
        (
            '30.0.0.dev412',
            'open: this host has release 30.0.0.dev412, before the fix in '
            '30.0.0',
        ),
        ('30.0', 'holds: this host has release 30.0, at the fix in 30.0.0'),
        (
            '30.0.1',
            'holds: this host has release 30.0.1, past the fix in 30.0.0',
        ),
        (
            '100.0.0',
            'holds: this host has release 100.0.0, past the fix in 30.0.0',
        ),
        (
            NOBODY,
            'unknown: this host must have release 30.0.0 or a later one, and '
            'what is here is not known: the Python distribution nova is '
            'not installed; give --service-version',
        ),
    ],
)
def test_a_fix_on_this_host(running: str | Unknown, sentence: str) -> None:
    assert judging.say(release_fix.on_host(HERE, running)) == sentence


@pytest.mark.parametrize(
    ('running', 'sentence'),
    [
        # One older host is proof enough; one newer host proves nothing.
        (
            '29.9.9',
            'open: this host has release 29.9.9, before the fix in 30.0.0, '
            'which every host must have',
        ),
        (
            '30.0.0',
            'unknown: every host must have release 30.0.0 or a later one; '
            'this one has 30.0.0, so look at the others',
        ),
        (
            '99.0.0',
            'unknown: every host must have release 30.0.0 or a later one; '
            'this one has 99.0.0, so look at the others',
        ),
        (
            NOBODY,
            'unknown: every host must have release 30.0.0 or a later one, and '
            'what is here is not known: the Python distribution nova is '
            'not installed; give --service-version',
        ),
    ],
)
def test_a_fix_across_a_deployment_is_never_held_for_there_on_one_host(
    running: str | Unknown, sentence: str
) -> None:
    assert judging.say(release_fix.on_host(EVERYWHERE, running)) == sentence


@pytest.mark.parametrize('scope', ['host', 'deployment'])
def test_a_release_that_nobody_names_is_unknown(
    scope: ReleaseScope,
) -> None:
    fix = workarounds.ReleaseFix(version=NOT_STATED, scope=scope)
    sentence = (
        'unknown: the release with the fix is not known: Nova names no release'
    )
    assert judging.say(release_fix.on_host(fix, '30.0.0')) == sentence
    release = Release('30.0.0', None)
    assert judging.say(release.judge(fix)) == sentence


@pytest.mark.parametrize(
    ('version', 'sentence'),
    [
        ('29.0.0', 'open: release 29.0.0 is before the fix in 30.0.0'),
        ('30.0.0', 'holds: release 30.0.0 is at the fix in 30.0.0'),
        ('31.0.0', 'holds: release 31.0.0 is past the fix in 30.0.0'),
        (
            None,
            'unknown: release 30.0.0 has the fix, and no data file says of '
            'which release this code is',
        ),
    ],
)
def test_the_code_of_a_release_has_its_own_fixes(
    version: str | None, sentence: str
) -> None:
    release = Release(version, None)
    assert judging.say(release.judge(HERE)) == sentence


def beside(oldest: str | None) -> Release:
    """Make a release of a service that may run beside older ones."""
    peer = Stated(oldest, judging.SOURCE) if oldest else None
    service = Service('nova', 'Nova', {}, oldest_peer=peer)
    return Release('99.0.0', service)


@pytest.mark.parametrize(
    ('oldest', 'sentence'),
    [
        (
            '29.0.0',
            'open: release 29.0.0, which is before the fix in 30.0.0, may '
            f'still run beside this one ({judging.SOURCE})',
        ),
        (
            '30.0.0',
            'holds: every release that may run beside this one is 30.0.0 or '
            f'later ({judging.SOURCE}), at the fix in 30.0.0',
        ),
        (
            '31.0.0',
            'holds: every release that may run beside this one is 31.0.0 or '
            f'later ({judging.SOURCE}), past the fix in 30.0.0',
        ),
        (
            None,
            'unknown: every host must have release 30.0.0 or a later one, and '
            'no data file says which releases may run beside each other',
        ),
    ],
)
def test_the_code_can_do_without_once_no_older_release_runs_beside_it(
    oldest: str | None, sentence: str
) -> None:
    assert judging.say(beside(oldest).judge(EVERYWHERE)) == sentence
