# SPDX-License-Identifier: Apache-2.0
"""Facts about some platforms, and what is said of a fix on a host."""

from collections.abc import Mapping

import workarounds
from workarounds.advice import _host
from workarounds.advice import _judge
from workarounds.advice import _judgement
from workarounds.advice import _knowledge
from workarounds.advice import _platform
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
KNOWLEDGE = _knowledge.Knowledge(
    components={
        'qemu': _knowledge.Component(
            'QEMU', probe='program', ask='qemu-img --version'
        ),
        'os-brick': _knowledge.Component(
            'os-brick', probe='python', ask='os-brick'
        ),
        'linux': _knowledge.Component('Linux', probe='kernel', ask='kernel'),
    },
    platforms={
        **{
            name: _platform.Platform(name, name, 'dpkg', SOURCE)
            for name in _DPKG
        },
        **{
            name: _platform.Platform(
                name, name, 'rpm', SOURCE, marks=marks, vendors=vendors
            )
            for name, (marks, vendors) in _MARKS.items()
        },
    },
    ships={
        'qemu': {
            name: _platform.Shipped(version, package, SOURCE, first)
            for name, (version, package, first) in _QEMU.items()
        },
        'linux': {
            'ubuntu:22.04': _platform.Shipped(
                '5.15', 'linux-image-generic', SOURCE, '5.15.0.25.27'
            ),
        },
    },
)


_NOT_ASKED = _host.Unknown('nobody asked')


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
    platform: str | _host.Unknown,
    packages: Mapping[str, str | _host.Installed | _host.Unknown]
    | _host.Unknown = _NOT_ASKED,
    qemu: _host.Reported | _host.Unknown | None = None,
    linux: _host.Reported | _host.Unknown | None = None,
) -> _host.Host:
    """Make a host that has some packages.

    :param packages: or why the package manager tells nothing
    :param qemu: what QEMU says of itself
    :param linux: what the running kernel says of itself
    """
    manager: _host.PackageManager | _host.Unknown
    if isinstance(packages, _host.Unknown):
        manager, packages = packages, {}
    else:
        known = _platform.row(platform, KNOWLEDGE.platforms)
        manager = KNOWLEDGE.platforms[known].packages if known else 'dpkg'
    return _host.Host(
        platform,
        manager,
        {
            name: _host.Installed(fact) if isinstance(fact, str) else fact
            for name, fact in packages.items()
        },
        {
            name: said
            for name, said in (('qemu', qemu), ('linux', linux))
            if said
        },
    )


def say(judgement: _judgement.Judgement) -> str:
    """Say whether it holds in a word, then the evidence."""
    words = {True: 'holds', False: 'open', None: 'unknown'}
    return f'{words[judgement.holds]}: {judgement.evidence}'


def judge(
    fix: Fix,
    on: _host.Host,
    knowledge: _knowledge.Knowledge = KNOWLEDGE,
) -> str:
    """Judge a fix on a host, and say it."""
    return say(_judge.judge(fix, on, knowledge))
