# SPDX-License-Identifier: Apache-2.0
"""Facts about some platforms, and what is said of a fix on a host."""

from collections.abc import Mapping

import workarounds
from workarounds.advice.evaluate import host_fix
from workarounds.advice.evaluate.judgement import Judgement
from workarounds.advice.facts import platforms
from workarounds.advice.facts.dataset import Component
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.hosts import Host
from workarounds.advice.facts.hosts import Installed
from workarounds.advice.facts.hosts import PackageManager
from workarounds.advice.facts.hosts import Reported
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.platforms import Platform
from workarounds.advice.facts.platforms import Shipped
from workarounds.declarations.fixes import Fix
from workarounds.declarations.fixes import Undetermined

SOURCE = 'https://facts.example.org/'
ROCKY = 'Rocky Enterprise Software Foundation'
_MARKS = {
    'rocky:9': (['el9'], [ROCKY]),
    'centos:9': (['el9'], []),
    'fedora:43': (['fc43'], ['Fedora Project']),
    'sles:15.5': ([], ['SUSE LLC <https://www.suse.com/>']),
    'sles:15.6': (['150600'], ['SUSE LLC <https://www.suse.com/>']),
    'opensuse-leap:15.6': (
        ['lp156', '150600'],
        ['openSUSE', 'SUSE LLC <https://www.suse.com/>'],
    ),
}
_DPKG = (
    'debian:11',
    'debian:12',
    'debian:13',
    'ubuntu:16.04',
    'ubuntu:22.04',
    'ubuntu:24.04',
)
#: What each came with: upstream's version, and its own where it is known.
_QEMU = {
    'debian:11': ('5.2', 'qemu-utils', '1:5.2+dfsg-11'),
    'debian:12': ('7.2', 'qemu-utils', '1:7.2+dfsg-7'),
    'debian:13': ('10.0.2', 'qemu-utils', '1:10.0.2+ds-2'),
    'ubuntu:16.04': ('2.5', 'qemu-utils', '1:2.5+dfsg-5ubuntu10'),
    'ubuntu:22.04': ('6.2', 'qemu-utils', '1:6.2+dfsg-2ubuntu6'),
    'ubuntu:24.04': ('8.2.2', 'qemu-utils', None),
    'rocky:9': ('6.2.0', 'qemu-img', None),
    'fedora:43': ('10.1.0', 'qemu-img', None),
    'sles:15.6': ('8.2.0', 'qemu-tools', None),
    'opensuse-leap:15.6': ('8.2.0', 'qemu-tools', None),
}
KNOWLEDGE = Dataset(
    components={
        'qemu': Component('QEMU', probe='program', ask='qemu-img --version'),
        'os-brick': Component('os-brick', probe='python', ask='os-brick'),
        'linux': Component('Linux', probe='kernel', ask='kernel'),
    },
    platforms={
        **{name: Platform(name, name, 'dpkg', SOURCE) for name in _DPKG},
        **{
            name: Platform(
                name, name, 'rpm', SOURCE, marks=marks, vendors=vendors
            )
            for name, (marks, vendors) in _MARKS.items()
        },
    },
    ships={
        'qemu': {
            name: Shipped(version, package, SOURCE, first)
            for name, (version, package, first) in _QEMU.items()
        },
        'linux': {
            'ubuntu:22.04': Shipped(
                '5.15', 'linux-image-generic', SOURCE, '5.15.0.25.27'
            ),
        },
    },
)


_NOT_ASKED = Unknown('nobody asked')


def fixed(
    version: str | Undetermined = '2.2.0',
    reopened: str | None = None,
    component: str = 'qemu',
    **packages: workarounds.Package,
) -> workarounds.PackageFix:
    """Make a fix in QEMU; ``debian_12`` is the package of ``debian:12``."""
    return workarounds.PackageFix(
        component=component,
        version=version,
        reopened=reopened,
        packages={
            name.replace('_', ':', 1).replace('_', '.'): package
            for name, package in packages.items()
        },
    )


def host(
    platform: str | Unknown,
    packages: Mapping[str, str | Installed | Unknown] | Unknown = _NOT_ASKED,
    qemu: Reported | Unknown | None = None,
    linux: Reported | Unknown | None = None,
) -> Host:
    """Make a host that has some packages.

    :param packages: or why the package manager tells nothing
    :param qemu: what QEMU says of itself
    :param linux: what the running kernel says of itself
    """
    manager: PackageManager | Unknown
    if isinstance(packages, Unknown):
        manager, packages = packages, {}
    else:
        known = platforms.row(platform, KNOWLEDGE.platforms)
        manager = KNOWLEDGE.platforms[known].packages if known else 'dpkg'
    return Host(
        platform,
        manager,
        {
            name: Installed(fact) if isinstance(fact, str) else fact
            for name, fact in packages.items()
        },
        {
            name: said
            for name, said in (('qemu', qemu), ('linux', linux))
            if said
        },
    )


def say(judgement: Judgement) -> str:
    """Say whether it holds in a word, then the evidence."""
    words = {True: 'holds', False: 'open', None: 'unknown'}
    return f'{words[judgement.holds]}: {judgement.evidence}'


def judge(
    fix: Fix,
    on: Host,
    dataset: Dataset = KNOWLEDGE,
) -> str:
    """Judge a fix on a host, and say it."""
    return say(host_fix.judge(fix, on, dataset))
