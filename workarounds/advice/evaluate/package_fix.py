# SPDX-License-Identifier: Apache-2.0
"""Whether other software has its fix, on a host or on a platform.

A distribution's package version is compared only with the fixed version of
that distribution, by its rules. The upstream version that a component reports,
that a platform first shipped or that the service requires is compared with the
upstream fix. Distributions backport fixes without changing the upstream
version, so an older one proves nothing, and one with the fix proves the fix.
"""

import dataclasses
from typing import Any

from workarounds.advice.evaluate import evidence
from workarounds.advice.evaluate import package_origin
from workarounds.advice.evaluate import statements
from workarounds.advice.evaluate import upstream
from workarounds.advice.evaluate.target import Evaluation
from workarounds.advice.evaluate.target import Fields
from workarounds.advice.evaluate.target import Target
from workarounds.advice.facts import platforms
from workarounds.advice.facts import versions
from workarounds.advice.facts.hosts import Reported
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.platforms import Shipped
from workarounds.declarations.fixes import PackageFix
from workarounds.declarations.fixes import Undetermined


def evaluate(fix: PackageFix, target: Target) -> Evaluation:
    """Return whether a target has a fix.

    Facts about the program or package that runs decide first, then any fact
    that proves the fix.
    """
    evaluator = _Evaluator(fix, target)
    return evidence.weigh(
        [evaluator.by_own_build, evaluator.by_state],
        [
            evaluator.by_package,
            evaluator.by_first_shipped,
            evaluator.by_minimum,
            evaluator.by_program,
            evaluator.without_evidence,
        ],
    )


