# SPDX-License-Identifier: Apache-2.0
"""Hosts that tell little, and programs that hide packages."""

import dataclasses

import pytest

from tests.unit.advice import judging
import workarounds
from workarounds.advice.facts.hosts import Host
from workarounds.advice.facts.hosts import Installed
from workarounds.advice.facts.hosts import Reported
from workarounds.advice.facts.hosts import Unknown

FIXED = judging.fixed(
    '2.2.0',
    debian_12=workarounds.Package(
        name='qemu-utils', fixed_in='1:7.2+dfsg-7+deb12u5'
    ),
)
STATED = 'debian:12 has the fix in qemu-utils 1:7.2+dfsg-7+deb12u5'
CAME = 'debian:12 first shipped QEMU 7.2, past the fix in 2.2.0'
SHIPPED_LATER = judging.fixed('2.2.0')


@pytest.mark.parametrize(
    'why',
    [
        'dpkg-query is not installed',
        'there is no RPM database',
        'rpm fails: error: rpmdb: BDB0113 Thread/process failed',
        'the probe rpm did not answer within 20 s',
    ],
)
def test_without_a_package_database_it_is_not_known(why: str) -> None:
    host = judging.host('debian:12', Unknown(why))
    assert judging.judge(FIXED, host) == f'unknown: {STATED}; but {why}'
    assert judging.judge(SHIPPED_LATER, host) == f'unknown: {CAME}; but {why}'


@pytest.mark.parametrize(
    'why',
    [
        'qemu-utils is not installed',
        'qemu-utils is installed in several versions: 1.0-1, 2.0-1',
    ],
)
def test_a_package_that_is_not_there_once_is_not_known(why: str) -> None:
    host = judging.host('debian:12', {'qemu-utils': Unknown(why)})
    assert judging.judge(FIXED, host) == f'unknown: {STATED}; but {why}'
    assert judging.judge(SHIPPED_LATER, host) == f'unknown: {CAME}; but {why}'


def test_a_package_that_nobody_asked_about_is_not_known() -> None:
    assert judging.judge(FIXED, judging.host('debian:12', {})) == (
        f'unknown: {STATED}; but nobody asked for the package qemu-utils'
    )


ARCH = 'arch:rolling'
NO_RELEASE = Unknown('there is no os-release file')


@pytest.mark.parametrize(
    ('platform', 'name'),
    [
        (ARCH, ARCH),
        ('ubuntu:25.10', 'ubuntu:25.10'),
        ('debian:1', 'debian:1'),
        (NO_RELEASE, 'this platform (there is no os-release file)'),
    ],
)
@pytest.mark.parametrize(
    ('version', 'sentence'),
    [
        (
            '2.1.3',
            'unknown: QEMU says it is 2.1.3, before the fix in 2.2.0; '
            'nothing is known of {}, which may have carried the fix back',
        ),
        (
            '2.2.0-rc4',
            'unknown: QEMU says it is 2.2.0-rc4, before the fix in 2.2.0; '
            'nothing is known of {}, which may have carried the fix back',
        ),
        (
            '2.2.0',
            'holds: QEMU says it is 2.2.0, at the fix in 2.2.0; nothing is '
            'known of {}',
        ),
        (
            '2.10.0',
            'holds: QEMU says it is 2.10.0, past the fix in 2.2.0; nothing '
            'is known of {}',
        ),
    ],
)
def test_on_an_unknown_platform_a_component_s_own_word_counts(
    platform: str | Unknown, name: str, version: str, sentence: str
) -> None:
    for package in (None, '', 'qemu'):
        reported = Reported(version, '/usr/bin/qemu-img', package)
        host = judging.host(platform, {}, reported)
        assert judging.judge(FIXED, host) == sentence.format(name)


