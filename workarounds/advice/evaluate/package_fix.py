# SPDX-License-Identifier: Apache-2.0
"""Whether somebody else's software has its fix on a host.

A distribution's package version is compared with that distribution's fixed
version alone, by its rules. An upstream version is compared with the upstream
fix alone: what a platform first shipped, or what a component reports of
itself on a platform that nothing is known of.
"""

from collections.abc import Mapping
import dataclasses
from typing import TypeGuard

from workarounds import exceptions
from workarounds.advice.evaluate import judgement as evaluate_judgement
from workarounds.advice.evaluate.judgement import Judgement
from workarounds.advice.facts import packages
from workarounds.advice.facts import platforms
from workarounds.advice.facts import versions
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.hosts import Host
from workarounds.advice.facts.hosts import Installed
from workarounds.advice.facts.hosts import Reported
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.platforms import Shipped
from workarounds.declarations.fixes import Package
from workarounds.declarations.fixes import PackageFix
from workarounds.declarations.fixes import Undetermined

_Judgement = Judgement


@dataclasses.dataclass(frozen=True)
class PackageJudge:
    """Tells whether the fix of a component holds on a host."""

    fix: PackageFix
    host: Host
    dataset: Dataset

    @property
    def title(self) -> str:
        """Return the name that people know the component by."""
        return self.dataset.title(self.fix.component)

    def judge(self) -> _Judgement:
        """Tell whether what runs has the fix."""
        judgement = self._judge()
        component = self.dataset.components.get(self.fix.component)
        is_kernel = component is not None and component.probe == 'kernel'
        stated = self._row(self.fix.packages)
        if (
            not judgement.holds
            or not is_kernel
            or not self._is_known
            or (stated and self.fix.packages[stated].state == 'not-affected')
        ):
            return judgement
        # The one that was installed is not the one that runs.
        reported = self.host.component(self.fix.component)
        runs = f'which {self.title} runs is not known'
        if isinstance(reported, Reported):
            runs = (
                f'{self.title} {reported.version} runs, which may have been '
                f'started before that was installed'
            )
        return _Judgement(None, f'{judgement.evidence}; but {runs}')

    def _judge(self) -> _Judgement:
        """Tell it by the first of five ways that there is evidence for."""
        fixed = self.fix.version
        reported = self.host.component(self.fix.component)
        if self._is_known and self._hides_the_packaged_one(reported):
            return _Judgement(
                None,
                f'{reported.program}, which belongs to no package, says it '
                f'is {reported.version} and hides the packaged one',
            )
        if isinstance(reported, Reported) and self._is_from_pypi(reported):
            return self._by_python(reported)
        stated = self._row(self.fix.packages)
        if stated and self.fix.packages[stated].state != 'undetermined':
            return self._by_platform(stated, self.fix.packages[stated])
        if isinstance(fixed, Undetermined):
            return self._not_known(fixed)
        shipped = self._row(self._ships)
        if shipped:
            return self._by_first_shipped(shipped, fixed)
        return self._without_platform(reported, fixed)

    def _not_known(self, fixed: Undetermined) -> _Judgement:
        return _Judgement(
            None,
            f'the version of {self.title} with the fix is not known: '
            f'{fixed.reason}',
        )

    def _without_platform(
        self, reported: Reported | Unknown, fixed: str
    ) -> _Judgement:
        if self._is_known:
            return _Judgement(
                None,
                f'no data file says in which package {self.host.name} has '
                f'the fix in {self.title}, nor what it first shipped',
            )
        if isinstance(reported, Unknown):
            return _Judgement(
                None,
                f'nothing is known of {self.host.name}, and {self.title} '
                f'does not tell its version: {reported.reason}',
            )
        return self._by_report(reported, fixed)

    @property
    def _ships(self) -> Mapping[str, Shipped]:
        return self.dataset.ships.get(self.fix.component, {})

    def _row(self, rows: Mapping[str, object]) -> str | None:
        return platforms.row(self.host.platform, rows)

    @property
    def _is_known(self) -> bool:
        tables = (self.fix.packages, self._ships, self.dataset.platforms)
        return any(self._row(table) for table in tables)

    def _is_from_pypi(self, reported: Reported) -> bool:
        component = self.dataset.components.get(self.fix.component)
        is_python = component is not None and component.probe == 'python'
        return is_python and reported.package == ''

    def _hides_the_packaged_one(
        self, reported: Reported | Unknown
    ) -> TypeGuard[Reported]:
        if isinstance(reported, Unknown) or not reported.program:
            return False
        if reported.package is None:
            path = reported.program
            return path.startswith('/usr/local/') or not path.startswith(
                ('/usr/', '/bin/', '/sbin/')
            )
        return reported.package == ''

    def _own_package(self, name: str) -> Installed | str:
        """Return the platform's own package, or why there is none."""
        installed = self.host.package(name)
        if isinstance(installed, Unknown):
            return installed.reason
        contradiction = self._contradiction(name)
        if contradiction:
            return contradiction
        known = self._row(self.dataset.platforms)
        platform = self.dataset.platforms[known] if known else None
        if platform and platform.packages != self.host.package_manager:
            return (
                f'{platform.id} has packages of {platform.packages}, and '
                f'these are of {self.host.package_manager}'
            )
        doubt = packages.doubt(name, installed, self.host.name, platform)
        return doubt or self._other_release(name, installed) or installed

    def _contradiction(self, name: str) -> str | None:
        """Say what the component reports that its package cannot be."""
        reported = self.host.component(self.fix.component)
        here = self._row(self._ships)
        if isinstance(reported, Unknown):
            return None
        usual = self._ships[here].package if here else name
        if reported.package not in (None, '', name, usual):
            what = reported.program or self.title
            return f'{what} is of {reported.package}'
        if here and not versions.is_at_least(
            'upstream', reported.version, self._ships[here].version
        ):
            return f'{self.title} says it is {reported.version}'
        return None

    def _other_release(self, name: str, own: Installed) -> str | None:
        """Say why a package may be of another release of its distribution."""
        if packages.names_its_release(own, self.host.name):
            return None
        what = f'{name} {own.version}'
        here = self._row(self._ships)
        first = None
        if here and self._ships[here].package == name:
            first = self._ships[here].package_version
        if not first:
            return (
                f'{what} names no release, and no data file says with which '
                f'version {self.host.name} began, so it may be of another one'
            )
        if packages.is_update(own.version, first, self.host.name):
            return None
        return (
            f'{what} names no release and is no update of the first of '
            f'{here}, {first}, so it may be of another one'
        )

    def _is_at_least(self, own: Installed, version: str) -> bool:
        manager = self.host.package_manager
        if isinstance(manager, Unknown):
            raise exceptions.InvalidVersionError(manager.reason)
        return versions.is_at_least(manager, own.version, version)

    def _by_platform(self, stated: str, package: Package) -> _Judgement:
        """Tell it by what the distribution says of its packages."""
        own = self._own_package(package.name)
        if isinstance(own, str):
            return _Judgement(
                None, f'{packages.says(stated, package)}; but {own}'
            )
        installed = f'installed: {package.name} {own.version}'
        fixed = package.fixed_in
        if fixed is None:
            return _Judgement(
                package.state == 'not-affected',
                f'{packages.says(stated, package)}; {installed}',
            )
        if self._is_at_least(own, fixed):
            return _Judgement(
                True,
                f'{stated} has the fix in {package.name} {fixed}; {installed}',
            )
        if stated != self.host.platform:
            return _Judgement(
                None,
                f'{stated} has the fix in {package.name} {fixed}; '
                f'{installed}, which is older, but {self.host.name} may have '
                f'a fixed version of its own',
            )
        return _Judgement(
            False,
            f'{stated} has the fix in {package.name} {fixed}; {installed}, '
            f'which is older',
        )

    def _by_first_shipped(self, shipped: str, fixed: str) -> _Judgement:
        """Tell it by the upstream version that the platform came with."""
        first = self._ships[shipped]
        came = f'{shipped} first shipped {self.title} {first.version}'
        if not versions.is_at_least('upstream', first.version, fixed):
            return _Judgement(
                None,
                f'{came}, before the fix in {fixed}; {shipped} may have '
                f'carried the fix back, and no data file says so',
            )
        past = evaluate_judgement.at_or_past('upstream', first.version, fixed)
        came = f'{came}, {past} the fix in {fixed}'
        own = self._own_package(first.package)
        if isinstance(own, str):
            return _Judgement(None, f'{came}; but {own}')
        return _Judgement(
            True, f'{came}; installed: {first.package} {own.version}'
        )

    def _by_report(self, reported: Reported, fixed: str) -> _Judgement:
        """Tell it by what the component says of itself."""
        said = f'{self.title} says it is {reported.version}'
        if versions.is_at_least('upstream', reported.version, fixed):
            past = evaluate_judgement.at_or_past(
                'upstream', reported.version, fixed
            )
            return _Judgement(
                True,
                f'{said}, {past} the fix in {fixed}; nothing is known of '
                f'{self.host.name}',
            )
        return _Judgement(
            None,
            f'{said}, before the fix in {fixed}; nothing is known of '
            f'{self.host.name}, which may have carried the fix back',
        )

    def _by_python(self, reported: Reported) -> _Judgement:
        """Tell it by a Python distribution as upstream has published it."""
        fixed = self.fix.version
        if isinstance(fixed, Undetermined):
            return self._not_known(fixed)
        said = f'{self.title} {reported.version} is installed from PyPI'
        if versions.is_at_least('python', reported.version, fixed):
            past = evaluate_judgement.at_or_past(
                'python', reported.version, fixed
            )
            return _Judgement(True, f'{said}, {past} the fix in {fixed}')
        return _Judgement(False, f'{said}, before the fix in {fixed}')