@dataclasses.dataclass(frozen=True)
class _Evaluator:
    fix: PackageFix
    target: Target

    @property
    def _probe(self) -> str | None:
        return self.target.dataset.component(self.fix.component).probe

    @property
    def _reported(self) -> Reported | Unknown:
        if self.target.host is None:
            return Unknown('no host is assessed')
        return self.target.host.component(self.fix.component)

    @property
    def _what_runs(self) -> Fields:
        """The field of the version that the component reports, if known."""
        reported = self._reported
        if isinstance(reported, Unknown):
            return {}
        return {'reported': package_origin.reported_field(reported)}

    @property
    def _is_comparable(self) -> bool:
        """Whether anything is known of upstream versions."""
        return isinstance(self.fix.version, str) or bool(self.fix.affected)

    def by_own_build(self) -> Evaluation | None:
        """Decide by a program that is as upstream published it.

        Such a program has no backports. If it is in a directory of its own,
        the service may run a packaged copy instead, so that it proves the bug
        but not the fix.
        """
        reported = self._reported
        if isinstance(reported, Unknown) or reported.package:
            return None
        is_elsewhere = package_origin.is_elsewhere(reported)
        if reported.package is None and not is_elsewhere:
            return None
        fields = self._what_runs
        hides = Evaluation(None, 'program-hides-package', fields)
        if not self._is_comparable:
            return hides if is_elsewhere else None
        kind = 'python-package' if self._probe == 'python' else 'program'
        evaluation = upstream.evaluate(
            self.fix, reported.version, kind, fields
        )
        return hides if evaluation.is_fixed and is_elsewhere else evaluation

    def by_state(self) -> Evaluation | None:
        """Decide by a state that the distribution gives for its package."""
        stated = self.target.row(self.fix.packages)
        package = self.fix.packages[stated] if stated else None
        if not stated or not package or package.state not in statements.STATES:
            return None
        evaluation = Evaluation(
            *statements.STATES[package.state],
            statements.fields(stated, package),
        )
        if evaluation.is_fixed:
            return self._with_package(package.name, evaluation)
        if self._may_be_of(package.name):
            return evaluation.extended(**self._what_runs)
        return self._with_package(package.name, evaluation, older_than='')

    def _may_be_of(self, package: str) -> bool:
        """Return whether what runs may be from a package not looked up.

        That is assumed where an upstream version shows the fix and does not
        come from another package.
        """
        host = self.target.host
        if host is None or package_origin.is_looked_up(host, package):
            return False
        otherwise = evidence.weigh(
            [],
            [
                self.by_first_shipped,
                self.by_minimum,
                self.by_program,
                self.without_evidence,
            ],
        )
        is_of_another = (
            'installed' in otherwise.fields
            and getattr(self._reported, 'package', None) != package
        )
        return bool(otherwise.is_fixed) and not is_of_another

    def by_package(self) -> Evaluation | None:
        """Decide by the version that the distribution states."""
        stated = platforms.related_row(self.target.platform, self.fix.packages)
        package = self.fix.packages[stated] if stated else None
        if not stated or not package or package.fixed_in is None:
            return None
        fields = statements.fields(stated, package)
        if self.target.host is not None:
            return self._by_version(package.name, package.fixed_in, fields)
        if stated != self.target.platform:
            # Its minor releases have versions of their own.
            return Evaluation(None, 'minor-release-not-known', fields)
        return Evaluation(True, 'platform-has-fix', fields)

    def _by_version(self, name: str, fixed: str, fields: Any) -> Evaluation:
        """Decide by the package of the host."""
        evaluation = self._with_package(
            name, Evaluation(True, 'package-at-or-past-fix', fields)
        )
        try:
            is_older = package_origin.is_older(self.target.host, name, fixed)
        except versions.IncomparableVersionError:
            if evaluation.is_fixed:
                raise
            return evaluation
        if is_older:
            evaluation = Evaluation(False, 'package-before-fix', fields)
            return self._with_package(name, evaluation, older_than=fixed)
        return self._unless_kernel(evaluation)

    def by_first_shipped(self) -> Evaluation | None:
        """Decide by the version that the platform first shipped."""
        shipped = self.target.dataset.ships.get(self.fix.component, {})
        row = self.target.row(shipped)
        if row is None or not self._is_comparable:
            return None
        first = shipped[row]
        if first.is_lower_bound:
            return self._by_lower_bound(row, first)
        fields = {
            'first_shipped': {'platform': row, 'version': first.version},
            **statements.link(platforms.link(first.source)),
        }
        evaluation = upstream.evaluate(
            self.fix,
            first.version,
            'first-shipped',
            fields,
            from_there_on=True,
        )
        if evaluation.is_fixed:
            return self._unless_kernel(
                self._with_package(first.package, evaluation)
            )
        return upstream.doubt(self.fix, first.version, evaluation)

    def _by_lower_bound(self, row: str, bound: Shipped) -> Evaluation | None:
        """Decide by the lowest version that the platform can have now.

        A host may not be up to date, so its package must be that or a later
        one.
        """
        if self.target.host is not None and (
            not bound.package_version
            or package_origin.is_older(
                self.target.host, bound.package, bound.package_version
            )
        ):
            return None
        fields = {
            'lower_bound': {'platform': row, 'version': bound.version},
            **statements.link(platforms.link(bound.source)),
        }
        evaluation = upstream.evaluate(
            self.fix, bound.version, 'lower-bound', fields, from_there_on=True
        )
        if not evaluation.is_fixed:
            return None
        return self._unless_kernel(
            self._with_package(bound.package, evaluation)
        )

    def by_minimum(self) -> Evaluation | None:
        """Decide by the lowest version with which the service runs."""
        service = self.target.service
        required = service and self.target.minimum(self.fix.component)
        if not service or not required or not self._is_comparable:
            return None
        fields = {
            'service': service.title,
            'minimum': {
                'version': required.version,
                'source': required.source,
            },
            **statements.link(platforms.link(required.source)),
        }
        evaluation = upstream.evaluate(
            self.fix, required.version, 'minimum', fields, from_there_on=True
        )
        return evaluation if evaluation.is_fixed else None

    def by_program(self) -> Evaluation | None:
        """Decide by the version that the component reports."""
        reported = self._reported
        if isinstance(reported, Unknown) or not self._is_comparable:
            return None
        fields = self._what_runs
        evaluation = upstream.evaluate(
            self.fix,
            reported.version,
            'program',
            fields,
            # A kernel of 6.1.76 can call itself 6.1.0-18-amd64.
            from_there_on=self._probe == 'kernel',
        )
        if not evaluation.is_fixed:
            return upstream.doubt(self.fix, reported.version, evaluation)
        return None if package_origin.is_elsewhere(reported) else evaluation

    def without_evidence(self) -> Evaluation:
        """Return what is not known, if nothing decides."""
        if isinstance(self.fix.version, Undetermined) and not (
            self.fix.affected
        ):
            fields = {'detail': self.fix.version.reason}
            return Evaluation(None, 'fixed-version-not-known', fields)
        newer = self.target.newer_than_facts
        if newer:
            return Evaluation(None, 'platform-newer-than-facts', newer)
        if self.target.host is None or isinstance(self._reported, Reported):
            return Evaluation(None, 'platform-fix-not-known')
        fields = {'detail': self._reported.reason}
        return Evaluation(None, 'program-version-not-known', fields)

    def _with_package(
        self,
        name: str,
        evaluation: Evaluation,
        *,
        older_than: str | None = None,
    ) -> Evaluation:
        """See ``package_origin.with_own_package``."""
        return package_origin.with_own_package(
            evaluation,
            name,
            self.fix,
            self.target,
            older_than=older_than,
        )

    def _unless_kernel(self, evaluation: Evaluation) -> Evaluation:
        """Doubt a kernel: the one that runs may be older."""
        if self._probe != 'kernel' or not evaluation.is_fixed:
            return evaluation
        if self.target.host is None:
            return evaluation
        fields = {**evaluation.fields, 'otherwise': evaluation.reason}
        fields |= self._what_runs
        return Evaluation(None, 'running-kernel-not-known', fields)