def test_a_component_that_says_nothing_on_an_unknown_platform() -> None:
    mute = Unknown('qemu-img is not installed')
    assert judging.judge(FIXED, judging.host(ARCH, {}, mute)) == (
        'unknown: nothing is known of arch:rolling, and QEMU does not tell '
        'its version: qemu-img is not installed'
    )


def test_a_component_that_says_what_is_no_version_is_unknown() -> None:
    host = judging.host(ARCH, {}, Reported('1.1.1k-fips'))
    assert judging.judge(FIXED, host) == (
        "unknown: '1.1.1k-fips' is not a version by the rules of upstream"
    )


LOCAL = '/usr/local/bin/qemu-img'


@pytest.mark.parametrize(
    ('program', 'package'),
    [
        (LOCAL, ''),
        (LOCAL, None),
        ('/opt/qemu/bin/qemu-img', ''),
        ('/opt/qemu/bin/qemu-img', None),
        ('/snap/bin/qemu-img', None),
        ('/home/nova/bin/qemu-img', None),
        ('/usr/bin/qemu-img', ''),
    ],
)
@pytest.mark.parametrize('version', ['2.1.0', '99.0.0'])
def test_a_source_build_that_hides_the_package_is_unknown(
    program: str, package: str | None, version: str
) -> None:
    host = judging.host(
        'debian:12',
        {'qemu-utils': '1:7.2+dfsg-7+deb12u5'},
        Reported(version, program, package),
    )
    for fix in (FIXED, SHIPPED_LATER):
        assert judging.judge(fix, host) == (
            f'unknown: {program}, which belongs to no package, says it is '
            f'{version} and hides the packaged one'
        )


def test_a_program_of_another_package_hides_the_packaged_one_too() -> None:
    host = judging.host(
        'debian:12',
        {'qemu-utils': '1:7.2+dfsg-7+deb12u5'},
        Reported('2.1.0', '/opt/acme/bin/qemu-img', 'acme-qemu'),
    )
    other = 'but /opt/acme/bin/qemu-img is of acme-qemu'
    assert judging.judge(SHIPPED_LATER, host) == f'unknown: {CAME}; {other}'
    assert judging.judge(FIXED, host) == f'unknown: {STATED}; {other}'


@pytest.mark.parametrize(
    ('program', 'package'),
    [
        ('/usr/bin/qemu-img', 'qemu-utils'),
        ('/usr/bin/qemu-img', None),
        ('/bin/qemu-img', None),
        ('/sbin/qemu-img', None),
    ],
)
def test_a_program_of_the_package_hides_nothing(
    program: str, package: str | None
) -> None:
    host = judging.host(
        'debian:12',
        {'qemu-utils': '1:7.2+dfsg-7'},
        Reported('7.2.22', program, package),
    )
    assert judging.judge(SHIPPED_LATER, host) == (
        f'holds: {CAME}; installed: qemu-utils 1:7.2+dfsg-7'
    )


@pytest.mark.parametrize(
    ('reported', 'sentence'),
    [
        ('2.1.0', f'unknown: {CAME}; but QEMU says it is 2.1.0'),
        ('7.1.94', f'unknown: {CAME}; but QEMU says it is 7.1.94'),
        ('7.2.0rc4', f'unknown: {CAME}; but QEMU says it is 7.2.0rc4'),
        ('7.2', f'holds: {CAME}; installed: qemu-utils 1:7.2+dfsg-7'),
        ('7.2.0', f'holds: {CAME}; installed: qemu-utils 1:7.2+dfsg-7'),
        ('99.0', f'holds: {CAME}; installed: qemu-utils 1:7.2+dfsg-7'),
    ],
)
@pytest.mark.parametrize('package', ['qemu-utils', None])
def test_a_component_older_than_what_was_first_shipped_is_not_that(
    reported: str, sentence: str, package: str | None
) -> None:
    host = judging.host(
        'debian:12',
        {'qemu-utils': '1:7.2+dfsg-7'},
        Reported(reported, '/usr/bin/qemu-img', package),
    )
    assert judging.judge(SHIPPED_LATER, host) == sentence


