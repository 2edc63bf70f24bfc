# SPDX-License-Identifier: Apache-2.0
"""Whether a workaround's code may be deleted, and what each platform has."""

from collections.abc import Mapping
from collections.abc import Sequence
import dataclasses
import datetime
from typing import Any

from workarounds.advice.evaluate import assessment
from workarounds.advice.evaluate import evidence
from workarounds.advice.evaluate import fix as evaluate_fix
from workarounds.advice.evaluate.assessment import Assessment
from workarounds.advice.evaluate.assessment import PlatformReason
from workarounds.advice.evaluate.assessment import PlatformStatus
from workarounds.advice.evaluate.assessment import RemovalReason
from workarounds.advice.evaluate.assessment import RemovalStatus
from workarounds.advice.evaluate.target import Evaluation
from workarounds.advice.evaluate.target import Target
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.services import Service
from workarounds.declarations.fixes import Fix
from workarounds.declarations.fixes import PackageFix
from workarounds.declarations.fixes import single_fixes

_REMOVAL = {
    True: RemovalStatus.REMOVABLE,
    False: RemovalStatus.BLOCKED,
    None: RemovalStatus.UNKNOWN,
}
_PLATFORM = {
    True: PlatformStatus.NOT_AFFECTED,
    False: PlatformStatus.UNFIXED,
    None: PlatformStatus.UNKNOWN,
}


@dataclasses.dataclass(frozen=True)
class Code:
    """The code of a release, and where it may run.

    :param dataset: facts of platforms and fixes
    :param release: release of the code, ``None`` if not known
    :param service: facts of the service in that release
    :param platforms: all platforms that are shown
    :param supported: platforms that count, with the last day of each
    :param library: Python distribution that declares the workaround, if it is
        not the service
    """

    dataset: Dataset
    release: str | None
    service: Service | None
    platforms: Sequence[str]
    supported: Mapping[str, datetime.date | None]
    library: str | None = None

    def assess(
        self, fixes: Sequence[Fix]
    ) -> tuple[Assessment, dict[str, Assessment]]:
        """Return whether a workaround may be deleted.

        :returns: that assessment, and one of each platform for the fixes in
            packages
        """
        on_platforms = [self._on_platforms(fix) for fix in fixes]
        parts = [
            _removal(self._evaluate(fix, found))
            for fix, found in zip(fixes, on_platforms, strict=True)
        ]
        platforms = {
            name: assessment.combine(
                [_platform(found[name]) for found in on_platforms if found]
            )
            for name in (self.platforms if any(on_platforms) else ())
        }
        return self._with_blockers(parts), platforms

    def _evaluate(
        self, fix: Fix, on_platforms: Mapping[str, Evaluation]
    ) -> Evaluation:
        """Return whether one fix is everywhere the code may run."""
        fixes = list(single_fixes([fix]))
        others = [
            evaluate_fix.evaluate(single, self._target())
            for single in fixes
            if not isinstance(single, PackageFix)
        ]
        if len(others) < len(fixes):
            others.insert(0, self._on_all(on_platforms))
        if not self.supported:
            # What the service requires holds on every platform.
            everywhere = [
                evaluate_fix.evaluate(single, self._target())
                for single in fixes
                if isinstance(single, PackageFix)
            ]
            others += [found for found in everywhere if found.is_fixed]
        return evidence.choose(others)

    def _target(self, platform: str | None = None) -> Target:
        return Target(
            self.dataset,
            platform or Unknown('no platform is assessed'),
            # The sentence says that the release is not known.
            self.release or Unknown(''),
            self.service,
            library=self.library,
        )

    def _on_platforms(self, fix: Fix) -> dict[str, Evaluation]:
        """Return whether each platform has one of the fixes in packages."""
        packaged = [
            single
            for single in single_fixes([fix])
            if isinstance(single, PackageFix)
        ]
        if not packaged:
            return {}
        return {
            name: evidence.choose(
                [
                    evaluate_fix.evaluate(package_fix, self._target(name))
                    for package_fix in packaged
                ]
            )
            for name in self.platforms
        }

    def _on_all(self, evaluations: Mapping[str, Evaluation]) -> Evaluation:
        """Return whether one fix is on all platforms that count."""
        counting = {name: evaluations[name] for name in self.supported}
        unfixed, unknown = (
            {k: v for k, v in counting.items() if v.is_fixed is state}
            for state in (False, None)
        )
        fields: dict[str, Any] = {'platforms': list(counting)}
        for evaluation in counting.values():
            for key in ('bug', 'component', 'title', 'fixed_in', 'reopened'):
                # The fields of an unknown platform name the reopened fix.
                if key in evaluation.fields and not (
                    unknown and key == 'reopened'
                ):
                    fields[key] = evaluation.fields[key]
        if unknown:
            fields['unknown_on'] = [
                {
                    'platform': name,
                    'reason': str(evaluation.reason),
                    'fields': dict(evaluation.fields),
                }
                for name, evaluation in unknown.items()
            ]
        if unfixed:
            fields['blocked_by'] = list(unfixed)
            if until := self._until(unfixed):
                fields['until'] = until
            return Evaluation(False, 'platforms-not-fixed', fields)
        if not counting:
            if evaluations:
                fields['ended'] = list(evaluations)
            return Evaluation(None, 'no-supported-platform', fields)
        if unknown:
            reason = 'platforms-not-known'
            reasons = {evaluation.reason for evaluation in unknown.values()}
            if reasons == {'fixed-version-not-known'}:
                [reason] = reasons
                fields['detail'] = next(iter(unknown.values())).fields[
                    'detail'
                ]
            return Evaluation(None, reason, fields)
        return Evaluation(True, 'platforms-have-fix', fields)

    def _until(self, blockers: Sequence[str] | Mapping[str, Any]) -> str:
        """Return the last day of the last platform, empty if not known."""
        days = [self.supported[name] for name in blockers]
        known = [day for day in days if day is not None]
        return max(known).isoformat() if len(known) == len(days) > 0 else ''

    def _with_blockers(self, parts: Sequence[Assessment]) -> Assessment:
        """Return the assessment of all fixes, with what blocks any of them."""
        whole = assessment.combine(parts)
        if len(parts) == 1 or whole.status != RemovalStatus.BLOCKED:
            return whole
        fields = {
            key: value
            for key, value in whole.fields.items()
            if key not in ('blocked_by', 'until')
        }
        blocked = [part for part in parts if part.status == whole.status]
        blockers = [
            name
            for name in self.supported
            if any(
                name in part.fields.get('blocked_by', ()) for part in blocked
            )
        ]
        if blockers:
            fields['blocked_by'] = blockers
        if all('until' in part.fields for part in blocked):
            fields['until'] = self._until(blockers)
        return dataclasses.replace(whole, fields=fields)


def _removal(evaluation: Evaluation) -> Assessment:
    status = _REMOVAL[evaluation.is_fixed]
    if evaluation.is_choice:
        status = RemovalStatus.CHOICE
    return Assessment(
        status, RemovalReason(evaluation.reason), evaluation.fields
    )


def _platform(evaluation: Evaluation) -> Assessment:
    reason = PlatformReason(evaluation.reason)
    status = _PLATFORM[evaluation.is_fixed]
    if reason == PlatformReason.PLATFORM_HAS_FIX:
        status = PlatformStatus.FIXED
    return Assessment(status, reason, evaluation.fields)
