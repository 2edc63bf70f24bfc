# SPDX-License-Identifier: Apache-2.0
"""Whether somebody else's software has its fix, on a host or on a platform.

A distribution's package version is compared with that distribution's fixed
version alone, by its rules. An upstream version is compared with the upstream
fix alone: what a platform first shipped, or what a component reports of
itself on a platform that nothing is known of.
"""

from collections.abc import Mapping
import dataclasses
from typing import Any

from workarounds.advice.evaluate import package_origin
from workarounds.advice.evaluate.package_origin import Doubt
from workarounds.advice.evaluate.target import Evaluation
from workarounds.advice.evaluate.target import Target
from workarounds.advice.facts import platforms
from workarounds.advice.facts import versions
from workarounds.advice.facts.hosts import Host
from workarounds.advice.facts.hosts import Installed
from workarounds.advice.facts.hosts import Reported
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.platforms import Shipped
from workarounds.declarations.fixes import Package
from workarounds.declarations.fixes import PackageFix
from workarounds.declarations.fixes import Undetermined

_STATES: Mapping[str | None, tuple[bool, str]] = {
    'unfixed': (False, 'platform-not-fixed'),
    'wont-fix': (False, 'platform-will-not-fix'),
    'end-of-life': (False, 'platform-end-of-life'),
    'not-affected': (True, 'platform-never-affected'),
}


def evaluate(fix: PackageFix, target: Target) -> Evaluation:
    """Return whether a target has a fix."""
    return _Evaluator(fix, target).evaluate()


