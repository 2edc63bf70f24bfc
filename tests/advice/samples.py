# SPDX-License-Identifier: Apache-2.0
"""Facts about some platforms, and hosts with some packages."""

from collections.abc import Mapping
from typing import Any
from typing import Literal

import workarounds
from workarounds import advice

SOURCE = 'https://facts.example.org/'
BUG = 'https://bugs.example.org/1'
ROCKY = 'Rocky Enterprise Software Foundation'
_MARKS = {
    'rocky:9': (['el9'], [ROCKY]),
    'centos:9': (['el9'], []),
    'centos:10': (['el10'], ['CentOS']),
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
    'debian:forky',
    'ubuntu:16.04',
    'ubuntu:22.04',
    'ubuntu:24.04',
)
#: The first version on each platform: upstream's, and its own if known.
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
DATASET = advice.Dataset(
    components={
        'qemu': advice.Component(
            'QEMU', probe='program', ask='qemu-img --version'
        ),
        'os-brick': advice.Component(
            'os-brick', probe='python', ask='os-brick'
        ),
        'linux': advice.Component('Linux', probe='kernel', ask='kernel'),
    },
    platforms={
        **{
            name: advice.Platform(name, name, 'dpkg', SOURCE) for name in _DPKG
        },
        **{
            name: advice.Platform(
                name, name, 'rpm', SOURCE, marks=marks, vendors=vendors
            )
            for name, (marks, vendors) in _MARKS.items()
        },
    },
    ships={
        'qemu': {
            name: advice.Shipped(version, package, SOURCE, first)
            for name, (version, package, first) in _QEMU.items()
        }
        | {
            'centos:10': advice.Shipped(
                '9.1.0', 'qemu-img', SOURCE, '18:9.1.0-10.el10', True
            ),
            'debian:forky': advice.Shipped(
                '11.1.2', 'qemu-utils', SOURCE, '1:11.1.2+ds-3', True
            ),
        },
        'linux': {
            'ubuntu:22.04': advice.Shipped(
                '5.15', 'linux-image-generic', SOURCE, '5.15.0.25.27'
            ),
        },
    },
)


_RPM = ('rocky:', 'rhel:', 'centos:', 'fedora:', 'sles:', 'opensuse')
Packages = Mapping[str, str | advice.Installed | advice.Unknown]
_NOT_ASKED = advice.Unknown('the facts do not include it')


def fixed(
    version: str | workarounds.Undetermined = '2.2.0',
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
    platform: str | advice.Unknown,
    packages: Packages | advice.Unknown = _NOT_ASKED,
    qemu: advice.Reported | advice.Unknown | None = None,
    linux: advice.Reported | advice.Unknown | None = None,
) -> advice.Host:
    """Make a host that has some packages.

    :param packages: its packages, or why they are not known
    :param qemu: version that QEMU reports
    :param linux: version that the running kernel reports
    """
    manager: Literal['dpkg', 'rpm'] | advice.Unknown = 'dpkg'
    if isinstance(packages, advice.Unknown):
        manager, packages = packages, {}
    elif isinstance(platform, str) and platform.startswith(_RPM):
        manager = 'rpm'
    return advice.Host(
        platform,
        manager,
        {
            name: advice.Installed(fact) if isinstance(fact, str) else fact
            for name, fact in packages.items()
        },
        {
            name: said
            for name, said in (('qemu', qemu), ('linux', linux))
            if said
        },
    )


def declare(name: str = 'flush', **fields: Any) -> workarounds.Workaround:
    """Make a declaration."""
    facts: dict[str, Any] = {
        'name': name,
        'summary': 'Flushes.',
        'bugs': [BUG],
        'fix': workarounds.NoFix('nobody works on it'),
        'expires': '35.0.0',
    }
    return workarounds.Workaround(**facts | fields)


def assess(
    fix: Any, on: advice.Host, dataset: advice.Dataset, **fields: Any
) -> advice.Assessment:
    """Assess one workaround on one host."""
    registry = workarounds.Registry(declare(fix=fix, **fields))
    return advice.assess(registry, on, dataset)['flush']
