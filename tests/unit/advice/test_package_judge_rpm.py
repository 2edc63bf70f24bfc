# SPDX-License-Identifier: Apache-2.0
"""Fixes in packages on Rocky Linux, Fedora and SUSE, by RPM's rules."""

import pytest

from tests.unit.advice import judging
import workarounds
from workarounds.advice.facts.hosts import Host
from workarounds.advice.facts.hosts import Installed

SUSE = 'SUSE LLC <https://www.suse.com/>'
FIXED = workarounds.PackageFix(
    component='qemu',
    version='10.2.0',
    packages={
        platform: workarounds.Package(name=name, fixed_in=version)
        for platform, name, version in (
            ('rocky:9', 'qemu-img', '17:6.2.0-11.el9_0.3'),
            ('fedora:43', 'qemu-img', '2:10.1.0-7.fc43'),
            ('sles:15.6', 'qemu-tools', '8.2.10-150600.3.30.1'),
            ('opensuse-leap:15.6', 'qemu-tools', '8.2.10-lp156.3.30.1'),
        )
    },
)
STATED = 'has the fix in qemu-img 17:6.2.0-11.el9_0.3'


def on(
    platform: str,
    version: str,
    vendor: str = '',
    package: str = 'qemu-img',
) -> Host:
    return judging.host(platform, {package: Installed(version, vendor)})


@pytest.mark.parametrize(
    'version',
    [
        '17:6.2.0-11.el9_0.3',
        '17:6.2.0-11.el9_0.10',
        '17:6.2.0-12.el9',
        '17:8.2.0-11.el9_4.6',
        '18:1.0-1.el9',
    ],
)
@pytest.mark.parametrize('platform', ['rocky:9', 'rocky:9.4'])
def test_at_or_past_the_fixed_package_a_minor_release_has_the_fix(
    platform: str, version: str
) -> None:
    assert judging.judge(FIXED, on(platform, version, judging.ROCKY)) == (
        f'holds: rocky:9 {STATED}; installed: qemu-img {version}'
    )


@pytest.mark.parametrize(
    'version',
    [
        '17:6.2.0-11.el9_0.2',
        '17:6.2.0-11.el9',
        '17:6.2.0~rc1-99.el9',
        '16:9.9.9-1.el9',
        '9.9.9-1.el9',
    ],
)
def test_before_the_fixed_package_a_minor_release_may_have_the_fix(
    version: str,
) -> None:
    # Its updates are a branch of their own, with versions of their own.
    assert judging.judge(FIXED, on('rocky:9', version, judging.ROCKY)) == (
        f'open: rocky:9 {STATED}; installed: qemu-img {version}, which is '
        f'older'
    )
    assert judging.judge(FIXED, on('rocky:9.4', version, judging.ROCKY)) == (
        f'unknown: rocky:9 {STATED}; installed: qemu-img {version}, which is '
        f'older, but rocky:9.4 may have a fixed version of its own'
    )


def test_a_row_of_the_minor_release_is_preferred() -> None:
    package = workarounds.Package(
        name='qemu-img', fixed_in='17:8.2.0-11.el9_4.6'
    )
    fix = judging.fixed(
        '9.0.0', rocky_9=FIXED.packages['rocky:9'], rocky_9_4=package
    )
    host = on('rocky:9.4', '17:8.2.0-11.el9_4.5', judging.ROCKY)
    assert judging.judge(fix, host) == (
        'open: rocky:9.4 has the fix in qemu-img 17:8.2.0-11.el9_4.6; '
        'installed: qemu-img 17:8.2.0-11.el9_4.5, which is older'
    )


@pytest.mark.parametrize(
    ('version', 'vendor', 'why'),
    [
        (
            '17:9.0.0-1.el8',
            judging.ROCKY,
            'has no el9 in its release, so it is of another platform',
        ),
        (
            '17:9.0.0-1.el90',
            judging.ROCKY,
            'has no el9 in its release, so it is of another platform',
        ),
        (
            '17:9.0.0-1.acme',
            judging.ROCKY,
            'has no el9 in its release, so it is of another platform',
        ),
        (
            '17:9.0.0-1.el9',
            'Fedora Project',
            f'was built by Fedora Project, not by {judging.ROCKY}',
        ),
        (
            '17:9.0.0-1.el9',
            'CentOS',
            f'was built by CentOS, not by {judging.ROCKY}',
        ),
    ],
)
def test_a_package_that_is_not_the_platform_s_own_is_not_compared(
    version: str, vendor: str, why: str
) -> None:
    host = on('rocky:9.4', version, vendor)
    doubt = f'but qemu-img {version} {why}'
    assert judging.judge(FIXED, host) == (
        f'unknown: rocky:9 {STATED}; {doubt}'
    )
    assert judging.judge(judging.fixed('2.2.0'), host) == (
        f'unknown: rocky:9 first shipped QEMU 6.2.0, past the fix in 2.2.0; '
        f'{doubt}'
    )


def test_a_rebuild_that_names_no_vendor_is_not_the_platform_s_own() -> None:
    # rpmbuild on that very host: the mark is its own, and a vendor is
    # missing, which Rocky's own packages never lack.
    assert judging.judge(FIXED, on('rocky:9.4', '17:9.0.0-1.el9')) == (
        f'unknown: rocky:9 {STATED}; but qemu-img 17:9.0.0-1.el9 was built by '
        f'somebody who does not say so, not by {judging.ROCKY}'
    )


