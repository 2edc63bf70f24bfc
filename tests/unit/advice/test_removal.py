# SPDX-License-Identifier: Apache-2.0
"""Whether a workaround's code may be deleted: what decides, and the words."""

from collections.abc import Mapping
import datetime
from typing import Any

import pytest

import workarounds
from workarounds.advice.evaluate import removal as evaluate_removal
from workarounds.advice.evaluate.platform_status import Cell
from workarounds.advice.evaluate.release_fix import Release
from workarounds.advice.evaluate.removal import Removal
from workarounds.advice.facts.services import Service
from workarounds.advice.facts.services import Stated
from workarounds.declarations.fixes import Fix

SOON = datetime.date(2028, 6, 30)
LATER = datetime.date(2029, 5, 31)
AGAIN = 'https://bugs.example/again'

IN_PACKAGE = workarounds.PackageFix(component='tool', version='2.0.0')
NEVER = workarounds.NoFix('it is a choice')
BY_EYE = workarounds.ManualFix('the kernel inside the guests')
UNKNOWN_RELEASE = workarounds.ReleaseFix(
    version=workarounds.Undetermined('nobody names one')
)


def release_fix(version: str = '34.0.0', **fields: Any) -> Any:
    return workarounds.ReleaseFix(version=version, **fields)


def release(
    version: str | None = '35.0.0',
    peer: str | None = None,
    described: str | None = '35.0.0',
) -> Release:
    return Release(
        version,
        Service(
            'svc',
            'The Service',
            {},
            version=described,
            oldest_peer=Stated(peer, 'here') if peer else None,
        ),
    )


THIS_RELEASE = release()


def cells(**states: Any) -> dict[str, Cell]:
    return {
        name: Cell(state, '', '', f'{name} is {state}')
        for name, state in states.items()
    }


def removal(
    *fixes: Fix,
    living: Mapping[str, datetime.date | None] | None = None,
    release: Release = THIS_RELEASE,
    **states: Any,
) -> Removal:
    if living is None:
        living = dict.fromkeys(states, SOON)
    return evaluate_removal.judge(fixes, cells(**states), living, release)


@pytest.mark.parametrize(
    ('states', 'verdict', 'text'),
    [
        (['fixed'], 'removable', 'removable'),
        (['not-affected'], 'removable', 'removable'),
        (['fixed', 'not-affected'], 'removable', 'removable'),
        (['unknown'], 'unknown', 'unknown'),
        (['fixed', 'unknown'], 'unknown', 'unknown'),
        (['unfixed'], 'blocked', 'blocked by a'),
        (['unfixed', 'fixed'], 'blocked', 'blocked by a'),
        (['unfixed', 'unknown'], 'blocked', 'blocked by a'),
        (['unknown', 'unfixed'], 'blocked', 'blocked by b'),
        (['unfixed', 'unfixed'], 'blocked', 'blocked by a, b'),
    ],
)
def test_all_platforms_must_have_the_fix(
    states: list[str], verdict: str, text: str
) -> None:
    by_name: dict[str, Any] = dict(zip('ab', states, strict=False))
    found = removal(IN_PACKAGE, **by_name)
    assert (found.verdict, found.text) == (verdict, text)


def test_what_may_be_deleted_says_why() -> None:
    found = removal(IN_PACKAGE, a='fixed', b='not-affected')
    assert 'every supported platform has the fix' in found.why
    assert (list(found.blockers), found.until) == ([], None)


def test_one_blocker_is_named_with_the_last_day_of_its_support() -> None:
    found = removal(IN_PACKAGE, living={'a': SOON}, a='unfixed')
    assert (list(found.blockers), found.until) == (['a'], SOON)
    assert found.why == (
        'a does not have the fix; the last day of its support is 2028-06-30'
    )


