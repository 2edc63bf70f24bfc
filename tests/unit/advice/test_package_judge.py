# SPDX-License-Identifier: Apache-2.0
"""Fixes in packages on Debian: at every boundary, the whole sentence."""

import dataclasses

import pytest

from tests.unit.advice import judging
import workarounds
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.hosts import Host
from workarounds.advice.facts.hosts import Reported
from workarounds.advice.facts.platforms import Platform
from workarounds.declarations.fixes import PackageState

FIXED = judging.fixed(
    '8.0.0',
    debian_12=workarounds.Package(
        name='qemu-utils', fixed_in='1:7.2+dfsg-7+deb12u5'
    ),
)
STATED = 'debian:12 has the fix in qemu-utils 1:7.2+dfsg-7+deb12u5'
CAME = 'debian:12 first shipped QEMU 7.2'


def on_debian(version: str, platform: str = 'debian:12') -> Host:
    return judging.host(platform, {'qemu-utils': version})


@pytest.mark.parametrize(
    ('version', 'word', 'older'),
    [
        # The last unfixed and the first fixed.
        ('1:7.2+dfsg-7', 'open', True),
        ('1:7.2+dfsg-7+deb12u4', 'open', True),
        ('1:7.2+dfsg-7+deb12u5', 'holds', False),
        # Built anew without a change.
        ('1:7.2+dfsg-7+deb12u4+b9', 'open', True),
        ('1:7.2+dfsg-7+deb12u5+b1', 'holds', False),
        # Numbers are no text: 18 is more than 5.
        ('1:7.2+dfsg-7+deb12u18', 'holds', False),
        ('1:7.2+dfsg-7+deb12u10', 'holds', False),
        # A tilde comes before the end.
        ('1:7.2+dfsg-7.1~deb12u1', 'holds', False),
        # No epoch comes before every epoch.
        ('7.2+dfsg-7+deb12u5', 'open', True),
        ('1:7.2.1~rc1+dfsg-1~deb12u1', 'holds', False),
    ],
)
def test_a_package_of_debian_is_compared_with_debian_s_fixed_one(
    version: str, word: str, older: bool
) -> None:
    assert judging.judge(FIXED, on_debian(version)) == (
        f'{word}: {STATED}; installed: qemu-utils {version}'
        + (', which is older' if older else '')
    )


@pytest.mark.parametrize(
    ('fixed_in', 'version', 'word'),
    [
        ('1:8.0~rc1-1', '1:8.0-1+deb12u1', 'holds'),
        ('1:8.0-1', '1:8.0~rc1-1+deb12u1', 'open'),
        ('1:8.0-1', '1:8.0-1+deb12u1', 'holds'),
        ('1:8.0-1', '1:8.0+dfsg-1+deb12u1', 'holds'),
        ('1:8.0-1~deb12u1', '1:8.0-1~deb12u1', 'holds'),
        ('1:8.0-1', '1:8.0-1~deb12u1', 'open'),
        # An epoch outweighs every number.
        ('2:1.0-1', '1:9.0-1+deb12u1', 'open'),
        ('1:9.0-1', '2:1.0-1+deb12u1', 'holds'),
        ('9.0-1', '1:8.0-1+deb12u1', 'holds'),
    ],
)
def test_tildes_and_epochs_are_those_of_debian_policy(
    fixed_in: str, version: str, word: str
) -> None:
    fix = judging.fixed(
        '8.0.0',
        debian_12=workarounds.Package(name='qemu-block', fixed_in=fixed_in),
    )
    host = judging.host('debian:12', {'qemu-block': version})
    assert judging.judge(fix, host) == (
        f'{word}: debian:12 has the fix in qemu-block {fixed_in}; installed: '
        f'qemu-block {version}{", which is older" if word == "open" else ""}'
    )


NO_UPDATE = (
    'names no release and is no update of the first of debian:12, '
    '1:7.2+dfsg-7, so it may be of another one'
)
NOT_OWN = {
    '1:8.2.1+ds-1~bpo12+1': 'is a backport from a later release (~bpo)',
    '1:10.0.2+ds-2+deb13u1': 'is a package of debian:13',
    '1:7.2+dfsg-7~deb11u1': 'is a package of debian:11',
    # Of the release after it, of none yet, of that before it.
    '1:10.0.2+ds-2': NO_UPDATE,
    '1:10.0.3+ds-1': NO_UPDATE,
    '1:7.2.1~rc1+dfsg-1': NO_UPDATE,
    '1:7.2+dfsg-8': NO_UPDATE,
    '1:7.2+dfsg-70': NO_UPDATE,
    '1:7.2+dfsg-6': NO_UPDATE,
    '1:5.2+dfsg-11': NO_UPDATE,
    '7.2+dfsg-7': NO_UPDATE,
    '1:7.3': NO_UPDATE,
    '1:7.2+dfsg-7acme1': (
        "is not written as debian writes versions, so it may be somebody's "
        'rebuild'
    ),
    '1:7.2+dfsg-7+deb12u5acme1': (
        "is not written as debian writes versions, so it may be somebody's "
        'rebuild'
    ),
}


