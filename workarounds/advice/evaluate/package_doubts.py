# SPDX-License-Identifier: Apache-2.0
"""Doubts from its version that a package is the platform's own."""

from collections.abc import Mapping
import dataclasses
import re
from typing import Any

from workarounds.advice.facts.hosts import Installed
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.platforms import Platform
from workarounds.advice.facts.platforms import Shipped

#: Marks in the versions of foreign packages, each with the reason.
_FOREIGN = {
    '~bpo': 'package-from-backports',
    '~cloud': 'package-from-cloud-archive',
    '~ppa': 'package-from-personal-archive',
}
# The part after the last hyphen: debian-policy 5.6.12 and the habits of the
# two distributions (security updates, binary rebuilds, stable updates).
_DEBIAN = re.compile(
    r'\d+(\.\d+)*[a-z]?(\+nmu\d+)?([+~]deb\d+u\d+[a-z]?)*(\+b\d+)?', re.ASCII
)
_UBUNTU = re.compile(
    r'\d+(\.\d+)*(ubuntu\d+(\.\d+)*)?(build\d+(\.\d+)*)?'
    r'(~\d\d\.\d\d(\.\d+)*)?([+~]esm\d+)?',
    re.ASCII,
)
_OTHER_UBUNTU = re.compile(r'\.\d\d\.(04|10)(?!\d)', re.ASCII)
_REBUILD = re.compile(r'(\+b\d+)?', re.ASCII)
_UPDATE = re.compile(r'(\.\d+)*([+~]esm\d+)?(\+b\d+)?', re.ASCII)
_RELEASE = {
    'debian': re.compile(r'[+~]deb(\d+)u\d', re.ASCII),
    'ubuntu': re.compile(r'(?:ubuntu0\.|~)(\d\d\.\d\d)(?![^.+])', re.ASCII),
}
# The name of a platform in the release of its packages: el9_4, fc43, 150600.
_TAG = re.compile(r'(?<![0-9A-Za-z])(?:(?:el|fc|lp)\d+|15\d{4})', re.ASCII)


@dataclasses.dataclass(frozen=True)
class Doubt:
    """Why a package is not known to be the platform's own."""

    reason: str
    fields: Mapping[str, Any] = dataclasses.field(default_factory=dict)


def find_version_doubt(
    installed: Installed, platform: str | Unknown
) -> Doubt | None:
    """Return the doubt from the version of a package, if any."""
    for mark, reason in _FOREIGN.items():
        if mark in installed.version:
            return Doubt(reason, {'mark': mark})
    distribution, _, release = _parts(platform)
    revision = _revision(installed.version)
    if distribution in _RELEASE:
        return _find_debian_doubt(revision, distribution, release)
    return None


def _parts(platform: str | Unknown) -> tuple[str, str, str]:
    return ('' if isinstance(platform, Unknown) else platform).partition(':')


def _revision(version: str) -> str:
    return version.rpartition(':')[2].rpartition('-')[2]


def _find_debian_doubt(
    revision: str, distribution: str, release: str
) -> Doubt | None:
    for other in _RELEASE[distribution].findall(revision):
        if other != release:
            return Doubt(
                'package-of-another-release',
                {'published_for': f'{distribution}:{other}'},
            )
    own = _DEBIAN if distribution == 'debian' else _UBUNTU
    if not own.fullmatch(revision):
        return Doubt('package-may-be-rebuilt')
    return None


def find_rpm_doubt(
    installed: Installed, platform: str | Unknown, known: Platform | None
) -> Doubt | None:
    """Return the doubt from the release or the vendor of an RPM, if any."""
    if _parts(platform)[0] in _RELEASE:
        return None
    revision = _revision(installed.version)
    if known is None or not known.marks or not known.vendors:
        return Doubt('package-origin-not-known')
    if not any(
        re.search(rf'(^|[._+]){re.escape(mark)}(?![0-9A-Za-z])', revision)
        for mark in known.marks
    ):
        return Doubt(
            'package-of-another-platform', {'marks': list(known.marks)}
        )
    if installed.vendor not in known.vendors:
        return Doubt('package-of-another-vendor', {'vendor': known.vendors[0]})
    return None


def find_branch_doubt(version: str, fixed: str) -> Doubt | None:
    """Return a doubt if two RPM versions are of different platforms.

    Their order then says nothing about their content.
    """
    own, wanted = _TAG.findall(version), _TAG.findall(fixed)
    if own and wanted and own[-1] != wanted[-1]:
        return Doubt('package-of-another-platform', {'marks': [wanted[-1]]})
    return None


def find_release_doubt(
    name: str,
    installed: Installed,
    platform: str | Unknown,
    first: Shipped | None,
) -> Doubt | None:
    """Return why a package may be of another release of its distribution.

    This is not asked of RPMs: their versions contain marks of the release.
    """
    distribution, _, release = _parts(platform)
    if distribution not in _RELEASE:
        return None
    version = installed.version
    if release in _RELEASE[distribution].findall(_revision(version)):
        return None
    if first is None or first.package != name or not first.package_version:
        return Doubt('first-package-not-known')
    if _is_update(version, first.package_version, distribution):
        return None
    fields = {'first_package_version': first.package_version}
    return Doubt('package-not-published', fields)


def _is_update(version: str, first: str, distribution: str) -> bool:
    """Return whether a version is the first one of a release, or its update.

    An update of a release appends a mark to the version that the release began
    with: ``2ubuntu6`` becomes ``2ubuntu6.16``.
    """
    mark = version.removeprefix(first)
    if not version.startswith(first) or _OTHER_UBUNTU.search(mark):
        return False
    # In Debian, a number behind a dot does not mark a stable update.
    own = _UPDATE if distribution == 'ubuntu' else _REBUILD
    return bool(own.fullmatch(mark))
