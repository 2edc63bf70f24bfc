# SPDX-License-Identifier: Apache-2.0
"""Whether an installed package is the platform's own.

A platform's facts are about its own packages. A backport, a package of another
release or a rebuild is another package under the same name. Only versions that
follow the scheme of the platform count as its own.
"""

from typing import Any

from workarounds.advice.evaluate import package_doubts
from workarounds.advice.evaluate import upstream
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
from workarounds.declarations.fixes import PackageFix

#: Where distributions install programs; NixOS and Guix have a store.
_DIRECTORIES = ('/usr/', '/bin/', '/sbin/', '/nix/store/', '/gnu/store/')


def is_elsewhere(reported: Reported) -> bool:
    """Return whether a program is where no distribution installs programs."""
    path = reported.program
    return path.startswith('/usr/local/') or not (
        path.startswith(_DIRECTORIES) or path == ''
    )


def is_looked_up(host: Host, name: str) -> bool:
    """Return whether it is known which version of a package is installed.

    Also where it is known that none is.
    """
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
    fix: PackageFix,
    target: Target,
    *,
    older_than: str | None = None,
) -> Evaluation:
    """Return an evaluation with the package that the host has.

    Nothing is decided if the package is not the platform's own.

    :param fix: fix that the package may have
    :param older_than: version with the fix; empty if there is none, and then
        only the version of the package can raise a doubt
    """
    host = target.host
    if host is None:
        return evaluation
    installed = host.package(name)
    doubt: package_doubts.Doubt | None
    if not isinstance(installed, Unknown):
        doubt = _find_doubt(
            name, installed, fix, target, host, older_than=older_than
        )
        evaluation = evaluation.extended(installed=described(name, installed))
    elif installed == hosts.not_installed(name):
        doubt = package_doubts.Doubt(
            'package-not-installed', {'package': name}
        )
    else:
        doubt = package_doubts.Doubt(
            'package-not-known', {'detail': installed.reason}
        )
    if doubt is None:
        return evaluation
    fields = {**evaluation.fields, **doubt.fields}
    return Evaluation(None, doubt.reason, fields)


def _find_doubt(
    name: str,
    installed: Installed,
    fix: PackageFix,
    target: Target,
    host: Host,
    *,
    older_than: str | None,
) -> package_doubts.Doubt | None:
    """Return why an installed package may not be the platform's own."""
    shipped = target.dataset.ships.get(fix.component, {})
    row = target.row(shipped)
    first = shipped[row] if row else None
    # A rolling platform takes packages that no release had.
    is_rolling = first is not None and first.is_lower_bound
    if is_rolling:
        first = None
    known = target.row(target.dataset.platforms)
    platform = target.dataset.platforms[known] if known else None
    doubt = _other_manager(
        host, platform
    ) or package_doubts.find_version_doubt(installed, target.platform)
    if older_than is not None:
        return doubt or package_doubts.find_branch_doubt(
            installed.version, older_than
        )
    return (
        _contradiction(name, host.component(fix.component), first, fix)
        or doubt
        or package_doubts.find_rpm_doubt(installed, target.platform, platform)
        or (
            None
            if is_rolling
            else package_doubts.find_release_doubt(
                name, installed, target.platform, first
            )
        )
    )


def described(name: str, installed: Installed) -> dict[str, str]:
    """Return a package as the field ``installed``."""
    vendor = {'vendor': installed.vendor} if installed.vendor else {}
    return {'package': name, 'version': installed.version, **vendor}


def reported_field(reported: Reported) -> dict[str, str]:
    """Return the version of a component as the field ``reported``."""
    return {'version': reported.version, 'program': reported.program}


def _contradiction(
    name: str,
    reported: Reported | Unknown,
    first: Shipped | None,
    fix: PackageFix,
) -> package_doubts.Doubt | None:
    """Return a reported version that the package cannot have, if any.

    The contradiction does not matter if that version has the fix too.
    """
    if isinstance(reported, Unknown):
        return None
    if is_elsewhere(reported) and not reported.package:
        return None
    fields: dict[str, Any] = {'reported': reported_field(reported)}
    usual = first.package if first else name
    # In the usual directories it can be from another package of the platform,
    # which may have several of the component.
    if is_elsewhere(reported) and reported.package not in (None, name, usual):
        reason = 'program-of-another-package'
        fields['owner'] = reported.package
    elif first and not versions.is_at_least(
        'upstream', reported.version, first.version
    ):
        reason = 'program-contradicts-package'
    else:
        return None
    has_fix = upstream.evaluate(
        fix, reported.version, 'program', {}, from_there_on=True
    )
    return None if has_fix.is_fixed else package_doubts.Doubt(reason, fields)


def _other_manager(
    host: Host, platform: Platform | None
) -> package_doubts.Doubt | None:
    if platform is None or platform.packages == host.package_manager:
        return None
    fields = {'package_manager': host.package_manager}
    return package_doubts.Doubt('package-manager-differs', fields)
