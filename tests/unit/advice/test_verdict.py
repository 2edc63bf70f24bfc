# SPDX-License-Identifier: Apache-2.0
"""Verdicts on workarounds: of one fix, of several."""

from typing import Any

import pytest

from tests.unit.advice import judging
from tests.unit.advice import setting
import workarounds
from workarounds.advice.evaluate import host
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.dataset import FixData
from workarounds.advice.facts.hosts import Host
from workarounds.advice.facts.hosts import Installed
from workarounds.declarations.fixes import Fix

HOST = Host(
    'debian:12',
    'dpkg',
    {'qemu-utils': Installed('1:7.2+dfsg-7+deb12u18')},
    service_version='30.0.0',
)
HOLDS = judging.fixed('2.2.0')
HOLDS_TOO = workarounds.ReleaseFix(version='29.0.0')
OPEN = workarounds.ReleaseFix(version='31.0.0')
OPEN_TOO = workarounds.NoFix('nobody works on it')
LOOK = workarounds.ManualFix('the kernel inside the guests')
EVERYWHERE = workarounds.ReleaseFix(version='29.0.0', scope='deployment')
QEMU = (
    'debian:12 first shipped QEMU 7.2, past the fix in 2.2.0; installed: '
    'qemu-utils 1:7.2+dfsg-7+deb12u18'
)
BEFORE = 'this host has release 30.0.0, before the fix in 31.0.0'
PAST = 'this host has release 30.0.0, past the fix in 29.0.0'
GUESTS = (
    'this cannot be seen on the host; look at: the kernel inside the guests'
)
OTHERS = (
    'every host must have release 29.0.0 or a later one; this one has '
    '30.0.0, so look at the others'
)
NEVER = 'it will never be fixed: nobody works on it'
LINK = 'https://bugs.example.org/9'


def verdict(
    fixes: Any,
    dataset: Dataset = judging.KNOWLEDGE,
    **more: Any,
) -> tuple[str, str]:
    declaration = setting.declare(fix=fixes, **more)
    return host.verdict(declaration, HOST, dataset)


@pytest.mark.parametrize(
    ('fix', 'word', 'evidence'),
    [
        (HOLDS, 'not-needed', QEMU),
        (HOLDS_TOO, 'not-needed', PAST),
        (OPEN, 'needed', BEFORE),
        (OPEN_TOO, 'needed', NEVER),
        (LOOK, 'unknown', GUESTS),
        (EVERYWHERE, 'unknown', OTHERS),
    ],
)
def test_one_fix_decides_alone(fix: Fix, word: str, evidence: str) -> None:
    assert verdict(fix) == (word, evidence)
    assert verdict([fix]) == (word, evidence)


@pytest.mark.parametrize(
    ('fixes', 'word', 'evidence'),
    [
        (
            [HOLDS, HOLDS_TOO],
            'not-needed',
            f'all 2 fixes hold: {QEMU}; {PAST}',
        ),
        (
            [HOLDS, OPEN],
            'needed',
            f'of 2 fixes, which must all hold, 1 is open: {BEFORE}',
        ),
        (
            [OPEN, HOLDS, LOOK],
            'needed',
            f'of 3 fixes, which must all hold, 1 is open: {BEFORE}',
        ),
        (
            [OPEN, OPEN_TOO, HOLDS],
            'needed',
            f'of 3 fixes, which must all hold, 2 are open: {BEFORE}; {NEVER}',
        ),
        (
            [HOLDS, LOOK],
            'unknown',
            'of 2 fixes, which must all hold, 1 is not known to hold: '
            f'{GUESTS}',
        ),
        (
            [EVERYWHERE, LOOK, HOLDS_TOO],
            'unknown',
            'of 3 fixes, which must all hold, 2 are not known to hold: '
            f'{OTHERS}; {GUESTS}',
        ),
    ],
)
def test_of_several_fixes_all_must_hold_and_the_open_ones_are_told(
    fixes: list[Fix], word: str, evidence: str
) -> None:
    assert verdict(fixes) == (word, evidence)


BUGS = [f'{setting.BUG}1', f'{setting.BUG}2']
NOBODY = workarounds.Undetermined('Nova names no release')


@pytest.mark.parametrize(
    ('versions', 'word', 'evidence'),
    [
        (
            ['29.0.0', NOBODY],
            'unknown',
            'of 2 fixes, which must all hold, 1 is not known to hold: the '
            f'release with the fix is not known: {NOBODY.reason} ({BUGS[1]})',
        ),
        (
            ['31.0.0', '29.0.0'],
            'needed',
            'of 2 fixes, which must all hold, 1 is open: '
            f'{BEFORE} ({BUGS[0]})',
        ),
        (
            # The same evidence twice is of two bugs.
            ['29.0.0', '29.0.0'],
            'not-needed',
            f'all 2 fixes hold: {PAST} ({BUGS[0]}); {PAST} ({BUGS[1]})',
        ),
    ],
)
def test_the_bugs_whose_fixes_decide_are_told(
    versions: list[Any], word: str, evidence: str
) -> None:
    fixes = [
        workarounds.ReleaseFix(version=version, bug=bug)
        for version, bug in zip(versions, BUGS, strict=True)
    ]
    assert verdict(fixes, bugs=BUGS) == (word, evidence)


def test_what_two_fixes_have_in_common_is_said_once() -> None:
    assert verdict([OPEN, OPEN]) == (
        'needed',
        f'of 2 fixes, which must all hold, 2 are open: {BEFORE}',
    )


def test_a_fix_that_a_data_file_reopens_is_no_longer_enough() -> None:
    reopened = FixData('qemu', reopened=LINK)
    other = FixData('libvirt', reopened=LINK)
    told = f'{QEMU}; but that fix did not hold: {LINK}'
    for data, expected in (
        (reopened, ('unknown', told)),
        (other, ('not-needed', QEMU)),
    ):
        dataset = Dataset(
            components=judging.KNOWLEDGE.components,
            platforms=judging.KNOWLEDGE.platforms,
            ships=judging.KNOWLEDGE.ships,
            fixes={'flush': [data]},
        )
        assert verdict(HOLDS, dataset) == expected


def test_a_reopened_fix_among_several_keeps_the_verdict_from_not_needed() -> (
    None
):
    again = workarounds.ReleaseFix(version='29.0.0', reopened=LINK)
    assert verdict([HOLDS, again]) == (
        'unknown',
        f'of 2 fixes, which must all hold, 1 is not known to hold: {PAST}; '
        f'but that fix did not hold: {LINK}',
    )
