# SPDX-License-Identifier: Apache-2.0
"""Fixes on hosts, with their expected assessments.

Each case means: with this fix, that host has this status for that reason.
``sentences.txt`` shows the sentence of each.
"""

from collections.abc import Iterator
from typing import Any
from typing import NamedTuple

from tests.advice import samples
import workarounds
from workarounds import advice

LINK = 'https://bugs.example.org/9'
NEEDED, NOT_NEEDED, UNKNOWN = 'needed', 'not-needed', 'unknown'


class Case(NamedTuple):
    """A fix on a host: the status, the reason and some of the fields."""

    name: str
    fix: Any
    host: advice.Host
    status: str
    reason: str
    fields: dict[str, Any] = {}  # noqa: RUF012 - it is never changed


def stated(name: str, platform: str, fixed_in: str) -> workarounds.PackageFix:
    """Make a fix that a platform has in a package."""
    package = workarounds.Package(name=name, fixed_in=fixed_in)
    return workarounds.PackageFix(
        component='qemu', version='10.2.0', packages={platform: package}
    )


def state(word: Any, version: str = '2.2.0') -> workarounds.PackageFix:
    """Make a fix of which Debian 12 states a state, not a version."""
    package = workarounds.Package(name='qemu-utils', state=word)
    return samples.fixed(version, debian_12=package)


DEBIAN = stated('qemu-utils', 'debian:12', '1:7.2+dfsg-7+deb12u5')
BLOCK = 'qemu-block'
UBUNTU = stated('qemu-utils', 'ubuntu:22.04', '1:6.2+dfsg-2ubuntu6.16')
ESM = stated('qemu-utils', 'ubuntu:16.04', '1:2.5+dfsg-5ubuntu10.51+esm2')
ROCKY = stated('qemu-img', 'rocky:9', '17:6.2.0-11.el9_0.3')
FEDORA = stated('qemu-img', 'fedora:43', '2:10.1.0-7.fc43')
SLES = stated('qemu-tools', 'sles:15.6', '8.2.10-150600.3.30.1')
LEAP = stated('qemu-tools', 'opensuse-leap:15.6', '8.2.10-lp156.3.30.1')
SUSE = 'SUSE LLC <https://www.suse.com/>'
EARLIER = samples.fixed('2.2.0')
NOT_IN_BLOCK = samples.fixed(
    debian_12=workarounds.Package(name=BLOCK, state='unfixed')
)

#: By fix, platform and vendor: assessments by the version of its package.
_OWN: list[tuple[Any, str, str, dict[str, str]]] = [
    (
        DEBIAN,
        'debian:12',
        '',
        {
            # The last unfixed and the first fixed.
            '1:7.2+dfsg-7': NEEDED,
            '1:7.2+dfsg-7+deb12u4': NEEDED,
            '1:7.2+dfsg-7+deb12u5': NOT_NEEDED,
            # Built anew without a change.
            '1:7.2+dfsg-7+deb12u4+b9': NEEDED,
            '1:7.2+dfsg-7+deb12u5+b1': NOT_NEEDED,
            # Numbers are not compared as text: 18 is more than 5.
            '1:7.2+dfsg-7+deb12u18': NOT_NEEDED,
            # A tilde comes before the end.
            '1:7.2+dfsg-7.1~deb12u1': NOT_NEEDED,
            # No epoch comes before every epoch.
            '7.2+dfsg-7+deb12u5': NEEDED,
            '1:7.2.1~rc1+dfsg-1~deb12u1': NOT_NEEDED,
            # DSA-3471-1 and DSA-3087: a letter has been part of both.
            '1:7.2+dfsg-12+deb12u5a': NOT_NEEDED,
            '1:7.2+dfsg-8a+deb12u6': NOT_NEEDED,
            # A native package has no revision, but can have an epoch.
            '1:7.3+deb12u1': NOT_NEEDED,
        },
    ),
    (
        UBUNTU,
        'ubuntu:22.04',
        '',
        {
            '1:6.2+dfsg-2ubuntu6': NEEDED,
            '1:6.2+dfsg-2ubuntu6.9': NEEDED,
            '1:6.2+dfsg-2ubuntu6.15': NEEDED,
            '1:6.2+dfsg-2ubuntu6.16': NOT_NEEDED,
            '1:6.2+dfsg-2ubuntu6.100': NOT_NEEDED,
            '1:6.2+dfsg-2ubuntu6.16+esm1': NOT_NEEDED,
            '1:6.2+dfsg-2ubuntu6~esm1': NEEDED,
            '1:6.2+dfsg-2ubuntu6+b1': UNKNOWN,
            '1:7.0+dfsg-0ubuntu0.22.04.1': NOT_NEEDED,
            '1:7.0+dfsg-7ubuntu1~22.04.1': NOT_NEEDED,
            '1:7.0+dfsg-7ubuntu1~22.04': NOT_NEEDED,
        },
    ),
    (
        ESM,
        'ubuntu:16.04',
        '',
        {
            '1:2.5+dfsg-5ubuntu10.51': NEEDED,
            '1:2.5+dfsg-5ubuntu10.51+esm1': NEEDED,
            '1:2.5+dfsg-5ubuntu10.51+esm2': NOT_NEEDED,
            '1:2.5+dfsg-5ubuntu10.51+esm10': NOT_NEEDED,
        },
    ),
    (
        ROCKY,
        'rocky:9',
        samples.ROCKY,
        {
            '17:6.2.0-11.el9_0.3': NOT_NEEDED,
            '17:6.2.0-11.el9_0.10': NOT_NEEDED,
            '17:6.2.0-12.el9': NOT_NEEDED,
            '17:8.2.0-11.el9_4.6': NOT_NEEDED,
            '17:6.2.0-64.module+el9.0.0+3180+d6a3561d.2': NOT_NEEDED,
            '17:6.2.0-64.module_el9.0.0+2880+7d9e3703': NOT_NEEDED,
            '17:6.2.0-3.module_el9.0.0+2880+7d9e3703': NEEDED,
            '18:1.0-1.el9': NOT_NEEDED,
            '17:6.2.0-11.el9_0.2': NEEDED,
            '17:6.2.0-11.el9': NEEDED,
            '17:6.2.0~rc1-99.el9': NEEDED,
            '16:9.9.9-1.el9': NEEDED,
            '9.9.9-1.el9': NEEDED,
        },
    ),
    (
        FEDORA,
        'fedora:43',
        'Fedora Project',
        {
            '2:10.1.0-6.fc43': NEEDED,
            '2:10.1.0-7.fc43': NOT_NEEDED,
            '2:10.1.0-7.fc43.1': NOT_NEEDED,
            '2:10.1.0-10.fc43': NOT_NEEDED,
            '2:10.1.0~rc4-9.fc43': NEEDED,
            '2:10.1.0^20260101gitabc-1.fc43': NOT_NEEDED,
            '10.1.0-7.fc43': NEEDED,
        },
    ),
    (
        SLES,
        'sles:15.6',
        SUSE,
        {
            '8.2.10-150600.3.29.1': NEEDED,
            '8.2.10-150600.3.30.1': NOT_NEEDED,
        },
    ),
    (
        LEAP,
        'opensuse-leap:15.6',
        SUSE,
        {
            '8.2.10-lp156.3.29.9': NEEDED,
            '8.2.10-lp156.3.30.1': NOT_NEEDED,
        },
    ),
]
_COMPARED = {
    NEEDED: 'package-before-fix',
    NOT_NEEDED: 'package-at-or-past-fix',
    UNKNOWN: 'package-may-be-rebuilt',
}

