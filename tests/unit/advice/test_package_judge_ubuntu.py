# SPDX-License-Identifier: Apache-2.0
"""Fixes in packages on Ubuntu: its own, the Cloud Archive's, kernels."""

import pytest

from tests.unit.advice import judging
import workarounds
from workarounds import data
from workarounds.advice.facts import dataset as facts_dataset
from workarounds.advice.facts.hosts import Host
from workarounds.advice.facts.hosts import Reported
from workarounds.advice.facts.hosts import Unknown

FIXED = judging.fixed(
    '8.0.0',
    ubuntu_22_04=workarounds.Package(
        name='qemu-utils', fixed_in='1:6.2+dfsg-2ubuntu6.16'
    ),
    ubuntu_16_04=workarounds.Package(
        name='qemu-utils', fixed_in='1:2.5+dfsg-5ubuntu10.51+esm2'
    ),
)
STATED = 'ubuntu:22.04 has the fix in qemu-utils 1:6.2+dfsg-2ubuntu6.16'
ESM = 'ubuntu:16.04 has the fix in qemu-utils 1:2.5+dfsg-5ubuntu10.51+esm2'
CAME = 'ubuntu:22.04 first shipped QEMU 6.2'
CAME_24_04 = 'ubuntu:24.04 first shipped QEMU 8.2.2, past the fix in 8.0.0'


def on_ubuntu(version: str, release: str = '22.04') -> Host:
    return judging.host(f'ubuntu:{release}', {'qemu-utils': version})


@pytest.mark.parametrize(
    ('version', 'word'),
    [
        ('1:6.2+dfsg-2ubuntu6', 'open'),
        ('1:6.2+dfsg-2ubuntu6.9', 'open'),
        ('1:6.2+dfsg-2ubuntu6.15', 'open'),
        ('1:6.2+dfsg-2ubuntu6.16', 'holds'),
        ('1:6.2+dfsg-2ubuntu6.100', 'holds'),
        ('1:6.2+dfsg-2ubuntu6.16+esm1', 'holds'),
        ('1:7.0+dfsg-0ubuntu0.22.04.1', 'holds'),
        ('1:7.0+dfsg-7ubuntu1~22.04.1', 'holds'),
        ('1:7.0+dfsg-7ubuntu1~22.04', 'holds'),
    ],
)
def test_a_package_of_ubuntu_is_compared_with_ubuntu_s_fixed_one(
    version: str, word: str
) -> None:
    assert judging.judge(FIXED, on_ubuntu(version)) == (
        f'{word}: {STATED}; installed: qemu-utils {version}'
        + (', which is older' if word == 'open' else '')
    )


@pytest.mark.parametrize(
    ('version', 'word'),
    [
        ('1:2.5+dfsg-5ubuntu10.51', 'open'),
        ('1:2.5+dfsg-5ubuntu10.51+esm1', 'open'),
        ('1:2.5+dfsg-5ubuntu10.51+esm2', 'holds'),
        ('1:2.5+dfsg-5ubuntu10.51+esm10', 'holds'),
    ],
)
def test_an_update_of_extended_support_is_ubuntu_s_own(
    version: str, word: str
) -> None:
    assert judging.judge(FIXED, on_ubuntu(version, '16.04')) == (
        f'{word}: {ESM}; installed: qemu-utils {version}'
        + (', which is older' if word == 'open' else '')
    )


CLOUD = "is from Ubuntu's Cloud Archive (~cloud)"
REBUILD = (
    "is not written as ubuntu writes versions, so it may be somebody's rebuild"
)
NO_UPDATE = (
    'names no release and is no update of the first of ubuntu:22.04, '
    '1:6.2+dfsg-2ubuntu6, so it may be of another one'
)
NOT_OWN = {
    '1:8.2.2+ds-0ubuntu1.4~cloud0': CLOUD,
    '1:6.2+dfsg-2ubuntu6.16~cloud0': CLOUD,
    '1:6.2+dfsg-2ubuntu6.16~ppa2': 'is from a personal archive (~ppa)',
    '1:6.2+dfsg-2~bpo11+1': 'is a backport from a later release (~bpo)',
    '1:8.2.2+ds-0ubuntu1~24.04.1': 'is a package of ubuntu:24.04',
    '1:6.2+dfsg-2ubuntu0.20.04.1': 'is a package of ubuntu:20.04',
    '1:6.2+dfsg-2ubuntu6.16+deb12u1': REBUILD,
    '1:6.2+dfsg-2ubuntu6.16acme1': REBUILD,
    '1:6.2+dfsg-2+b1': REBUILD,
    '1:2.5+dfsg-5ubuntu10.51': NO_UPDATE,
    '1:8.2.2+ds-0ubuntu1.4': NO_UPDATE,
    '1:6.2+dfsg-2ubuntu60': NO_UPDATE,
    '1:6.2+dfsg-2ubuntu6.16build1': NO_UPDATE,
    # Taken over from Debian as it is.
    '1:7.0+dfsg-7': NO_UPDATE,
    '1:7.0+dfsg-7build2': NO_UPDATE,
}


@pytest.mark.parametrize(('version', 'why'), NOT_OWN.items())
def test_a_package_that_is_not_ubuntu_22_04_s_own_is_not_compared(
    version: str, why: str
) -> None:
    doubt = f'but qemu-utils {version} {why}'
    assert judging.judge(FIXED, on_ubuntu(version)) == (
        f'unknown: {STATED}; {doubt}'
    )
    assert judging.judge(judging.fixed('2.2.0'), on_ubuntu(version)) == (
        f'unknown: {CAME}, past the fix in 2.2.0; {doubt}'
    )


