# SPDX-License-Identifier: Apache-2.0
"""Whether an installed package is the platform's own."""

import pytest

from workarounds.advice.facts import packages
from workarounds.advice.facts.hosts import Installed
from workarounds.advice.facts.platforms import Platform

ALMA = Platform(
    'almalinux:9',
    'AlmaLinux OS 9',
    'rpm',
    'https://almalinux.org',
    marks=['el9'],
    vendors=['AlmaLinux'],
)
LEAP = Platform(
    'opensuse-leap:15.6',
    'openSUSE Leap 15.6',
    'rpm',
    'https://opensuse.org',
    marks=['lp156', '150600'],
    vendors=['openSUSE', 'SUSE LLC <https://www.suse.com/>'],
)
CENTOS = Platform(
    'centos:9', 'CentOS Stream 9', 'rpm', 'https://centos.org', marks=['el9']
)
REBUILD = (
    "is not written as {} writes versions, so it may be somebody's rebuild"
)


def doubt(
    platform: str,
    version: str,
    vendor: str = '',
    known: Platform | None = None,
) -> str | None:
    installed = Installed(version, vendor)
    return packages.doubt('qemu', installed, platform, known)


@pytest.mark.parametrize(
    ('platform', 'version'),
    [
        ('debian:12', '1:7.2+dfsg-7'),
        ('debian:12', '1:7.2+dfsg-7+b3'),
        ('debian:12', '1:7.2+dfsg-7+deb12u1'),
        ('debian:12', '1:7.2+dfsg-7+deb12u18+b3'),
        ('debian:12', '1:7.2.22+dfsg-1~deb12u1'),
        ('debian:12', '7.2-1.1'),
        ('debian:12', '7.2-1+nmu1'),
        ('debian:12', '20240101'),
        ('debian:12', '1.2.3+deb12u1'),
        ('debian:13', '1:10.0.2+ds-2+deb13u1'),
        ('debian:13', '1:10.0.2+ds-2~deb13u1+deb13u2'),
        # The first update of Debian 8 that the data files tell of.
        ('debian:8', '1:2.1+dfsg-12+deb8u5a'),
        ('ubuntu:24.04', '1:8.2.2+ds-0ubuntu1'),
        ('ubuntu:24.04', '1:8.2.2+ds-0ubuntu1.4'),
        ('ubuntu:24.04', '10.0.0-2ubuntu8.9'),
        ('ubuntu:24.04', '2.4-1'),
        ('ubuntu:24.04', '2.4-1build2'),
        ('ubuntu:24.04', '2.4-1ubuntu1build2.1'),
        ('ubuntu:22.04', '9.18-0ubuntu0.22.04.2'),
        ('ubuntu:22.04', '1.0-2ubuntu1~22.04.1'),
        ('ubuntu:16.04', '1:2.5+dfsg-5ubuntu10.51+esm4'),
    ],
)
def test_a_package_of_debian_or_ubuntu_is_known_by_how_it_is_written(
    platform: str, version: str
) -> None:
    assert doubt(platform, version) is None