@pytest.mark.parametrize(
    'living', [{'a': SOON, 'b': LATER}, {'a': LATER, 'b': SOON}]
)
def test_of_two_blockers_the_last_one_tells_the_day(
    living: dict[str, datetime.date | None],
) -> None:
    found = removal(IN_PACKAGE, living=living, a='unfixed', b='unfixed')
    assert (list(found.blockers), found.until) == (['a', 'b'], LATER)
    assert found.why == (
        'a and b do not have the fix; the last of them is supported until '
        '2029-05-31'
    )


@pytest.mark.parametrize(
    'living', [{'a': None}, {'a': SOON, 'b': None}, {'a': None, 'b': LATER}]
)
def test_a_blocker_with_no_known_end_leaves_the_day_open(
    living: dict[str, datetime.date | None],
) -> None:
    states: dict[str, Any] = dict.fromkeys(living, 'unfixed')
    found = removal(IN_PACKAGE, living=living, **states)
    assert (found.verdict, found.until) == ('blocked', None)
    assert '20' not in found.why


def test_a_platform_that_has_the_fix_does_not_move_the_day() -> None:
    living = {'a': SOON, 'b': LATER, 'c': None}
    found = removal(
        IN_PACKAGE, living=living, a='unfixed', b='fixed', c='fixed'
    )
    assert found.until == SOON


def test_a_platform_out_of_support_neither_blocks_nor_leaves_doubts() -> None:
    living = {'a': SOON}
    states: dict[str, Any] = {
        'a': 'fixed',
        'old': 'unfixed',
        'older': 'unknown',
    }
    found = removal(IN_PACKAGE, living=living, **states)
    assert found.verdict == 'removable'


def test_doubts_elsewhere_are_told_beside_the_blockers() -> None:
    found = removal(IN_PACKAGE, BY_EYE, a='unfixed', b='unknown')
    assert found.verdict == 'blocked'
    assert 'a does not have the fix' in found.why
    assert 'look at: the kernel inside the guests' in found.why
    assert 'b is unknown' in found.why


@pytest.mark.parametrize('other', [NEVER, release_fix('99.0.0')])
def test_no_day_is_promised_when_something_without_a_day_blocks_too(
    other: Fix,
) -> None:
    found = removal(IN_PACKAGE, other, a='unfixed')
    assert (found.text, found.until) == ('blocked by a', None)
    assert '2028' not in found.why


@pytest.mark.parametrize(
    ('fixes', 'states'),
    [
        ([IN_PACKAGE, BY_EYE], {'a': 'unfixed'}),
        ([IN_PACKAGE], {'a': 'unfixed', 'b': 'unknown'}),
    ],
)
def test_the_day_is_that_of_the_blockers_and_doubts_are_told_beside_it(
    fixes: list[Fix], states: dict[str, Any]
) -> None:
    found = removal(*fixes, **states)
    assert (found.text, found.until) == ('blocked by a', SOON)
    assert found.why.startswith('a does not have the fix; ')
    assert found.why.count(';') > 1


def test_where_no_platform_lives_nothing_is_known() -> None:
    found = removal(IN_PACKAGE, living={}, a='fixed')
    assert (found.verdict, found.why) == (
        'unknown',
        ('no data file names a living platform for this release'),
    )


@pytest.mark.parametrize(
    ('fix', 'verdict', 'why'),
    [
        (NEVER, 'blocked', 'it will never be fixed: it is a choice'),
        (
            BY_EYE,
            'unknown',
            'no data shows it; look at: the kernel inside the guests',
        ),
        (
            UNKNOWN_RELEASE,
            'unknown',
            'the release with the fix is not known: nobody names one',
        ),
        (
            release_fix('34.0.0'),
            'removable',
            'release 35.0.0 is past the fix in 34.0.0',
        ),
        (
            release_fix('35.0.0'),
            'removable',
            'release 35.0.0 is at the fix in 35.0.0',
        ),
        (
            release_fix('35.0.1'),
            'blocked',
            'release 35.0.0 is before the fix in 35.0.1',
        ),
    ],
)
def test_a_fix_elsewhere_needs_no_platform(
    fix: Fix, verdict: str, why: str
) -> None:
    found = removal(fix)
    assert (found.verdict, found.why) == (verdict, why)
    assert (list(found.blockers), found.until) == ([], None)