#: By fix, platform and vendor: versions of packages that are not its own.
_FOREIGN: list[tuple[Any, str, str, dict[str, str]]] = [
    (
        DEBIAN,
        'debian:12',
        '',
        {
            '1:8.2.1+ds-1~bpo12+1': 'package-from-backports',
            '1:7.2+dfsg-7+deb12u1~bpo11+1': 'package-from-backports',
            '1:10.0.2+ds-2+deb13u1': 'package-of-another-release',
            '1:7.2+dfsg-7~deb11u1': 'package-of-another-release',
            # Of the next release, of no release, and of no release that is
            # known; those older than the fix do not have it.
            '1:10.0.2+ds-2': 'package-not-published',
            '1:10.0.3+ds-1': 'package-not-published',
            '1:7.2.1~rc1+dfsg-1': 'package-not-published',
            '1:7.2+dfsg-8': 'package-not-published',
            '1:7.2+dfsg-7.1': 'package-not-published',
            '1:7.2+dfsg-70': 'package-not-published',
            '1:7.2+dfsg-6': NEEDED,
            '1:5.2+dfsg-11': NEEDED,
            '7.2+dfsg-7': NEEDED,
            '1:7.3': 'package-not-published',
            '20240101': NEEDED,
            '7.2-1+nmu1': NEEDED,
            '1:7.2 1-1': 'package-not-published',
            'x:1-1': 'package-not-published',
            '1:7.2+dfsg-7acme1': 'package-may-be-rebuilt',
            '1:7.2+dfsg-7+rpi1': 'package-may-be-rebuilt',
            '1:7.2+dfsg-7+deb12u5acme1': 'package-may-be-rebuilt',
            '1:7.2+dfsg-7+deb12u1\n': 'package-may-be-rebuilt',
            '1:7.2+dfsg-': 'package-may-be-rebuilt',
            '1:6.2+dfsg-2ubuntu6': 'package-may-be-rebuilt',
        },
    ),
    (
        UBUNTU,
        'ubuntu:22.04',
        '',
        {
            '1:8.2.2+ds-0ubuntu1.4~cloud0': 'package-from-cloud-archive',
            '1:6.2+dfsg-2ubuntu6.16~cloud0': 'package-from-cloud-archive',
            '1:6.2+dfsg-2ubuntu6.16~ppa2': 'package-from-personal-archive',
            '1:6.2+dfsg-2~bpo11+1': 'package-from-backports',
            '1:8.2.2+ds-0ubuntu1~24.04.1': 'package-of-another-release',
            '1:6.2+dfsg-2ubuntu0.20.04.1': 'package-of-another-release',
            '1:6.2+dfsg-2ubuntu6.16+deb12u1': 'package-may-be-rebuilt',
            '1:6.2+dfsg-2ubuntu6.16acme1': 'package-may-be-rebuilt',
            '1:6.2+dfsg-2+b1': 'package-may-be-rebuilt',
            '1:2.5+dfsg-5ubuntu10.51': NEEDED,
            '1:8.2.2+ds-0ubuntu1.4': 'package-not-published',
            '1:6.2+dfsg-2ubuntu60': 'package-not-published',
            '1:6.2+dfsg-2ubuntu6.24.04.1': 'package-not-published',
            '1:6.2+dfsg-2ubuntu6.16build1': 'package-not-published',
            # Taken over from Debian as it is.
            '1:7.0+dfsg-7': 'package-not-published',
            '1:7.0+dfsg-7build2': 'package-not-published',
        },
    ),
    (
        ROCKY,
        'rocky:9.4',
        samples.ROCKY,
        {
            '17:9.0.0-1.el8': 'package-of-another-platform',
            '17:9.0.0-1.el90': 'package-of-another-platform',
            '17:9.0.0-1.notel9': 'package-of-another-platform',
            '17:9.0.0-1': 'package-of-another-platform',
        },
    ),
    (
        ROCKY,
        'rocky:9.4',
        'Fedora Project',
        {'17:9.0.0-1.el9': 'package-of-another-vendor'},
    ),
    # rpmbuild on that very host leaves the vendor out.
    (
        ROCKY,
        'rocky:9.4',
        '',
        {'17:9.0.0-1.el9': 'package-of-another-vendor'},
    ),
    (
        FEDORA,
        'fedora:43',
        'Fedora Project',
        {'2:10.2.0-1.fc42': 'package-of-another-platform'},
    ),
    (
        SLES,
        'sles:15.6',
        SUSE,
        {
            '8.2.10-150700.1.1': 'package-of-another-platform',
            '8.2.10-1506001.1.1': 'package-of-another-platform',
        },
    ),
    (
        LEAP,
        'opensuse-leap:15.6',
        SUSE,
        {'8.2.10-lp155.3.30.1': 'package-of-another-platform'},
    ),
    (
        stated('qemu-img', 'centos:9', '17:9.0.0-1.el9'),
        'centos:9',
        'CentOS',
        {'17:9.0.0-1.el9': 'package-origin-not-known'},
    ),
    (
        stated('qemu-tools', 'sles:15.5', '7.1.0-150500.1.1'),
        'sles:15.5',
        SUSE,
        {'7.1.0-150500.1.1': 'package-origin-not-known'},
    ),
]