def test_a_kernel_on_an_unknown_platform_is_the_one_that_runs() -> None:
    host = judging.host(ARCH, {}, linux=Reported('6.9.1'))
    assert judging.judge(judging.fixed('6.9', component='linux'), host) == (
        'holds: Linux says it is 6.9.1, past the fix in 6.9; nothing is '
        'known of arch:rolling'
    )


UNSTATED = workarounds.Undetermined('nobody found out')


def test_an_unknown_fix_upstream_is_unknown_unless_the_platform_says() -> None:
    host = judging.host('debian:12', {'qemu-utils': '1:7.2+dfsg-7+deb12u5'})
    assert judging.judge(judging.fixed(UNSTATED), host) == (
        'unknown: the version of QEMU with the fix is not known: nobody '
        'found out'
    )
    stated = dict(FIXED.packages)
    fix = workarounds.PackageFix(
        component='qemu', version=UNSTATED, packages=stated
    )
    assert judging.judge(fix, host) == (
        f'holds: {STATED}; installed: qemu-utils 1:7.2+dfsg-7+deb12u5'
    )


BRICK = judging.fixed('6.2.0', component='os-brick')


def with_brick(
    version: str, package: str | None, platform: str = 'debian:12'
) -> Host:
    return Host(
        platform,
        'dpkg',
        {'python3-os-brick': Installed('6.1.0-1+deb12u2')},
        {'os-brick': Reported(version, package=package)},
    )


@pytest.mark.parametrize(
    ('version', 'sentence'),
    [
        ('6.1.9', 'open: {} 6.1.9 {}, before the fix in 6.2.0'),
        ('6.2.0rc1', 'open: {} 6.2.0rc1 {}, before the fix in 6.2.0'),
        ('6.2.0.dev9', 'open: {} 6.2.0.dev9 {}, before the fix in 6.2.0'),
        ('6.2', 'holds: {} 6.2 {}, at the fix in 6.2.0'),
        ('6.2.0.post1', 'holds: {} 6.2.0.post1 {}, past the fix in 6.2.0'),
        ('10.0.0', 'holds: {} 10.0.0 {}, past the fix in 6.2.0'),
    ],
)
def test_what_pip_installed_is_compared_by_pep_440(
    version: str, sentence: str
) -> None:
    assert judging.judge(BRICK, with_brick(version, '')) == sentence.format(
        'os-brick', 'is installed from PyPI'
    )


def test_a_distribution_s_python_package_is_not_compared_with_upstream() -> (
    None
):
    assert judging.judge(BRICK, with_brick('6.1.0', None)) == (
        'unknown: no data file says in which package debian:12 has the fix '
        'in os-brick, nor what it first shipped'
    )


def test_what_pip_installed_hides_the_distribution_s_package() -> None:
    package = workarounds.Package(
        name='python3-os-brick', fixed_in='6.1.0-1+deb12u1'
    )
    fix = judging.fixed('6.2.0', component='os-brick', debian_12=package)
    assert judging.judge(fix, with_brick('6.0.0', '')) == (
        'open: os-brick 6.0.0 is installed from PyPI, before the fix in 6.2.0'
    )
    assert judging.judge(fix, with_brick('6.0.0', None)) == (
        'holds: debian:12 has the fix in python3-os-brick 6.1.0-1+deb12u1; '
        'installed: python3-os-brick 6.1.0-1+deb12u2'
    )


def test_a_host_that_tells_nothing_at_all_is_unknown() -> None:
    host = Host(NO_RELEASE)
    assert judging.judge(FIXED, host) == (
        'unknown: nothing is known of this platform (there is no os-release '
        'file), and QEMU does not tell its version: nobody asked qemu for '
        'its version'
    )
    known = dataclasses.replace(host, platform='debian:12')
    assert (
        judging.judge(FIXED, known) == f'unknown: {STATED}; but nobody asked'
    )
