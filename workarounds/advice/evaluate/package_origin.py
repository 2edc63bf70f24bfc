# SPDX-License-Identifier: Apache-2.0
"""Whether a package that is installed is the platform's own.

A platform's facts are about its own packages. A backport, the package of
another release or somebody's rebuild is another package under the same name.
Only versions that are written as the platform writes them are taken for its
own; everything else is not known.
"""

from collections.abc import Mapping
import dataclasses
import re
from typing import Any

from workarounds.advice.evaluate.target import Evaluation
from workarounds.advice.evaluate.target import Target
from workarounds.advice.facts import hosts
from workarounds.advice.facts import versions
from workarounds.advice.facts.hosts import Host
from workarounds.advice.facts.hosts import Installed
from workarounds.advice.facts.hosts import Reported
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.platforms import Platform
from workarounds.advice.facts.platforms import Shipped

#: The marks in the versions of other people's packages, with the reason.
_FOREIGN = {
    '~bpo': 'package-from-backports',
    '~cloud': 'package-from-cloud-archive',
    '~ppa': 'package-from-personal-archive',
}
#: Where distributions install programs; NixOS and Guix have a store.
_DIRECTORIES = ('/usr/', '/bin/', '/sbin/', '/nix/store/', '/gnu/store/')
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


def is_elsewhere(reported: Reported) -> bool:
    """Return whether a program is where no distribution installs programs."""
    path = reported.program
    return path.startswith('/usr/local/') or not (
        path.startswith(_DIRECTORIES) or path == ''
    )


def is_looked_up(host: Host, name: str) -> bool:
    """Return whether it is known if, and how, a package is installed."""
    installed = host.package(name)
    return isinstance(installed, Installed) or (
        installed == hosts.not_installed(name)
    )


def is_older(host: Host | None, name: str, fixed: str) -> bool:
    """Return whether a package is known to be older than its fix."""
    if host is None or isinstance(host.package_manager, Unknown):
        return False
    installed = host.package(name)
    return isinstance(installed, Installed) and not versions.is_at_least(
        host.package_manager, installed.version, fixed
    )


def with_own_package(
    evaluation: Evaluation,
    name: str,
    component: str,
    target: Target,
    *,
    older_than: str | None = None,
) -> Evaluation:
    """Return an evaluation with the package that the host has.

    Nothing is decided where that is not the platform's own.

    :param component: what the package has
    :param older_than: the version with the fix, empty if there is none: then
        it is another package only if its version says so
    """
    host = target.host
    if host is None:
        return evaluation
    installed = host.package(name)
    doubt: Doubt | None
    if not isinstance(installed, Unknown):
        doubt = _find_doubt(
            name, installed, component, target, host, older_than=older_than
        )
        evaluation = evaluation.extended(installed=described(name, installed))
    elif installed == hosts.not_installed(name):
        doubt = Doubt('package-not-installed', {'package': name})
    else:
        doubt = Doubt('package-not-known', {'detail': installed.reason})
    if doubt is None:
        return evaluation
    fields = {**evaluation.fields, **doubt.fields}
    return Evaluation(None, doubt.reason, fields)


def _find_doubt(
    name: str,
    installed: Installed,
    component: str,
    target: Target,
    host: Host,
    *,
    older_than: str | None,
) -> Doubt | None:
    """Return why an installed package may not be the platform's own."""
    shipped = target.dataset.ships.get(component, {})
    row = target.row(shipped)
    first = shipped[row] if row else None
    # Such a platform takes packages that no release had.
    is_rolling = first is not None and first.is_lower_bound
    if is_rolling:
        first = None
    known = target.row(target.dataset.platforms)
    platform = target.dataset.platforms[known] if known else None
    doubt = _other_manager(host, platform) or _of_others(
        installed, target.platform
    )
    if older_than is not None:
        return doubt or _of_another_branch(installed.version, older_than)
    return (
        _contradiction(name, host.component(component), first)
        or doubt
        or _not_of_rpm(installed, target.platform, platform)
        or (
            None
            if is_rolling
            else _other_release(name, installed, target.platform, first)
        )
    )


def described(name: str, installed: Installed) -> dict[str, str]:
    """Return a package as the field that says what is installed."""
    vendor = {'vendor': installed.vendor} if installed.vendor else {}
    return {'package': name, 'version': installed.version, **vendor}


def reported_field(reported: Reported) -> dict[str, str]:
    """Return what a component reports as the field that says so."""
    return {'version': reported.version, 'program': reported.program}


def _contradiction(
    name: str, reported: Reported | Unknown, first: Shipped | None
) -> Doubt | None:
    """Return what the component reports that its package cannot be."""
    if isinstance(reported, Unknown):
        return None
    if is_elsewhere(reported) and not reported.package:
        return None
    fields: dict[str, Any] = {'reported': reported_field(reported)}
    usual = first.package if first else name
    # Elsewhere is no other package of the same platform, which has several.
    if is_elsewhere(reported) and reported.package not in (None, name, usual):
        fields['owner'] = reported.package
        return Doubt('program-of-another-package', fields)
    if first and not versions.is_at_least(
        'upstream', reported.version, first.version
    ):
        return Doubt('program-contradicts-package', fields)
    return None


def _other_manager(host: Host, platform: Platform | None) -> Doubt | None:
    if platform is None or platform.packages == host.package_manager:
        return None
    fields = {'package_manager': host.package_manager}
    return Doubt('package-manager-differs', fields)


def _of_others(installed: Installed, platform: str | Unknown) -> Doubt | None:
    """Return what the version of the package says against it."""
    for mark, reason in _FOREIGN.items():
        if mark in installed.version:
            return Doubt(reason, {'mark': mark})
    distribution, _, release = _parts(platform)
    revision = _revision(installed.version)
    if distribution in _RELEASE:
        return _not_of_debian(revision, distribution, release)
    return None


def _parts(platform: str | Unknown) -> tuple[str, str, str]:
    return ('' if isinstance(platform, Unknown) else platform).partition(':')


def _revision(version: str) -> str:
    return version.rpartition(':')[2].rpartition('-')[2]


def _not_of_debian(
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


def _not_of_rpm(
    installed: Installed, platform: str | Unknown, known: Platform | None
) -> Doubt | None:
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


def _of_another_branch(version: str, fixed: str) -> Doubt | None:
    """Return whether two RPM versions are of different platforms.

    Their order then says nothing of what is in them.
    """
    own, wanted = _TAG.findall(version), _TAG.findall(fixed)
    if own and wanted and own[-1] != wanted[-1]:
        return Doubt('package-of-another-platform', {'marks': [wanted[-1]]})
    return None


def _other_release(
    name: str,
    installed: Installed,
    platform: str | Unknown,
    first: Shipped | None,
) -> Doubt | None:
    """Return why it may be of another release of its distribution.

    RPM's versions always name theirs: by the marks, which are looked for.
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
    """Return whether a version is another one, or that with an update's mark.

    A distribution updates a release by putting something behind the version
    that it came with: ``2ubuntu6.16`` after ``2ubuntu6``.
    """
    mark = version.removeprefix(first)
    if not version.startswith(first) or _OTHER_UBUNTU.search(mark):
        return False
    # In Debian, a number behind a dot does not mark a stable update.
    own = _UPDATE if distribution == 'ubuntu' else _REBUILD
    return bool(own.fullmatch(mark))