@pytest.mark.parametrize(
    ('platform', 'version', 'said'),
    [
        (
            'debian:12',
            '1:8.2.1+ds-1~bpo12+1',
            'is a backport from a later release (~bpo)',
        ),
        (
            'debian:12',
            '1:7.2+dfsg-7+deb12u1~bpo11+1',
            'is a backport from a later release (~bpo)',
        ),
        (
            'ubuntu:22.04',
            '1:8.2.2+ds-0ubuntu1~cloud0',
            "is from Ubuntu's Cloud Archive (~cloud)",
        ),
        (
            'ubuntu:22.04',
            '1:6.2+dfsg-2ubuntu6~ppa1',
            'is from a personal archive (~ppa)',
        ),
        ('debian:12', '1:7.2+dfsg-7+deb11u1', 'is a package of debian:11'),
        ('debian:1', '1:7.2+dfsg-7+deb12u1', 'is a package of debian:12'),
        (
            'ubuntu:22.04',
            '9.18-0ubuntu0.20.04.2',
            'is a package of ubuntu:20.04',
        ),
        (
            'ubuntu:22.04',
            '1.0-2ubuntu1~24.04.1',
            'is a package of ubuntu:24.04',
        ),
        ('debian:12', '1:6.2+dfsg-2ubuntu6', REBUILD.format('debian')),
        ('debian:12', '1:7.2+dfsg-7local1', REBUILD.format('debian')),
        ('debian:12', '1:7.2+dfsg-7+rpi1', REBUILD.format('debian')),
        ('debian:12', '1:7.2+dfsg-7+deb12u1+acme1', REBUILD.format('debian')),
        ('debian:12', '1:7.2+dfsg-7+deb12u1\n', REBUILD.format('debian')),
        ('debian:12', '1:7.2+dfsg-', REBUILD.format('debian')),
        ('ubuntu:22.04', '6.2-2ubuntu6+deb12u1', REBUILD.format('ubuntu')),
        ('ubuntu:22.04', '6.2-2ubuntu6acme1', REBUILD.format('ubuntu')),
    ],
)
def test_a_package_that_is_written_differently_is_doubted(
    platform: str, version: str, said: str
) -> None:
    assert doubt(platform, version) == f'qemu {version} {said}'


@pytest.mark.parametrize(
    ('version', 'vendor', 'known'),
    [
        ('17:6.2.0-11.el9', 'AlmaLinux', ALMA),
        ('17:6.2.0-11.el9_0.3', 'AlmaLinux', ALMA),
        ('17:6.2.0-11.el9.alma.1', 'AlmaLinux', ALMA),
        ('1-64.module+el9.0.0+3180+d6a3561d.2', 'AlmaLinux', ALMA),
        ('8.2.2-150600.3.1', 'SUSE LLC <https://www.suse.com/>', LEAP),
        ('1.19.5-lp156.4.1', 'openSUSE', LEAP),
    ],
)
def test_a_package_of_an_rpm_platform_is_known_by_mark_and_vendor(
    version: str, vendor: str, known: Platform
) -> None:
    assert doubt(known.id, version, vendor, known) is None


@pytest.mark.parametrize(
    'version',
    [
        '17:6.2.0-11.el8',
        '17:6.2.0-11.el90',
        '17:6.2.0-11.el9s',
        '17:6.2.0-11',
        'el9-11.fc40',
        '17:6.2.0-11.notel9',
    ],
)
def test_a_package_without_the_mark_is_of_another_platform(
    version: str,
) -> None:
    assert doubt('almalinux:9.4', version, 'AlmaLinux', ALMA) == (
        f'qemu {version} has no el9 in its release, so it is of another '
        f'platform'
    )


def test_all_marks_of_a_platform_are_named() -> None:
    assert doubt('opensuse-leap:15.6', '1-1', 'openSUSE', LEAP) == (
        'qemu 1-1 has no lp156 or 150600 in its release, so it is of another '
        'platform'
    )


def test_a_package_that_somebody_else_built_is_doubted() -> None:
    assert doubt('almalinux:9', '1-1.el9', 'Remi', ALMA) == (
        'qemu 1-1.el9 was built by Remi, not by AlmaLinux'
    )


def test_a_package_that_nobody_says_to_have_built_is_doubted() -> None:
    # rpmbuild --rebuild leaves the vendor out.
    assert doubt('almalinux:9', '17:6.2.0-11.el9', '', ALMA) == (
        'qemu 17:6.2.0-11.el9 was built by somebody who does not say so, not '
        'by AlmaLinux'
    )


