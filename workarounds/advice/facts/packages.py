# SPDX-License-Identifier: Apache-2.0
"""Packages of a platform: what it says of them, and which are its own.

A platform's facts are about its own packages. A backport, the package of
another release or somebody's rebuild is another package under the same name.
Only versions that are written as the platform writes them are taken for its
own; everything else is not known.
"""

from collections.abc import Mapping
import re

from workarounds.advice.facts.hosts import Installed
from workarounds.advice.facts.platforms import Platform
from workarounds.declarations.fixes import Package
from workarounds.declarations.fixes import PackageState

#: What is known to stand in the versions of other people's packages.
_FOREIGN = {
    '~bpo': 'a backport from a later release',
    '~cloud': "from Ubuntu's Cloud Archive",
    '~ppa': 'from a personal archive',
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


_STATES: Mapping[PackageState | None, str] = {
    'unfixed': '{platform} has not fixed it in {package}',
    'not-affected': '{platform} was never affected in {package}',
    'wont-fix': '{platform} will not fix it in {package}',
    'end-of-life': '{platform} went out of support without the fix in '
    '{package}',
}


def doubt(
    package: str,
    installed: Installed,
    platform: str,
    known: Platform | None,
) -> str | None:
    """Say why a package may not be the platform's own; ``None`` if it is.

    :param platform: the host's, such as ``rocky:9.4``
    :param known: the row that has facts about it, if there is one
    """
    what = f'{package} {installed.version}'
    for mark, meaning in _FOREIGN.items():
        if mark in installed.version:
            return f'{what} is {meaning} ({mark})'
    distribution, _, release = platform.partition(':')
    revision = _revision(installed.version)
    if distribution in _RELEASE:
        return _debian_doubt(what, revision, distribution, release)
    return _rpm_doubt(what, revision, installed, known)


def _revision(version: str) -> str:
    return version.rpartition(':')[2].rpartition('-')[2]


def is_update(version: str, first: str, platform: str) -> bool:
    """Tell whether a version is another one, or that with an update's mark.

    A distribution updates a release by putting something behind the version
    that it came with: ``2ubuntu6.16`` after ``2ubuntu6``.
    """
    mark = version.removeprefix(first)
    if not version.startswith(first) or _OTHER_UBUNTU.search(mark):
        return False
    # In Debian, a number behind a dot is no update of a stable release.
    own = _UPDATE if platform.startswith('ubuntu:') else _REBUILD
    return bool(own.fullmatch(mark))


def names_its_release(installed: Installed, platform: str) -> bool:
    """Tell whether a version says of which release its package is.

    RPM's always do: by the marks, which are looked for in every one.
    """
    distribution, _, release = platform.partition(':')
    if distribution not in _RELEASE:
        return True
    revision = _revision(installed.version)
    return release in _RELEASE[distribution].findall(revision)


def _debian_doubt(
    what: str, revision: str, distribution: str, release: str
) -> str | None:
    for other in _RELEASE[distribution].findall(revision):
        if other != release:
            return f'{what} is a package of {distribution}:{other}'
    own = _DEBIAN if distribution == 'debian' else _UBUNTU
    if not own.fullmatch(revision):
        return (
            f'{what} is not written as {distribution} writes versions, so it '
            f"may be somebody's rebuild"
        )
    return None


def _rpm_doubt(
    what: str,
    revision: str,
    installed: Installed,
    known: Platform | None,
) -> str | None:
    if known is None or not known.marks or not known.vendors:
        return (
            f'no data file says how to recognise the own packages of this '
            f'platform, so {what} may be a rebuild'
        )
    if not any(
        re.search(rf'(^|\.|\+){re.escape(mark)}(?![0-9A-Za-z])', revision)
        for mark in known.marks
    ):
        return (
            f'{what} has no {" or ".join(known.marks)} in its release, so it '
            f'is of another platform'
        )
    if installed.vendor not in known.vendors:
        vendor = installed.vendor or 'somebody who does not say so'
        return f'{what} was built by {vendor}, not by {known.vendors[0]}'
    return None


def says(platform: str, package: Package) -> str:
    """Say what a platform states about the fix in its package."""
    if package.fixed_in is not None:
        return f'{platform} has the fix in {package.name} {package.fixed_in}'
    return _STATES[package.state].format(
        platform=platform, package=package.name
    )
