# SPDX-License-Identifier: Apache-2.0
"""Whether a release of a project has a fix: on a host, and in the code."""

from typing import Any

from workarounds.advice.evaluate.target import Evaluation
from workarounds.advice.evaluate.target import Target
from workarounds.advice.facts import versions
from workarounds.advice.facts.hosts import Reported
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.services import Stated
from workarounds.declarations.fixes import ReleaseFix
from workarounds.declarations.fixes import Undetermined


def evaluate(fix: ReleaseFix, target: Target) -> Evaluation:
    """Return whether the release has a fix.

    A fix that every host must have cannot be seen on one host. The oldest
    release that other hosts may run decides.
    """
    fields: dict[str, Any] = {'scope': fix.scope}
    if target.library and not fix.project:
        fix = ReleaseFix(**{**vars(fix), 'project': target.library})
    if fix.project:
        fields['project'] = fix.project
    release = _release(fix, target)
    if isinstance(release, str):
        fields['release'] = release
    if fix.open_in is not None:
        return _evaluate_open(fix.open_in, release, fields)
    fixed = fix.version
    if not isinstance(fixed, str):
        detail = fixed.reason if isinstance(fixed, Undetermined) else ''
        return Evaluation(
            None, 'fixed-version-not-known', {**fields, 'detail': detail}
        )
    fields['fixed_in'] = fixed
    if isinstance(release, str):
        if not versions.is_at_least('releases', release, fixed):
            return Evaluation(False, 'release-before-fix', fields)
        if fix.scope == 'host':
            return Evaluation(True, 'release-at-or-past-fix', fields)
    return _by_oldest_peer(fix, fixed, target, fields)


def _by_oldest_peer(
    fix: ReleaseFix, fixed: str, target: Target, fields: dict[str, Any]
) -> Evaluation:
    """Decide by the releases of other hosts, if one host is not enough."""
    peer = _oldest_peer(fix, target)
    is_fixed = None
    if peer is not None:
        fields['oldest_peer'] = {
            'version': peer.version,
            'source': peer.source,
        }
        is_fixed = versions.is_at_least('releases', peer.version, fixed)
    if is_fixed:
        return Evaluation(True, 'oldest-peer-past-fix', fields)
    is_code = target.host is None
    if is_code and is_fixed is False:
        return Evaluation(False, 'oldest-peer-before-fix', fields)
    if is_code and (fix.scope == 'deployment' or fix.project):
        return Evaluation(None, 'oldest-peer-not-known', fields)
    if 'release' in fields:
        return Evaluation(None, 'other-hosts-not-known', fields)
    return _release_not_known(_release(fix, target), fields)


def _release_not_known(
    release: str | Unknown, fields: dict[str, Any]
) -> Evaluation:
    if isinstance(release, Unknown) and release.reason:
        fields['detail'] = release.reason
    return Evaluation(None, 'release-not-known', fields)


def _evaluate_open(
    open_in: str, release: str | Unknown, fields: dict[str, Any]
) -> Evaluation:
    """Return whether a bug is still open that was open in a release."""
    fields['open_in'] = open_in
    if isinstance(release, Unknown):
        return _release_not_known(release, fields)
    is_known = versions.is_at_least('releases', open_in, release)
    # What is not in a release is not in its updates either.
    if is_known or release.startswith(f'{open_in.partition(".")[0]}.'):
        return Evaluation(False, 'open-as-of-release', fields)
    return Evaluation(None, 'later-release-not-known', fields)


def _release(fix: ReleaseFix, target: Target) -> str | Unknown:
    """Return the release of the project that runs, or of its code."""
    if fix.project is None:
        return target.release
    if target.host is None:
        return Unknown('')
    reported = target.host.component(f'pypi:{fix.project}')
    return reported.version if isinstance(reported, Reported) else reported


def _oldest_peer(fix: ReleaseFix, target: Target) -> Stated | None:
    """Return the oldest release of the project that other hosts may run."""
    if fix.project is not None:
        return target.minimum(fix.project)
    if target.service is None or fix.scope == 'host':
        return None
    return target.service.oldest_peer