@pytest.mark.parametrize(
    ('platform', 'known'),
    [
        ('ol:9', None),
        ('raspbian:12', None),
        ('centos:9', CENTOS),
        (
            'sles:15.7',
            Platform('sles:15.7', 'SLES', 'rpm', 'https://suse.com'),
        ),
    ],
)
@pytest.mark.parametrize('vendor', ['', 'Oracle', 'CentOS'])
def test_a_package_of_a_platform_without_marks_or_vendors_is_doubted(
    platform: str, known: Platform | None, vendor: str
) -> None:
    assert doubt(platform, '1-1.el9', vendor, known) == (
        'no data file says how to recognise the own packages of this '
        'platform, so qemu 1-1.el9 may be a rebuild'
    )


@pytest.mark.parametrize(
    'mark',
    ['', '.1', '.16', '.1.2', '+esm1', '~esm1', '.51+esm2', '+b1', '.1+b12'],
)
def test_an_update_puts_its_mark_behind_the_first_version(mark: str) -> None:
    first = '1:6.2-2ubuntu6'
    assert packages.is_update(f'{first}{mark}', first, 'ubuntu:22.04')


@pytest.mark.parametrize(
    'version',
    [
        # Older, without the epoch, of another upstream version, or longer.
        '1:6.2-2ubuntu5.1',
        '6.2-2ubuntu6',
        '1:6.2.1-2ubuntu6',
        '1:6.2-2ubuntu60',
        '1:6.2-2ubuntu61.1',
        '1:6.2-2ubuntu',
        '',
        # Marks of something else, or half a mark, or what is no digit.
        '1:6.2-2ubuntu6build1',
        '1:6.2-2ubuntu6.',
        '1:6.2-2ubuntu6.1a',
        '1:6.2-2ubuntu6+1',
        '1:6.2-2ubuntu6+b',
        '1:6.2-2ubuntu6esm1',
        '1:6.2-2ubuntu6+b1+esm1',
        '1:6.2-2ubuntu6.1\n',
        '1:6.2-2ubuntu6.\u0661',
    ],
)
def test_whatever_else_stands_there_makes_no_update(version: str) -> None:
    first = '1:6.2-2ubuntu6'
    assert not packages.is_update(version, first, 'ubuntu:22.04')


@pytest.mark.parametrize(
    ('mark', 'is_update'),
    [('', True), ('+b2', True), ('.1', False), ('+esm1', False)],
)
def test_debian_updates_no_stable_release_with_a_dot(
    mark: str, is_update: bool
) -> None:
    first = '1:7.2+dfsg-7'
    found = packages.is_update(f'{first}{mark}', first, 'debian:12')
    assert found is is_update


def test_the_mark_of_another_ubuntu_makes_no_update() -> None:
    first = '1:6.2-2ubuntu6'
    version = f'{first}.24.04.1'
    assert not packages.is_update(version, first, 'ubuntu:22.04')


@pytest.mark.parametrize(
    ('platform', 'version', 'named'),
    [
        ('debian:12', '1:7.2+dfsg-7+deb12u5', True),
        ('debian:12', '1:7.2.22+dfsg-1~deb12u1+b1', True),
        ('debian:12', '1:7.2+dfsg-7', False),
        ('debian:12', '1:7.2+dfsg-7+b1', False),
        ('debian:12', '1:7.2+dfsg-7+deb11u5', False),
        ('debian:1', '1:7.2+dfsg-7+deb12u5', False),
        ('ubuntu:22.04', '9.18-0ubuntu0.22.04.2', True),
        ('ubuntu:22.04', '1.0-2ubuntu1~22.04', True),
        ('ubuntu:22.04', '1:6.2+dfsg-2ubuntu6.16', False),
        ('ubuntu:22.04', '1.0-2ubuntu1~22.041', False),
        ('rocky:9', '17:6.2.0-11.el9', True),
    ],
)
def test_some_versions_name_the_release_that_they_are_of(
    platform: str, version: str, named: bool
) -> None:
    installed = Installed(version)
    assert packages.names_its_release(installed, platform) is named
