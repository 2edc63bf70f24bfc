# SPDX-License-Identifier: Apache-2.0
"""Whether a release of the service has a fix: on a host, and in the code."""

from typing import Any

from workarounds.advice.evaluate.target import Evaluation
from workarounds.advice.evaluate.target import Target
from workarounds.advice.facts import versions
from workarounds.advice.facts.hosts import Unknown
from workarounds.declarations.fixes import ReleaseFix
from workarounds.declarations.fixes import Undetermined


def evaluate(fix: ReleaseFix, target: Target) -> Evaluation:
    """Return whether the release has a fix.

    A fix that the whole deployment must have cannot be seen on one host. For
    the code, the oldest release that may run beside it decides.
    """
    fixed = fix.version
    if isinstance(fixed, Undetermined):
        return Evaluation(
            None,
            'fixed-version-not-known',
            {'detail': fixed.reason, 'scope': fix.scope},
        )
    fields: dict[str, Any] = {'fixed_in': fixed, 'scope': fix.scope}
    if fix.scope == 'deployment' and target.host is None:
        return _by_oldest_peer(fields, fixed, target)
    release = target.release
    if isinstance(release, Unknown):
        if release.reason:
            fields['detail'] = release.reason
        return Evaluation(None, 'release-not-known', fields)
    fields['release'] = release
    if not versions.is_at_least('python', release, fixed):
        return Evaluation(False, 'release-before-fix', fields)
    if fix.scope == 'deployment':
        return Evaluation(None, 'other-hosts-not-known', fields)
    return Evaluation(True, 'release-at-or-past-fix', fields)


def _by_oldest_peer(
    fields: dict[str, Any], fixed: str, target: Target
) -> Evaluation:
    peer = target.service.oldest_peer if target.service else None
    if peer is None:
        return Evaluation(None, 'oldest-peer-not-known', fields)
    fields['oldest_peer'] = {'version': peer.version, 'source': peer.source}
    if versions.is_at_least('python', peer.version, fixed):
        return Evaluation(True, 'oldest-peer-past-fix', fields)
    return Evaluation(False, 'oldest-peer-before-fix', fields)