def test_a_minor_release_is_judged_by_what_the_release_first_shipped() -> None:
    host = on('rocky:9.4', '17:8.2.0-11.el9_4.6', judging.ROCKY)
    assert judging.judge(judging.fixed('6.2.0'), host) == (
        'holds: rocky:9 first shipped QEMU 6.2.0, at the fix in 6.2.0; '
        'installed: qemu-img 17:8.2.0-11.el9_4.6'
    )
    assert judging.judge(judging.fixed('6.2.1'), host) == (
        'unknown: rocky:9 first shipped QEMU 6.2.0, before the fix in 6.2.1; '
        'rocky:9 may have carried the fix back, and no data file says so'
    )


@pytest.mark.parametrize(
    ('version', 'word'),
    [
        ('2:10.1.0-6.fc43', 'open'),
        ('2:10.1.0-7.fc43', 'holds'),
        ('2:10.1.0-7.fc43.1', 'holds'),
        ('2:10.1.0-10.fc43', 'holds'),
        ('2:10.1.0~rc4-9.fc43', 'open'),
        ('2:10.1.0^20260101gitabc-1.fc43', 'holds'),
        ('10.1.0-7.fc43', 'open'),
    ],
)
def test_fedora_s_packages_are_compared_by_rpm_s_rules(
    version: str, word: str
) -> None:
    assert judging.judge(
        FIXED, on('fedora:43', version, 'Fedora Project')
    ) == (
        f'{word}: fedora:43 has the fix in qemu-img 2:10.1.0-7.fc43; '
        f'installed: qemu-img {version}'
        + (', which is older' if word == 'open' else '')
    )


@pytest.mark.parametrize(
    ('version', 'vendor', 'why'),
    [
        (
            '2:10.2.0-1.fc42',
            'Fedora Project',
            'has no fc43 in its release, so it is of another platform',
        ),
        (
            '2:10.2.0-1.fc43',
            'Fedora Copr - user acme',
            'was built by Fedora Copr - user acme, not by Fedora Project',
        ),
    ],
)
def test_a_package_that_is_not_fedora_s_is_not_compared(
    version: str, vendor: str, why: str
) -> None:
    assert judging.judge(FIXED, on('fedora:43', version, vendor)) == (
        f'unknown: fedora:43 has the fix in qemu-img 2:10.1.0-7.fc43; but '
        f'qemu-img {version} {why}'
    )


LEAP = 'opensuse-leap:15.6 has the fix in qemu-tools 8.2.10-lp156.3.30.1'
SLES = 'sles:15.6 has the fix in qemu-tools 8.2.10-150600.3.30.1'
OTHER = 'in its release, so it is of another platform'


@pytest.mark.parametrize(
    ('platform', 'version', 'sentence'),
    [
        (
            'sles:15.6',
            '8.2.10-150600.3.29.1',
            f'open: {SLES}; installed: {{}}, which is older',
        ),
        (
            'sles:15.6',
            '8.2.10-150600.3.30.1',
            f'holds: {SLES}; installed: {{}}',
        ),
        (
            'sles:15.6',
            '8.2.10-150700.1.1',
            f'unknown: {SLES}; but {{}} has no 150600 {OTHER}',
        ),
        (
            'sles:15.6',
            '8.2.10-1506001.1.1',
            f'unknown: {SLES}; but {{}} has no 150600 {OTHER}',
        ),
        (
            'opensuse-leap:15.6',
            '8.2.10-lp156.3.30.1',
            f'holds: {LEAP}; installed: {{}}',
        ),
        (
            'opensuse-leap:15.6',
            '8.2.10-lp156.3.29.9',
            f'open: {LEAP}; installed: {{}}, which is older',
        ),
        (
            'opensuse-leap:15.6',
            '8.2.10-lp155.3.30.1',
            f'unknown: {LEAP}; but {{}} has no lp156 or 150600 {OTHER}',
        ),
    ],
)
def test_suse_s_packages_are_told_by_the_service_pack_in_their_release(
    platform: str, version: str, sentence: str
) -> None:
    host = on(platform, version, SUSE, 'qemu-tools')
    assert judging.judge(FIXED, host) == sentence.format(
        f'qemu-tools {version}'
    )


@pytest.mark.parametrize('vendor', ['', 'CentOS', judging.ROCKY])
def test_a_platform_without_vendors_cannot_tell_its_own_packages(
    vendor: str,
) -> None:
    package = workarounds.Package(name='qemu-img', fixed_in='17:9.0.0-1.el9')
    fix = judging.fixed('9.0.0', centos_9=package)
    host = on('centos:9', '17:9.0.0-1.el9', vendor)
    assert judging.judge(fix, host) == (
        'unknown: centos:9 has the fix in qemu-img 17:9.0.0-1.el9; but no '
        'data file says how to recognise the own packages of this platform, '
        'so qemu-img 17:9.0.0-1.el9 may be a rebuild'
    )


def test_a_platform_without_marks_cannot_tell_its_own_packages() -> None:
    package = workarounds.Package(
        name='qemu-tools', fixed_in='7.1.0-150500.1.1'
    )
    fix = judging.fixed('8.0.0', sles_15_5=package)
    host = on('sles:15.5', '7.1.0-150500.1.1', SUSE, 'qemu-tools')
    assert judging.judge(fix, host) == (
        'unknown: sles:15.5 has the fix in qemu-tools 7.1.0-150500.1.1; but '
        'no data file says how to recognise the own packages of this '
        'platform, so qemu-tools 7.1.0-150500.1.1 may be a rebuild'
    )