def _package(fix: workarounds.PackageFix) -> str:
    [package] = fix.packages.values()
    return package.name


def packages() -> Iterator[Case]:
    """Return versions of packages: of the platform's own, and of others."""
    for fix, platform, vendor, versions in (*_OWN, *_FOREIGN):
        for version, word in versions.items():
            package = {_package(fix): advice.Installed(version, vendor)}
            host = samples.host(platform, package)
            name = f'{platform}, {version}, {vendor}'
            status = word if word in _COMPARED else UNKNOWN
            reason = _COMPARED.get(word, word)
            yield Case(name, fix, host, status, reason)


def debian(version: str, qemu: Any = None, platform: str = 'debian:12') -> Any:
    """Make a host that has a package of QEMU."""
    return samples.host(platform, {'qemu-utils': version}, qemu)


def program(
    version: str = '7.2', path: str = '/usr/bin/qemu-img', package: Any = None
) -> advice.Reported:
    """Return what qemu-img reports."""
    return advice.Reported(version, path, package)


FIRST = '1:7.2+dfsg-7'
FIXED = '1:7.2+dfsg-7+deb12u5'
UNSTATED = workarounds.Undetermined('nobody found out')
ARCH = 'arch:rolling'
NO_RELEASE = advice.Unknown('there is no os-release file')
LINUX = 'linux-image-generic'
PROGRAM, NOT_FIXED = 'program-at-or-past-fix', 'platform-not-fixed'
BRICK = samples.fixed('6.2.0', component='os-brick')


def linux(fix: workarounds.PackageFix, runs: Any, name: str) -> Case:
    """Make a case of a kernel that was installed."""
    host = samples.host('ubuntu:22.04', {LINUX: '5.15.0.25.27'}, linux=runs)
    return Case(name, fix, host, UNKNOWN, 'running-kernel-not-known')


def kernel(version: str, fixed_in: str) -> workarounds.PackageFix:
    """Make a fix in the kernel of Ubuntu 22.04."""
    package = workarounds.Package(name=LINUX, fixed_in=fixed_in)
    return samples.fixed(version, component='linux', ubuntu_22_04=package)


def brick(version: str, package: str | None) -> advice.Host:
    """Make a host with os-brick, from PyPI if it is in no package."""
    return advice.Host(
        'debian:12',
        'dpkg',
        {'python3-os-brick': advice.Installed('6.1.0-1+deb12u2')},
        {'os-brick': advice.Reported(version, package=package)},
    )


_BRICK_STATED = samples.fixed(
    '6.2.0',
    component='os-brick',
    debian_12=workarounds.Package(
        name='python3-os-brick', fixed_in='6.1.0-1+deb12u1'
    ),
)
_PER_MINOR = samples.fixed(
    '9.0.0',
    rocky_9=ROCKY.packages['rocky:9'],
    rocky_9_4=workarounds.Package(
        name='qemu-img', fixed_in='17:8.2.0-11.el9_4.6'
    ),
)
_NO_ANSWER = advice.Unknown('qemu-img is not installed')


def rocky(platform: str, version: str) -> advice.Host:
    """Make a host of Rocky Linux with its own package."""
    package = advice.Installed(version, samples.ROCKY)
    return samples.host(platform, {'qemu-img': package})