@pytest.mark.parametrize(
    'mark', ['', '.1', '.16', '.16+esm1', '+esm1', '~esm1']
)
def test_what_it_came_with_and_updates_of_that_are_its_own(mark: str) -> None:
    version = f'1:6.2+dfsg-2ubuntu6{mark}'
    assert judging.judge(judging.fixed('2.2.0'), on_ubuntu(version)) == (
        f'holds: {CAME}, past the fix in 2.2.0; installed: qemu-utils '
        f'{version}'
    )


def test_a_release_is_no_minor_one_of_another() -> None:
    # What is stated for rocky:9 is stated for rocky:9.4; not so here.
    host = on_ubuntu('1:8.2.2+ds-0ubuntu0.24.04.4', '24.04')
    assert judging.judge(FIXED, host) == (
        f'holds: {CAME_24_04}; installed: qemu-utils '
        f'1:8.2.2+ds-0ubuntu0.24.04.4'
    )


@pytest.mark.parametrize(
    'version', ['1:6.2+dfsg-2ubuntu6.15', '1:8.2.2+ds-0ubuntu1.4']
)
def test_a_package_held_from_the_release_before_proves_nothing(
    version: str,
) -> None:
    # That of 22.04 on a host that was upgraded to 24.04, whose own first
    # package is not known; so its own cannot be told from that either.
    assert judging.judge(
        judging.fixed('8.0.0'), on_ubuntu(version, '24.04')
    ) == (
        f'unknown: {CAME_24_04}; but qemu-utils {version} names no release, '
        f'and no data file says with which version ubuntu:24.04 began, so it '
        f'may be of another one'
    )


@pytest.mark.parametrize(
    ('component', 'fix', 'package', 'version', 'first'),
    [
        (
            'qemu',
            '8.0.0',
            'qemu-utils',
            '1:6.2+dfsg-2ubuntu6.22',
            '1:8.2.2+ds-0ubuntu1',
        ),
        (
            'libvirt',
            '9.0.0',
            'libvirt-daemon',
            '8.0.0-1ubuntu7.13',
            '10.0.0-2ubuntu8',
        ),
    ],
)
def test_so_it_is_with_the_data_that_come_with_the_library(
    component: str, fix: str, package: str, version: str, first: str
) -> None:
    dataset = facts_dataset.read([data.PLATFORMS])
    host = judging.host('ubuntu:24.04', {package: version})
    said = judging.judge(
        judging.fixed(fix, component=component), host, dataset
    )
    assert said.startswith('unknown: '), said
    assert said.endswith(
        f'; but {package} {version} names no release and is no update of the '
        f'first of ubuntu:24.04, {first}, so it may be of another one'
    ), said


def test_the_program_may_be_of_the_package_that_tells_what_was_shipped() -> (
    None
):
    # The fix is in a library, and the version is told by a program.
    version = '1:7.0+dfsg-7ubuntu1~22.04.1'
    package = workarounds.Package(name='qemu-block', fixed_in=version)
    fix = judging.fixed('2.2.0', ubuntu_22_04=package)
    said = f'ubuntu:22.04 has the fix in qemu-block {version}'
    ends = {
        'qemu-block': f'holds: {said}; installed: qemu-block {version}',
        'qemu-utils': f'holds: {said}; installed: qemu-block {version}',
        'acme': f'unknown: {said}; but /usr/bin/qemu-img is of acme',
    }
    for owner, sentence in ends.items():
        host = judging.host(
            'ubuntu:22.04',
            {'qemu-block': version},
            Reported('7.0.0', '/usr/bin/qemu-img', owner),
        )
        assert judging.judge(fix, host) == sentence


LINUX = 'linux-image-generic'
RUNS = (
    'Linux 5.15.0 runs, which may have been started before that was installed'
)
NOT_KNOWN = 'which Linux runs is not known'


@pytest.mark.parametrize(
    ('linux', 'runs'),
    [
        (Reported('5.15.0'), RUNS),
        (Unknown('nobody asked'), NOT_KNOWN),
        (None, NOT_KNOWN),
    ],
)
def test_the_kernel_that_was_installed_may_not_be_the_one_that_runs(
    linux: Reported | Unknown | None, runs: str
) -> None:
    package = workarounds.Package(name=LINUX, fixed_in='5.15.0.25.27')
    stated = judging.fixed('6.9', component='linux', ubuntu_22_04=package)
    host = judging.host('ubuntu:22.04', {LINUX: '5.15.0.25.27'}, linux=linux)
    has = (
        f'has the fix in {LINUX} 5.15.0.25.27; installed: {LINUX} 5.15.0.25.27'
    )
    assert judging.judge(stated, host) == (
        f'unknown: ubuntu:22.04 {has}; but {runs}'
    )
    assert judging.judge(judging.fixed('5.9', component='linux'), host) == (
        'unknown: ubuntu:22.04 first shipped Linux 5.15, past the fix in 5.9; '
        f'installed: {LINUX} 5.15.0.25.27; but {runs}'
    )


def test_a_kernel_without_the_fix_in_its_package_has_it_nowhere() -> None:
    package = workarounds.Package(name=LINUX, fixed_in='5.15.0.26.28')
    fix = judging.fixed('6.9', component='linux', ubuntu_22_04=package)
    linux = Reported('5.15.0')
    host = judging.host('ubuntu:22.04', {LINUX: '5.15.0.25.27'}, linux=linux)
    assert judging.judge(fix, host) == (
        f'open: ubuntu:22.04 has the fix in {LINUX} 5.15.0.26.28; '
        f'installed: {LINUX} 5.15.0.25.27, which is older'
    )