@pytest.mark.parametrize(('version', 'why'), NOT_OWN.items())
def test_a_package_that_is_not_debian_12_s_own_is_not_compared(
    version: str, why: str
) -> None:
    doubt = f'but qemu-utils {version} {why}'
    assert judging.judge(FIXED, on_debian(version)) == (
        f'unknown: {STATED}; {doubt}'
    )
    assert judging.judge(judging.fixed('2.2.0'), on_debian(version)) == (
        f'unknown: {CAME}, past the fix in 2.2.0; {doubt}'
    )


@pytest.mark.parametrize(
    'version',
    [
        # DSA-3471-1 and DSA-3087: a letter has been part of both.
        '1:7.2+dfsg-12+deb12u5a',
        '1:7.2+dfsg-8a+deb12u6',
        # A native package has no revision, but can have an epoch.
        '1:7.3+deb12u1',
    ],
)
def test_debian_s_rarer_ways_to_write_a_version_are_its_own(
    version: str,
) -> None:
    assert judging.judge(FIXED, on_debian(version)) == (
        f'holds: {STATED}; installed: qemu-utils {version}'
    )


@pytest.mark.parametrize(
    ('fix', 'sentence'),
    [
        ('7.1.9', 'holds: {}, past the fix in 7.1.9; {}'),
        ('7.2', 'holds: {}, at the fix in 7.2; {}'),
        ('7.2.0', 'holds: {}, at the fix in 7.2.0; {}'),
        ('7.2.0rc3', 'holds: {}, past the fix in 7.2.0rc3; {}'),
        (
            '7.2.1',
            'unknown: {}, before the fix in 7.2.1; debian:12 may have '
            'carried the fix back, and no data file says so',
        ),
        (
            '10.0.0',
            'unknown: {}, before the fix in 10.0.0; debian:12 may have '
            'carried the fix back, and no data file says so',
        ),
    ],
)
def test_a_platform_that_states_nothing_is_judged_by_what_it_first_shipped(
    fix: str, sentence: str
) -> None:
    version = '1:7.2+dfsg-7+deb12u18'
    assert judging.judge(judging.fixed(fix), on_debian(version)) == (
        sentence.format(CAME, f'installed: qemu-utils {version}')
    )


@pytest.mark.parametrize('reported', ['7.2', '7.2.22', '99.0.0'])
def test_what_a_program_says_is_not_compared_on_a_known_platform(
    reported: str,
) -> None:
    host = judging.host(
        'debian:12',
        {'qemu-utils': '1:7.2+dfsg-7+deb12u4'},
        Reported(reported, '/usr/bin/qemu-img', 'qemu-utils'),
    )
    assert judging.judge(FIXED, host).startswith('open: ')
    assert judging.judge(judging.fixed('8.0.0'), host).startswith('unknown: ')


@pytest.mark.parametrize('installed', ['deb12u4', 'deb12u5', 'deb12u6'])
def test_a_program_that_its_package_cannot_have_is_told(
    installed: str,
) -> None:
    # Somebody has put another one in its place.
    host = judging.host(
        'debian:12',
        {'qemu-utils': f'1:7.2+dfsg-7+{installed}'},
        Reported('2.1.0', '/usr/bin/qemu-img', 'qemu-utils'),
    )
    assert judging.judge(FIXED, host) == (
        'unknown: debian:12 has the fix in qemu-utils 1:7.2+dfsg-7+deb12u5; '
        'but QEMU says it is 2.1.0'
    )


STATES: dict[PackageState, str] = {
    'unfixed': 'open: debian:12 has not fixed it in qemu-utils',
    'not-affected': 'holds: debian:12 was never affected in qemu-utils',
    'wont-fix': 'open: debian:12 will not fix it in qemu-utils',
    'end-of-life': (
        'open: debian:12 went out of support without the fix in qemu-utils'
    ),
}