PLATFORMS = [
    Case(
        'first shipped before',
        samples.fixed('8.0.0'),
        debian(FIRST),
        UNKNOWN,
        'fix-may-be-backported',
        {'first_shipped': {'platform': 'debian:12', 'version': '7.2'}},
    ),
    *(
        Case(
            f'first shipped {meaning}',
            samples.fixed(version),
            debian('1:7.2+dfsg-7+deb12u18'),
            NOT_NEEDED,
            'first-shipped-at-or-past-fix',
            {
                'fixed_in': version,
                'installed': {
                    'package': 'qemu-utils',
                    'version': '1:7.2+dfsg-7+deb12u18',
                },
            },
        )
        for meaning, version in (('at', '7.2'), ('past', '2.2.0'))
    ),
    Case(
        'another release states it',
        DEBIAN,
        debian('1:5.2+dfsg-11', platform='debian:11'),
        UNKNOWN,
        'fix-may-be-backported',
    ),
    Case(
        'not affected',
        state('not-affected'),
        debian(FIRST),
        NOT_NEEDED,
        'platform-never-affected',
    ),
    Case(
        'unfixed',
        state('unfixed'),
        debian(FIRST),
        NEEDED,
        'platform-not-fixed',
    ),
    Case(
        'will not be fixed there',
        state('wont-fix'),
        debian(FIRST),
        NEEDED,
        'platform-will-not-fix',
    ),
    Case(
        'end of life',
        state('end-of-life'),
        debian(FIRST),
        NEEDED,
        'platform-end-of-life',
    ),
    Case(
        'unfixed, foreign package',
        state('unfixed'),
        debian('1:8.0-1~bpo12+1'),
        UNKNOWN,
        'package-from-backports',
        {'mark': '~bpo'},
    ),
    Case(
        'the platform does not know',
        state('undetermined'),
        debian(FIRST),
        NOT_NEEDED,
        'first-shipped-at-or-past-fix',
    ),
    Case(
        'upstream not known',
        samples.fixed(UNSTATED),
        debian(FIXED),
        UNKNOWN,
        'fixed-version-not-known',
        {'detail': 'nobody found out'},
    ),
    Case(
        'upstream not known, platform states it',
        workarounds.PackageFix(
            component='qemu', version=UNSTATED, packages=DEBIAN.packages
        ),
        debian(FIXED),
        NOT_NEEDED,
        'package-at-or-past-fix',
    ),
    Case(
        'a row of the major release, before',
        ROCKY,
        rocky('rocky:9.4', '17:6.2.0-11.el9_0.2'),
        NEEDED,
        'package-before-fix',
        {'platform': 'rocky:9.4'},
    ),
    Case(
        'a row of the major release, at',
        ROCKY,
        rocky('rocky:9.4', '17:6.2.0-11.el9_0.3'),
        NOT_NEEDED,
        'package-at-or-past-fix',
    ),
    Case(
        'a row of the minor release',
        _PER_MINOR,
        rocky('rocky:9.4', '17:8.2.0-11.el9_4.5'),
        NEEDED,
        'package-before-fix',
    ),
    Case(
        'a lower bound of a platform whose packages no release had',
        samples.fixed('9.0.0'),
        samples.host(
            'debian:forky',
            {'qemu-utils': advice.Installed('1:11.1.3+ds-1')},
        ),
        NOT_NEEDED,
        'lower-bound-at-or-past-fix',
    ),
    *(
        Case(
            f'a lower bound, {fix.affected or fix.version}, {version}',
            fix,
            samples.host(
                'centos:10',
                {'qemu-img': advice.Installed(version, vendor)},
            ),
            status,
            reason,
        )
        for fix, version, vendor, status, reason in (
            (
                samples.fixed('9.0.0'),
                '18:9.1.0-10.el10',
                'CentOS',
                NOT_NEEDED,
                'lower-bound-at-or-past-fix',
            ),
            (
                workarounds.PackageFix(component='qemu', affected='<9'),
                '18:10.0.0-1.el10',
                'CentOS',
                NOT_NEEDED,
                'lower-bound-not-affected',
            ),
            # A host that was not updated, and a rebuild.
            (
                samples.fixed('9.0.0'),
                '18:9.0.0-9.el10',
                'CentOS',
                UNKNOWN,
                'program-version-not-known',
            ),
            (
                samples.fixed('9.0.0'),
                '18:9.1.0-10.el10',
                'Acme',
                UNKNOWN,
                'package-of-another-vendor',
            ),
            # It may have a later one, which has the fix.
            (
                samples.fixed('9.2.0'),
                '18:9.1.0-10.el10',
                'CentOS',
                UNKNOWN,
                'program-version-not-known',
            ),
        )
    ),
    Case(
        'a minor release, first shipped',
        samples.fixed('6.2.0'),
        rocky('rocky:9.4', '17:8.2.0-11.el9_4.6'),
        NOT_NEEDED,
        'first-shipped-at-or-past-fix',
    ),
    Case(
        'nothing known of the component',
        samples.fixed('2.2.0', component='frob'),
        debian(FIRST),
        UNKNOWN,
        'program-version-not-known',
        {'title': 'frob'},
    ),
    Case(
        'not comparable',
        DEBIAN,
        debian('1:7.2 1-1+deb12u1'),
        UNKNOWN,
        'version-not-comparable',
        {'version': '1:7.2 1-1+deb12u1', 'scheme': 'dpkg'},
    ),
    Case(
        'not installed',
        DEBIAN,
        samples.host(
            'debian:12',
            {'qemu-utils': advice.Unknown('qemu-utils is not installed')},
        ),
        UNKNOWN,
        'package-not-installed',
        {'package': 'qemu-utils'},
    ),
    Case(
        'no package database',
        EARLIER,
        samples.host('debian:12', advice.Unknown('there is no RPM database')),
        UNKNOWN,
        'package-not-known',
        {'detail': 'there is no RPM database'},
    ),
    Case(
        'the package was not asked for',
        DEBIAN,
        samples.host('debian:12', {}),
        UNKNOWN,
        'package-not-known',
    ),
    Case(
        'another package manager',
        DEBIAN,
        advice.Host(
            'debian:12', 'rpm', {'qemu-utils': advice.Installed(FIXED)}
        ),
        UNKNOWN,
        'package-manager-differs',
        {'package_manager': 'rpm'},
    ),
    *(
        # CentOS Linux has Red Hat's packages.
        Case(
            f'a row of the family, {version}',
            stated('qemu-img', 'rhel:7', '10:1.5.3-80.el7'),
            samples.host(
                platform, {'qemu-img': advice.Installed(version, 'CentOS')}
            ),
            status,
            reason,
        )
        for platform in ('centos:7', 'rhel:7.4')
        for version, status, reason in (
            ('10:1.5.3-60.el7_0.2', NEEDED, 'package-before-fix'),
            ('10:1.5.3-80.el7', UNKNOWN, 'package-origin-not-known'),
            ('10:1.5.3-60.el6', UNKNOWN, 'package-of-another-platform'),
        )
    ),
    Case(
        'no vendor is known, and the package is older',
        stated('qemu-img', 'fedora:20', '2:1.6.2-12.fc20'),
        samples.host('fedora:20', {'qemu-img': '2:1.6.2-11.fc20'}),
        NEEDED,
        'package-before-fix',
    ),
    Case(
        'first package not known',
        samples.fixed('8.0.0'),
        debian('1:6.2+dfsg-2ubuntu6.15', platform='ubuntu:24.04'),
        UNKNOWN,
        'first-package-not-known',
    ),
    Case(
        'first package of another name',
        stated(BLOCK, 'debian:12', FIRST),
        samples.host('debian:12', {BLOCK: '1:7.2+dfsg-8'}),
        UNKNOWN,
        'first-package-not-known',
    ),
]
PROGRAMS = [
    *(
        Case(
            f'{platform}, reports {version}',
            DEBIAN,
            samples.host(platform, {}, program(version, package=package)),
            status,
            reason,
        )
        for platform in (ARCH, 'ubuntu:25.10', NO_RELEASE)
        for package, older, reason_of_older in (
            (None, UNKNOWN, 'fix-may-be-backported'),
            ('', NEEDED, 'program-before-fix'),
        )
        for version, status, reason in (
            ('10.1.9', older, reason_of_older),
            ('10.2.0-rc4', older, reason_of_older),
            ('10.2.0', NOT_NEEDED, 'program-at-or-past-fix'),
            ('10.10.0', NOT_NEEDED, 'program-at-or-past-fix'),
        )
    ),
    Case(
        'a platform whose programs are in a store',
        DEBIAN,
        samples.host(
            'nixos:25.05',
            advice.Unknown('there is no RPM database'),
            program('10.2.0', '/nix/store/0a-qemu-10.2.0/bin/qemu-img'),
        ),
        NOT_NEEDED,
        'program-at-or-past-fix',
    ),
    Case(
        'an unknown platform without an answer',
        DEBIAN,
        samples.host(ARCH, {}, _NO_ANSWER),
        UNKNOWN,
        'program-version-not-known',
        {'detail': 'qemu-img is not installed', 'platform': ARCH},
    ),
    Case(
        'nothing is known at all',
        DEBIAN,
        advice.Host(NO_RELEASE),
        UNKNOWN,
        'program-version-not-known',
        {'platform_detail': 'there is no os-release file'},
    ),
    Case(
        'reports no version',
        DEBIAN,
        samples.host(ARCH, {}, advice.Reported('1.1.1k-fips')),
        UNKNOWN,
        'version-not-comparable',
        {'scheme': 'upstream'},
    ),
    *(
        Case(
            f'{path} in {package!r} reports {version}, {installed}',
            DEBIAN,
            debian(installed, program(version, path, package)),
            status,
            reason,
        )
        for path, package in (
            ('/usr/local/bin/qemu-img', ''),
            ('/usr/local/bin/qemu-img', None),
            ('/opt/qemu/bin/qemu-img', None),
            ('/snap/bin/qemu-img', None),
        )
        for version, installed, status, reason in (
            # Whichever of the two runs, it has the fix.
            ('99.0.0', FIXED, NOT_NEEDED, 'package-at-or-past-fix'),
            ('99.0.0', FIRST, NEEDED, 'package-before-fix'),
            ('99.0.0', '1:8.0-1~bpo12+1', UNKNOWN, 'program-hides-package'),
            ('2.1.2', FIXED, NEEDED, 'program-before-fix'),
        )
    ),
    Case(
        'hides the package, fixed version not known',
        samples.fixed(UNSTATED),
        debian(FIXED, program('99.0.0', '/usr/local/bin/qemu-img', '')),
        UNKNOWN,
        'program-hides-package',
    ),
    *(
        Case(
            f'{path} in {package!r} hides nothing',
            EARLIER,
            debian(FIRST, program('7.2.22', path, package)),
            NOT_NEEDED,
            reason,
        )
        for path, package, reason in (
            (
                '/usr/bin/qemu-img',
                'qemu-utils',
                'first-shipped-at-or-past-fix',
            ),
            ('/usr/bin/qemu-img', None, 'first-shipped-at-or-past-fix'),
            ('/bin/qemu-img', None, 'first-shipped-at-or-past-fix'),
            ('/usr/bin/qemu-img', '', 'program-at-or-past-fix'),
            ('', '', 'program-at-or-past-fix'),
        )
    ),
    Case(
        'a program of another package, before the fix',
        EARLIER,
        debian(FIXED, program('2.1.0', '/opt/acme/qemu-img', 'acme-qemu')),
        UNKNOWN,
        'program-of-another-package',
        {'owner': 'acme-qemu'},
    ),
    Case(
        'a program of another package, past the fix as the package is',
        EARLIER,
        debian(FIXED, program('8.1.0', '/opt/acme/qemu-img', 'acme-qemu')),
        NOT_NEEDED,
        'first-shipped-at-or-past-fix',
    ),
    Case(
        'reports a version that the package cannot have, past the fix',
        EARLIER,
        debian(FIRST, program('2.2.0', package='qemu-utils')),
        NOT_NEEDED,
        'first-shipped-at-or-past-fix',
    ),
    Case(
        'the fix is in a library, the program tells the version',
        samples.fixed(
            '2.2.0',
            ubuntu_22_04=workarounds.Package(name=BLOCK, fixed_in='1:7.0-1'),
        ),
        samples.host(
            'ubuntu:22.04',
            {BLOCK: '1:7.0-7ubuntu1~22.04.1'},
            program('7.0.0', package='qemu-utils'),
        ),
        NOT_NEEDED,
        'package-at-or-past-fix',
    ),
    Case(
        'another package is stated not to have the fix',
        NOT_IN_BLOCK,
        debian(FIRST),
        NOT_NEEDED,
        'first-shipped-at-or-past-fix',
    ),
    Case(
        'the program is of the package that is stated not to have the fix',
        NOT_IN_BLOCK,
        debian(FIRST, program(package=BLOCK)),
        NEEDED,
        'platform-not-fixed',
        {'reported': {'version': '7.2', 'program': '/usr/bin/qemu-img'}},
    ),
    Case(
        'a program of another package of the platform',
        stated(BLOCK, 'ubuntu:22.10', '1:7.0-1'),
        samples.host(
            'ubuntu:22.10',
            {BLOCK: '1:7.0-7ubuntu1~22.10.1'},
            program('7.0.0', package='qemu-utils'),
        ),
        NOT_NEEDED,
        'package-at-or-past-fix',
    ),
    Case(
        'reports a version that the package cannot have',
        EARLIER,
        debian(FIRST, program('2.1.0', package='qemu-utils')),
        UNKNOWN,
        'program-contradicts-package',
    ),
    *(
        Case(
            f'reports {version}, before the fix, {installed}',
            DEBIAN,
            debian(installed, program(version)),
            status,
            reason,
        )
        for version in ('7.2', '7.2.22')
        for installed, status, reason in (
            (FIRST, NEEDED, 'package-before-fix'),
            (FIXED, NOT_NEEDED, 'package-at-or-past-fix'),
        )
    ),
    *(
        # A fix is backported to what is older, never taken away.
        Case(
            f'reports a version with the fix, {platform}, {installed}',
            fix,
            debian(installed, program('10.2.0'), platform),
            status,
            reason,
        )
        for fix, platform, installed, status, reason in (
            (DEBIAN, 'debian:12', FIRST, NOT_NEEDED, PROGRAM),
            (DEBIAN, 'debian:12', '1:8.0-1~bpo12+1', NOT_NEEDED, PROGRAM),
            (state('unfixed'), 'debian:12', FIRST, NEEDED, NOT_FIXED),
            (
                state('unfixed'),
                'debian:12',
                '1:8.0-1~bpo12+1',
                NOT_NEEDED,
                PROGRAM,
            ),
        )
    ),
    Case(
        'reports a version with the fix, unfixed, package not known',
        state('unfixed'),
        samples.host('debian:12', {}, program('10.2.0')),
        NEEDED,
        NOT_FIXED,
    ),
    *(
        Case(
            f'reports {version}, {affected} has the bug',
            workarounds.PackageFix(component='qemu', affected=affected),
            samples.host(ARCH, {}, program(version, package=package)),
            status,
            reason,
            {'affected': affected},
        )
        for affected, version, package, status, reason in (
            ('>=8.0.0', '7.2', None, NOT_NEEDED, 'program-not-affected'),
            ('==1.2.2', '1.2.3', '', NOT_NEEDED, 'program-not-affected'),
            ('>=8.0.0', '8.0.0', None, UNKNOWN, 'fix-may-be-backported'),
            ('<=1.2.2', '1.2.2', '', NEEDED, 'program-before-fix'),
        )
    ),
    *(
        Case(
            f'first shipped 7.2, {affected} has the bug',
            workarounds.PackageFix(component='qemu', affected=affected),
            debian(FIRST),
            status,
            reason,
            {'affected': affected},
        )
        for affected, status, reason in (
            ('<=1.2.2', NOT_NEEDED, 'first-shipped-not-affected'),
            ('>=7.0', UNKNOWN, 'fix-may-be-backported'),
        )
    ),
    linux(kernel('6.9', '5.15.0.25.27'), advice.Reported('5.15.0'), 'runs'),
    linux(kernel('6.9', '5.15.0.25.27'), None, 'which runs is not known'),
    linux(
        samples.fixed('5.9', component='linux'),
        None,
        'a kernel, first shipped',
    ),
    *(
        # It may be a later update of 6.1 than it says.
        Case(
            f'a kernel, {affected} has the bug',
            workarounds.PackageFix(component='linux', affected=affected),
            samples.host(ARCH, {}, linux=advice.Reported('6.1.0')),
            status,
            reason,
        )
        for affected, status, reason in (
            ('<6.1', NOT_NEEDED, 'program-not-affected'),
            ('>=6.1.20', UNKNOWN, 'platform-fix-not-known'),
        )
    ),
    Case(
        'a kernel that runs and has the fix',
        samples.fixed('5.9', component='linux'),
        samples.host(
            'ubuntu:22.04',
            {LINUX: '5.15.0.25.27'},
            linux=advice.Reported('5.15.0'),
        ),
        NOT_NEEDED,
        'program-at-or-past-fix',
    ),
    Case(
        'a kernel before the fix',
        kernel('6.9', '5.15.0.26.28'),
        samples.host('ubuntu:22.04', {LINUX: '5.15.0.25.27'}),
        NEEDED,
        'package-before-fix',
    ),
    Case(
        'a kernel that was never affected',
        samples.fixed(
            '6.9',
            component='linux',
            ubuntu_22_04=workarounds.Package(name=LINUX, state='not-affected'),
        ),
        samples.host('ubuntu:22.04', {LINUX: '5.15.0.25.27'}),
        NOT_NEEDED,
        'platform-never-affected',
    ),
    Case(
        'a kernel on an unknown platform',
        samples.fixed('6.9', component='linux'),
        samples.host(ARCH, {}, linux=advice.Reported('6.9.1')),
        NOT_NEEDED,
        'program-at-or-past-fix',
    ),
    *(
        Case(
            f'PyPI, {version}',
            BRICK,
            brick(version, ''),
            status,
            f'python-package-{word}-fix',
        )
        for version, status, word in (
            ('6.1.9', NEEDED, 'before'),
            ('6.2.0rc1', NEEDED, 'before'),
            ('6.2.0.dev9', NEEDED, 'before'),
            ('6.2', NOT_NEEDED, 'at-or-past'),
            ('6.2.0.post1', NOT_NEEDED, 'at-or-past'),
            ('10.0.0', NOT_NEEDED, 'at-or-past'),
        )
    ),
    Case(
        'PyPI, not affected',
        workarounds.PackageFix(component='pypi:os-brick', affected='==4.0.2'),
        advice.Host(
            'debian:12',
            components={'pypi:os-brick': advice.Reported('5.0.1', package='')},
        ),
        NOT_NEEDED,
        'python-package-not-affected',
        {'affected': '==4.0.2', 'title': 'os-brick'},
    ),
    Case(
        'PyPI, fixed version not known',
        samples.fixed(UNSTATED, component='os-brick'),
        brick('6.1.9', ''),
        UNKNOWN,
        'fixed-version-not-known',
    ),
    Case(
        "a distribution's Python package",
        BRICK,
        brick('6.1.0', None),
        UNKNOWN,
        'fix-may-be-backported',
    ),
    Case(
        "PyPI hides a distribution's package",
        _BRICK_STATED,
        brick('6.0.0', ''),
        NEEDED,
        'python-package-before-fix',
    ),
    Case(
        "a distribution's Python package with the fix",
        _BRICK_STATED,
        brick('6.0.0', None),
        NOT_NEEDED,
        'package-at-or-past-fix',
    ),
]


