# SPDX-License-Identifier: Apache-2.0
"""Every kind of fix on one host."""

import pytest

from tests.unit.advice import judging
import workarounds
from workarounds.advice.facts.hosts import Host
from workarounds.advice.facts.hosts import Installed
from workarounds.declarations.fixes import Fix

LINK = 'https://bugs.example.org/9'
DEBIAN = Host(
    'debian:12',
    'dpkg',
    {'qemu-utils': Installed('1:7.2+dfsg-7+deb12u18')},
    service_version='30.0.0',
)
REOPENED: dict[str, tuple[Fix, str]] = {
    'a package': (
        judging.fixed('2.2.0', reopened=LINK),
        'unknown: debian:12 first shipped QEMU 7.2, past the fix in 2.2.0; '
        'installed: qemu-utils 1:7.2+dfsg-7+deb12u18; but that fix did not '
        f'hold: {LINK}',
    ),
    'a platform that was never affected': (
        judging.fixed(
            '2.2.0',
            reopened=LINK,
            debian_12=workarounds.Package(
                name='qemu-utils', state='not-affected'
            ),
        ),
        'unknown: debian:12 was never affected in qemu-utils; installed: '
        'qemu-utils 1:7.2+dfsg-7+deb12u18; but that fix did not hold: '
        f'{LINK}',
    ),
    'a release': (
        workarounds.ReleaseFix(version='30.0.0', reopened=LINK),
        'unknown: this host has release 30.0.0, at the fix in 30.0.0; but '
        f'that fix did not hold: {LINK}',
    ),
}


@pytest.mark.parametrize(('fix', 'sentence'), REOPENED.values(), ids=REOPENED)
def test_a_fix_that_did_not_hold_is_never_held_for_there(
    fix: Fix, sentence: str
) -> None:
    assert judging.judge(fix, DEBIAN) == sentence


def test_a_release_before_a_fix_that_did_not_hold_is_open() -> None:
    fix = workarounds.ReleaseFix(version='31.0.0', reopened=LINK)
    assert judging.judge(fix, DEBIAN) == (
        'open: this host has release 30.0.0, before the fix in 31.0.0; and '
        f'that fix did not hold: {LINK}'
    )


def test_what_a_host_cannot_show_is_unknown_with_what_to_look_at() -> None:
    fix = workarounds.ManualFix('the kernel inside the guests')
    assert judging.judge(fix, DEBIAN) == (
        'unknown: this cannot be seen on the host; look at: the kernel '
        'inside the guests'
    )


def test_what_will_never_be_fixed_is_open() -> None:
    fix = workarounds.NoFix('a choice, not a defect')
    assert judging.judge(fix, DEBIAN) == (
        'open: it will never be fixed: a choice, not a defect'
    )


def test_a_service_that_says_what_is_no_version_is_unknown() -> None:
    host = Host('debian:12', service_version='2026.2-hibiscus')
    fix = workarounds.ReleaseFix(version='30.0.0')
    assert judging.judge(fix, host) == (
        "unknown: '2026.2-hibiscus' is not a version by the rules of python"
    )


def test_a_hostile_version_is_not_repeated_in_full() -> None:
    host = Host('debian:12', service_version='9' * 10_000_000)
    said = judging.judge(workarounds.ReleaseFix(version='30.0.0'), host)
    assert said.startswith('unknown: ')
    assert len(said) < 200