@pytest.mark.parametrize(('state', 'sentence'), STATES.items())
def test_a_state_that_a_platform_has_stated_outweighs_upstream(
    state: PackageState, sentence: str
) -> None:
    package = workarounds.Package(name='qemu-utils', state=state)
    fix = judging.fixed('2.2.0', debian_12=package)
    assert judging.judge(fix, on_debian('1:7.2+dfsg-7')) == (
        f'{sentence}; installed: qemu-utils 1:7.2+dfsg-7'
    )
    assert judging.judge(fix, on_debian('1:8.0-1~bpo12+1')) == (
        f'unknown: {sentence.partition(": ")[2]}; but qemu-utils '
        f'1:8.0-1~bpo12+1 is a backport from a later release (~bpo)'
    )


def test_a_platform_that_does_not_know_is_judged_as_if_it_said_nothing() -> (
    None
):
    package = workarounds.Package(name='qemu-utils', state='undetermined')
    host = on_debian('1:7.2+dfsg-7')
    assert judging.judge(
        judging.fixed('2.2.0', debian_12=package), host
    ) == judging.judge(judging.fixed('2.2.0'), host)


def test_another_release_s_fixed_package_says_nothing_here() -> None:
    assert judging.judge(FIXED, on_debian('1:5.2+dfsg-11', 'debian:11')) == (
        'unknown: debian:11 first shipped QEMU 5.2, before the fix in 8.0.0; '
        'debian:11 may have carried the fix back, and no data file says so'
    )


@pytest.mark.parametrize(
    ('version', 'why'),
    [
        ('1:7.2 1-1', f'{STATED}; but qemu-utils 1:7.2 1-1 {NO_UPDATE}'),
        ('x:1-1', f'{STATED}; but qemu-utils x:1-1 {NO_UPDATE}'),
        (
            '1:7.2 1-1+deb12u1',
            "'1:7.2 1-1+deb12u1' is not a version by the rules of dpkg",
        ),
        (
            'x:1-1+deb12u1',
            "'x:1-1+deb12u1' is not a version by the rules of dpkg",
        ),
    ],
)
def test_a_version_that_is_none_is_unknown(version: str, why: str) -> None:
    assert judging.judge(FIXED, on_debian(version)) == f'unknown: {why}'


def test_a_package_held_from_an_older_release_proves_nothing() -> None:
    # Nothing in it names a release, and it is not known what came with this
    # release; it is older than what the sentence is about.
    qemu = {
        platform: dataclasses.replace(shipped, package_version=None)
        for platform, shipped in judging.KNOWLEDGE.ships['qemu'].items()
    }
    dataset = dataclasses.replace(judging.KNOWLEDGE, ships={'qemu': qemu})
    host = on_debian('1:7.2+dfsg-7', 'debian:13')
    assert judging.judge(judging.fixed('9.0.0'), host, dataset) == (
        'unknown: debian:13 first shipped QEMU 10.0.2, past the fix in 9.0.0; '
        'but qemu-utils 1:7.2+dfsg-7 names no release, and no data file says '
        'with which version debian:13 began, so it may be of another one'
    )


def test_what_another_package_began_with_says_nothing_of_this_one() -> None:
    package = workarounds.Package(name='qemu-block', fixed_in='1:7.2+dfsg-7')
    fix = judging.fixed('8.0.0', debian_12=package)
    host = judging.host('debian:12', {'qemu-block': '1:7.2+dfsg-8'})
    assert judging.judge(fix, host) == (
        'unknown: debian:12 has the fix in qemu-block 1:7.2+dfsg-7; but '
        'qemu-block 1:7.2+dfsg-8 names no release, and no data file says '
        'with which version debian:12 began, so it may be of another one'
    )


def test_rpm_s_rules_are_not_applied_to_debian_s_packages() -> None:
    host = dataclasses.replace(
        on_debian('1:7.2+dfsg-7+deb12u5'), package_manager='rpm'
    )
    assert judging.judge(FIXED, host).startswith('unknown: ')


def test_a_title_that_no_data_file_has_is_the_component_s_name() -> None:
    dataset = Dataset(
        platforms={
            'debian:12': Platform(
                'debian:12', 'Debian 12', 'dpkg', judging.SOURCE
            )
        }
    )
    fix = judging.fixed('2.2.0', component='frob')
    assert judging.judge(fix, on_debian('1:1-1'), dataset) == (
        'unknown: no data file says in which package debian:12 has the fix '
        'in frob, nor what it first shipped'
    )