LACKS = workarounds.FileFix('nova-rootwrap', lacks='pkg_resources')
CONTAINS = workarounds.FileFix('/usr/lib/tool.py', contains='fsync(')


def runs(release: Any) -> advice.Host:
    """Make a host with a release of the service."""
    return advice.Host('debian:12', service_version=release)


HERE = workarounds.ReleaseFix(version='30.0.0')
EVERYWHERE = workarounds.ReleaseFix(version='30.0.0', scope='deployment')
NOBODY = advice.Unknown('the Python distribution nova is not installed')
NEUTRON = {n: advice.Reported(f'{n}.0.0', package='') for n in (27, 28)}
BEFORE, PAST = 'release-before-fix', 'release-at-or-past-fix'
_OF_NEUTRON: list[tuple[Any, ...]] = [
    ('host', NEUTRON[28], NOT_NEEDED, PAST),
    ('host', NEUTRON[27], NEEDED, BEFORE),
    ('deployment', NEUTRON[27], NEEDED, BEFORE),
    ('deployment', NEUTRON[28], UNKNOWN, 'other-hosts-not-known'),
    ('deployment', NOBODY, UNKNOWN, 'release-not-known'),
]
RELEASES = [
    *(
        Case(f'{scope}, {release!s:.30}', fix, runs(release), status, reason)
        for scope, fix, results in (
            (
                'host',
                HERE,
                {
                    '29.9.9': (NEEDED, BEFORE),
                    '30.0.0.0rc1': (NEEDED, BEFORE),
                    '30.0.0.dev412': (NEEDED, BEFORE),
                    '30.0': (NOT_NEEDED, PAST),
                    '30.0.1': (NOT_NEEDED, PAST),
                    '100.0.0': (NOT_NEEDED, PAST),
                    NOBODY: (UNKNOWN, 'release-not-known'),
                    '2026.2-hibiscus': (UNKNOWN, 'version-not-comparable'),
                    # A series, and Nova's own number of that year.
                    '2026.2': (UNKNOWN, 'version-not-comparable'),
                    '2015.1.0': (NEEDED, BEFORE),
                    '9' * 1_000_000: (UNKNOWN, 'version-not-comparable'),
                },
            ),
            (
                'deployment',
                EVERYWHERE,
                {
                    # One older host is proof enough; one newer proves nothing.
                    '29.9.9': (NEEDED, BEFORE),
                    '30.0.0': (UNKNOWN, 'other-hosts-not-known'),
                    '99.0.0': (UNKNOWN, 'other-hosts-not-known'),
                    NOBODY: (UNKNOWN, 'release-not-known'),
                },
            ),
        )
        for release, (status, reason) in results.items()
    ),
    Case(
        'fixed in a year that services had as their number',
        workarounds.ReleaseFix(version='2015.1.0'),
        runs('30.0.0'),
        NOT_NEEDED,
        PAST,
    ),
    *(
        Case(
            f'open in 30.0.0, {release!s:.30}',
            workarounds.ReleaseFix(open_in='30.0.0'),
            runs(release),
            status,
            reason,
            {'open_in': '30.0.0'},
        )
        for release, status, reason in (
            ('29.0.0', NEEDED, 'open-as-of-release'),
            ('30.1.0', NEEDED, 'open-as-of-release'),
            ('31.0.0', UNKNOWN, 'later-release-not-known'),
            (NOBODY, UNKNOWN, 'release-not-known'),
        )
    ),
    *(
        Case(
            f'neutron 28.0.0, {where}, {neutron!s:.30}',
            workarounds.ReleaseFix(
                version='28.0.0', project='neutron', scope=where
            ),
            advice.Host('debian:12', components={'pypi:neutron': neutron}),
            status,
            reason,
            {'project': 'neutron'},
        )
        for where, neutron, status, reason in _OF_NEUTRON
    ),
    Case(
        'release not stated',
        workarounds.ReleaseFix(
            version=workarounds.Undetermined('Nova names no release')
        ),
        runs('30.0.0'),
        UNKNOWN,
        'fixed-version-not-known',
        {'detail': 'Nova names no release'},
    ),
]
OTHERS = [
    *(
        Case(
            f'{fix.condition}, {found!s:.30}',
            fix,
            advice.Host(
                'debian:12',
                contents={f'{fix.file}: {fix.text}': found},
            ),
            status,
            f'file-{reason}',
            {'condition': fix.condition},
        )
        for fix, found, status, reason in (
            (LACKS, 'absent', NOT_NEEDED, 'rules-it-out'),
            (LACKS, 'present', NEEDED, 'needs-it'),
            (LACKS, NOBODY, UNKNOWN, 'not-known'),
            (CONTAINS, 'present', NOT_NEEDED, 'rules-it-out'),
            (CONTAINS, 'absent', NEEDED, 'needs-it'),
        )
    ),
    Case(
        'nobody looked into the file',
        LACKS,
        advice.Host('debian:12'),
        UNKNOWN,
        'file-not-known',
        {'detail': 'the facts do not include nova-rootwrap'},
    ),
    Case(
        'by hand',
        workarounds.ManualFix('the kernel inside the guests'),
        debian(FIRST),
        UNKNOWN,
        'cannot-be-seen-from-host',
        {'detail': 'the kernel inside the guests'},
    ),
    Case(
        'never',
        workarounds.NoFix('its author has gone'),
        debian(FIRST),
        NEEDED,
        'will-not-be-fixed',
    ),
    Case(
        'a choice',
        workarounds.Choice('the old way to count, or the new one'),
        debian(FIRST),
        'choice',
        'preference',
        {'detail': 'the old way to count, or the new one'},
    ),
    Case(
        'reopened, a package',
        samples.fixed('2.2.0', reopened=LINK),
        debian(FIRST),
        UNKNOWN,
        'fix-reopened',
        {'reopened': LINK, 'otherwise': 'first-shipped-at-or-past-fix'},
    ),
    Case(
        'reopened, never affected',
        workarounds.PackageFix(
            component='qemu',
            version='2.2.0',
            reopened=LINK,
            packages=state('not-affected').packages,
        ),
        debian(FIRST),
        UNKNOWN,
        'fix-reopened',
        {'otherwise': 'platform-never-affected'},
    ),
    Case(
        'reopened, a release',
        workarounds.ReleaseFix(version='30.0.0', reopened=LINK),
        runs('30.0.0'),
        UNKNOWN,
        'fix-reopened',
    ),
    Case(
        'reopened, a release before',
        workarounds.ReleaseFix(version='31.0.0', reopened=LINK),
        runs('30.0.0'),
        NEEDED,
        'release-before-fix',
        {'reopened': LINK},
    ),
    Case(
        'reopened, what runs is not known',
        workarounds.ReleaseFix(version='31.0.0', reopened=LINK),
        runs(NOBODY),
        UNKNOWN,
        'release-not-known',
        {'reopened': LINK},
    ),
]
CASES = [*packages(), *PLATFORMS, *PROGRAMS, *RELEASES, *OTHERS]