@pytest.mark.parametrize(
    ('fixes', 'state', 'verdict'),
    [
        ([IN_PACKAGE, release_fix()], 'fixed', 'removable'),
        ([IN_PACKAGE, release_fix()], 'unknown', 'unknown'),
        ([IN_PACKAGE, release_fix()], 'unfixed', 'blocked'),
        ([IN_PACKAGE, release_fix('99.0.0')], 'fixed', 'blocked'),
        ([IN_PACKAGE, BY_EYE], 'fixed', 'unknown'),
        ([IN_PACKAGE, BY_EYE], 'unfixed', 'blocked'),
        ([IN_PACKAGE, NEVER], 'fixed', 'blocked'),
        ([BY_EYE, NEVER], 'fixed', 'blocked'),
        ([release_fix(), UNKNOWN_RELEASE], 'fixed', 'unknown'),
        (
            [IN_PACKAGE, release_fix(), BY_EYE, NEVER],
            'not-affected',
            'blocked',
        ),
    ],
)
def test_of_mixed_fixes_all_must_hold(
    fixes: list[Fix], state: str, verdict: str
) -> None:
    assert removal(*fixes, a=state).verdict == verdict
    assert removal(*reversed(fixes), a=state).verdict == verdict


def test_two_fixes_that_hold_are_both_told() -> None:
    why = removal(IN_PACKAGE, release_fix(), a='fixed').why
    assert 'release 35.0.0 is past the fix in 34.0.0' in why
    assert 'every supported platform has the fix' in why


def test_the_same_sentence_is_said_once() -> None:
    assert (
        removal(NEVER, NEVER).why == 'it will never be fixed: it is a choice'
    )


@pytest.mark.parametrize(
    ('peer', 'verdict', 'why'),
    [
        ('33.9.9', 'blocked', 'release 33.9.9, which is before'),
        ('34.0.0.0rc1', 'blocked', 'release 34.0.0.0rc1, which is before'),
        ('34.0.0', 'removable', 'is 34.0.0 or later (here), at the fix'),
        ('34.0.1', 'removable', 'is 34.0.1 or later (here), past the fix'),
        (None, 'unknown', 'no data file says which releases may run'),
    ],
)
def test_a_fix_that_every_host_needs_is_measured_by_the_oldest_peer(
    peer: str | None, verdict: str, why: str
) -> None:
    fix = release_fix('34.0.0', scope='deployment')
    found = removal(fix, release=release('35.0.0', peer))
    assert found.verdict == verdict
    assert why in found.why


@pytest.mark.parametrize('scope', ['host', 'deployment'])
def test_without_a_release_nothing_is_known(scope: str) -> None:
    nothing = Release(None, None)
    found = removal(release_fix(scope=scope), release=nothing)
    assert found.verdict == 'unknown'


def test_that_the_release_is_not_known_is_said() -> None:
    found = removal(release_fix(), release=release(None, described=None))
    assert found.verdict == 'unknown'
    assert 'release 34.0.0 has the fix' in found.why


@pytest.mark.parametrize(
    'fix',
    [
        release_fix(reopened=AGAIN),
        release_fix(scope='deployment', reopened=AGAIN),
    ],
)
def test_a_release_whose_fix_did_not_hold_is_never_removable(
    fix: Fix,
) -> None:
    found = removal(fix, release=release(peer='34.0.0'))
    assert found.verdict == 'unknown'
    assert f'that fix did not hold: {AGAIN}' in found.why


@pytest.mark.parametrize('running', ['master', '35', '35.0.0-1', '', '\n'])
def test_a_release_that_is_no_version_is_never_removable(running: str) -> None:
    fix = release_fix('35.0.1')
    assert removal(fix, release=release(running)).verdict != 'removable'
