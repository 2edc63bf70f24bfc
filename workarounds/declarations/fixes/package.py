# SPDX-License-Identifier: Apache-2.0
"""Fixes in other software, and in the packages of distributions."""

from collections.abc import Iterator
from collections.abc import Mapping
import re
import types
from typing import Literal

from workarounds import _text
from workarounds.declarations import validation
from workarounds.declarations.base import Data
from workarounds.declarations.fixes import version as fix_version
from workarounds.declarations.fixes.version import Undetermined
from workarounds.declarations.fixes.version import Version

PackageState = Literal[
    'unfixed', 'not-affected', 'wont-fix', 'end-of-life', 'undetermined'
]

_STATE_TEXT: dict[PackageState, str] = {
    'unfixed': 'not fixed yet',
    'not-affected': 'never affected',
    'wont-fix': 'will not be fixed',
    'end-of-life': 'support ended without a fix',
    'undetermined': 'not known',
}
_PLATFORM = r'[A-Za-z0-9._-]+:[A-Za-z0-9._-]+'
_KINDS = ('firmware', 'pypi')
_SPECIFIER = r'(<|<=|==|!=|>=|>|~=) *\d[\w.+]*(\.\*)?'
_OPPOSITES = {
    '<': '>=',
    '<=': '>',
    '==': '!=',
    '!=': '==',
    '>=': '<',
    '>': '<=',
}


class Package(Data):
    """The fix in one platform's packages: a version, or a state instead.

    :param name: package with the fix, such as ``qemu-utils``
    :param fixed_in: first package version with the fix, as the platform
        writes versions
    :param state: ``unfixed``, ``not-affected``, ``wont-fix``,
        ``end-of-life`` or ``undetermined``, where no version has the fix
    :param evidence: URL of a page that says so
    """

    name: str
    fixed_in: str | None = None
    state: PackageState | None = None
    evidence: str | None = None

    def problems(self) -> Iterator[str]:
        """Yield what is wrong, with a hint."""
        yield from super().problems()
        yield from validation.check_package('name', self.name)
        if (self.fixed_in is None) == (self.state is None):
            yield 'give one of fixed_in and state'
        if self.fixed_in is not None:
            yield from validation.check_version('fixed_in', self.fixed_in)
        if self.state is not None:
            yield from validation.check_choice(
                'state', self.state, PackageState
            )
        yield from fix_version.url_problems('evidence', self.evidence)

    def describe(self) -> str:
        """Return the fix in words."""
        if self.state is None:
            return f'{self.name} {self.fixed_in}'
        return f'{self.name}: {_STATE_TEXT[self.state]}'


class PackageFix(Data):
    """Fixed by a version of other software.

    :param component: software with the bug, such as ``qemu``. Where the name
        alone is ambiguous, its kind comes first: ``pypi:redis``,
        ``firmware:ilo5``
    :param version: first upstream version with the fix; optional if
        ``affected`` is given
    :param affected: upstream versions in which the bug is or was seen, as a
        specifier set: ``<=1.2.2``, ``>=8.0.0,<8.1.3``
    :param packages: the fix in distributions, by platform. A platform is
        ``ID:VERSION_ID`` of its os-release file, such as ``debian:12``
    :param bug: the bug that this fixes, if the declaration has several
    :param reopened: URL of a page that says that the bug was reopened
    """

    component: str
    version: Version | None = None
    affected: str | None = None
    packages: Mapping[str, Package] = types.MappingProxyType({})
    bug: str | None = None
    reopened: str | None = None

    def problems(self) -> Iterator[str]:
        """Yield what is wrong, with a hint."""
        yield from super().problems()
        yield from validation.check_package('component', self.component)
        yield from _kind_problems(self.component)
        if self.version is not None:
            yield from fix_version.version_problems(self.version)
        elif self.affected is None:
            yield 'version is missing; write version=... or affected=...'
        if self.affected is not None:
            yield from _specifier_problems(self.affected)
        yield from fix_version.url_problems('bug', self.bug)
        yield from fix_version.url_problems('reopened', self.reopened)
        if not isinstance(self.packages, Mapping):
            yield (
                "packages is not a mapping; write {'debian:12': Package(...)}"
            )
            return
        for platform, package in self.packages.items():
            if not re.fullmatch(_PLATFORM, str(platform)):
                yield (
                    f'platform {platform!r} is not ID:VERSION_ID of an '
                    f"os-release file; write one like 'debian:12'"
                )
            if isinstance(package, Package):
                for problem in package.problems():
                    yield f'{platform}: {problem}'
            else:
                yield (
                    f'{platform}: {package!r} is not a Package; write '
                    f"Package(name='qemu-utils', fixed_in='...')"
                )

    def summary(self) -> str:
        """Return in a few words which version has the fix."""
        if isinstance(self.version, Undetermined):
            return f'{self.component}, version not known'
        if self.version is None:
            return f'{self.component} {_opposite(str(self.affected))}'
        note = fix_version.reopened_note(self.reopened)
        return f'{self.component} {self.version}{note}'

    def details(self) -> Iterator[str]:
        """Yield for upstream and each platform which version has the fix."""
        if isinstance(self.version, Undetermined):
            yield (
                f'{self.component}: the fixed version is not known '
                f'({_text.clause(self.version.reason)})'
            )
        elif self.version is not None:
            yield f'{self.component} {self.version} upstream'
        if self.affected is not None:
            yield f'{self.component} {self.affected} has the bug'
        for platform, package in self.packages.items():
            yield f'{platform}: {package.describe()}'
        yield from fix_version.reopened_details(self.reopened)


def _opposite(affected: str) -> str:
    operator = affected.rstrip('0123456789. ')
    if operator in _OPPOSITES:
        return f'{_OPPOSITES[operator]}{affected.removeprefix(operator)}'
    return f'outside {affected}'


def _kind_problems(component: object) -> Iterator[str]:
    kind, colon, _ = str(component).partition(':')
    if colon and kind not in _KINDS:
        yield (
            f'component {component!r} has an unknown kind; write one of '
            f'{", ".join(_KINDS)} before the colon'
        )


def _specifier_problems(affected: object) -> Iterator[str]:
    clauses = affected.split(',') if isinstance(affected, str) else ['']
    if not all(re.fullmatch(_SPECIFIER, clause.strip()) for clause in clauses):
        yield (
            f'affected {affected!r} is not a specifier set; write one like '
            f"'<=1.2.2'"
        )