@dataclasses.dataclass(frozen=True)
class _Evaluator:
    fix: PackageFix
    target: Target

    def evaluate(self) -> Evaluation:
        if self.target.host is None:
            return self._by_platform()
        evaluation = self._by_program(self.target.host) or self._by_platform()
        if (
            evaluation.is_fixed
            and self._probe == 'kernel'
            and self._is_known_platform
            and evaluation.reason != 'platform-never-affected'
        ):
            # The kernel that was installed is not the one that runs.
            fields = {**evaluation.fields, 'otherwise': evaluation.reason}
            return Evaluation(
                None, 'running-kernel-not-known', fields
            ).extended(reported=self._reported_field)
        return evaluation

    @property
    def _probe(self) -> str | None:
        components = self.target.dataset.components
        component = components.get(self.fix.component)
        return component.probe if component else None

    @property
    def _shipped(self) -> Mapping[str, Shipped]:
        return self.target.dataset.ships.get(self.fix.component, {})

    @property
    def _is_known_platform(self) -> bool:
        tables = (
            self.fix.packages,
            self._shipped,
            self.target.dataset.platforms,
        )
        return any(self.target.row(table) for table in tables)

    @property
    def _reported(self) -> Reported | Unknown:
        if self.target.host is None:
            return Unknown('no host is looked at')
        return self.target.host.component(self.fix.component)

    @property
    def _reported_field(self) -> dict[str, str] | None:
        if isinstance(self._reported, Unknown):
            return None
        return package_origin.reported_field(self._reported)

    def _by_program(self, host: Host) -> Evaluation | None:
        """Decide by a program that no package of the platform has."""
        reported = self._reported
        if isinstance(reported, Unknown):
            return None
        fields = {'reported': self._reported_field}
        if self._is_known_platform and _hides_package(reported):
            return Evaluation(None, 'program-hides-package', fields)
        if self._probe != 'python' or reported.package != '':
            return None
        # A Python distribution as upstream has published it.
        fixed = self.fix.version
        if isinstance(fixed, Undetermined):
            return _not_known(fixed)
        if versions.is_at_least('python', reported.version, fixed):
            return Evaluation(True, 'python-package-at-or-past-fix', fields)
        return Evaluation(False, 'python-package-before-fix', fields)

    def _by_platform(self) -> Evaluation:
        """Decide by the first of the ways that there are data for."""
        fixed = self.fix.version
        stated = self.target.row(self.fix.packages)
        if stated and self.fix.packages[stated].state != 'undetermined':
            return self._by_statement(stated, self.fix.packages[stated])
        if isinstance(fixed, Undetermined):
            return _not_known(fixed)
        row = self.target.row(self._shipped)
        first = self._shipped[row] if row else None
        fields: dict[str, Any] = {}
        if row and first:
            fields = {
                'first_shipped': {'platform': row, 'version': first.version},
                **_link(platforms.link(first.source)),
            }
            if versions.is_at_least('upstream', first.version, fixed):
                return self._with_package(
                    first.package,
                    Evaluation(True, 'first-shipped-at-or-past-fix', fields),
                )
        return (
            self._by_minimum(fixed)
            or (fields and Evaluation(None, 'fix-may-be-backported', fields))
            or self._by_report(fixed)
        )

    def _by_statement(self, stated: str, package: Package) -> Evaluation:
        """Decide by what the distribution states about its packages."""
        fixed = package.fixed_in
        statement = {'fixed_in': fixed} if fixed else {'state': package.state}
        fields = {
            'stated': {
                'platform': stated,
                'package': package.name,
                **statement,
            },
            **_link(package.evidence),
        }
        if fixed is None:
            evaluation = Evaluation(*_STATES[package.state], fields)
            return self._with_package(package.name, evaluation)
        host = self.target.host
        if host is not None:
            evaluation = self._with_package(
                package.name,
                Evaluation(True, 'package-at-or-past-fix', fields),
            )
            if not evaluation.is_fixed or self._has(evaluation, fixed, host):
                return evaluation
            fields = dict(evaluation.fields)
        if stated != self.target.platform:
            # Its minor releases have versions of their own.
            return Evaluation(None, 'minor-release-not-known', fields)
        if host is not None:
            return Evaluation(False, 'package-before-fix', fields)
        return Evaluation(True, 'platform-has-fix', fields)

    def _has(self, evaluation: Evaluation, fixed: str, host: Host) -> bool:
        manager = host.package_manager
        version = evaluation.fields['installed']['version']
        return not isinstance(manager, Unknown) and versions.is_at_least(
            manager, version, fixed
        )

    def _with_package(self, name: str, evaluation: Evaluation) -> Evaluation:
        """Return it with the host's package, which must be the platform's."""
        host = self.target.host
        if host is None:
            return evaluation
        own = package_origin.own_package(
            name, self.fix.component, self.target, host
        )
        if isinstance(own, Installed):
            installed = package_origin.described(name, own)
            return evaluation.extended(installed=installed)
        return _doubted(evaluation, own)

    def _by_minimum(self, fixed: str) -> Evaluation | None:
        """Decide by the version that the service refuses to run below."""
        service = self.target.service
        required = service and service.requires.get(self.fix.component)
        if (
            not service
            or not required
            or not versions.is_at_least('upstream', required.version, fixed)
        ):
            return None
        fields = {
            'service': service.title,
            'minimum': {
                'version': required.version,
                'source': required.source,
            },
            **_link(platforms.link(required.source)),
        }
        return Evaluation(True, 'minimum-version-past-fix', fields)

    def _by_report(self, fixed: str) -> Evaluation:
        """Decide by what the component reports, on an unknown platform."""
        reported = self._reported
        if self.target.host is None or self._is_known_platform:
            return Evaluation(None, 'platform-fix-not-known')
        if isinstance(reported, Unknown):
            fields = {'detail': reported.reason}
            return Evaluation(None, 'program-version-not-known', fields)
        fields_ = {'reported': self._reported_field}
        if versions.is_at_least('upstream', reported.version, fixed):
            return Evaluation(True, 'program-at-or-past-fix', fields_)
        return Evaluation(None, 'program-before-fix', fields_)


def _not_known(fixed: Undetermined) -> Evaluation:
    fields = {'detail': fixed.reason}
    return Evaluation(None, 'fixed-version-not-known', fields)


def _doubted(evaluation: Evaluation, doubt: Doubt) -> Evaluation:
    return Evaluation(
        None, doubt.reason, {**evaluation.fields, **doubt.fields}
    )


def _link(address: str | None) -> dict[str, str]:
    return {'link': address} if address else {}


def _hides_package(reported: Reported) -> bool:
    path = reported.program
    if not path:
        return False
    if reported.package is None:
        return path.startswith('/usr/local/') or not path.startswith(
            ('/usr/', '/bin/', '/sbin/')
        )
    return reported.package == ''
