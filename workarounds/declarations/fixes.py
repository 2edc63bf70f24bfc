# SPDX-License-Identifier: Apache-2.0
"""How a workaround stops being needed.

Plain data, without logic but for the description of each kind.
"""

from collections.abc import Iterator
from collections.abc import Mapping
import re
import types
from typing import Any
from typing import Literal

from workarounds.declarations import base
from workarounds.declarations import validation
from workarounds.declarations.base import Data
from workarounds.declarations.expiry import Unstated

PackageState = Literal[
    'unfixed', 'not-affected', 'wont-fix', 'end-of-life', 'undetermined'
]
ReleaseScope = Literal['host', 'deployment']

_STATE_TEXT: dict[PackageState, str] = {
    'unfixed': 'not fixed yet',
    'not-affected': 'never affected',
    'wont-fix': 'will not be fixed',
    'end-of-life': 'no longer supported, and not fixed',
    'undetermined': 'not known',
}
_PLATFORM = r'[a-z0-9._-]+:[A-Za-z0-9._-]+'


class Undetermined(Data, kw_only=False):
    """A version that is not known from any source, and why.

    :param reason: which sources were searched, or why it cannot be known
    """

    reason: str

    def problems(self) -> Iterator[str]:
        """Yield what is wrong, with a hint."""
        yield from super().problems()
        yield from validation.check_text('reason', self.reason, 'say why')


Version = str | Undetermined


class Package(Data):
    """The fix in one platform's packages: a version, or a state instead.

    :param name: the package with the fix, such as ``qemu-utils``
    :param fixed_in: the first package version with the fix, as that platform
        writes versions
    :param state: where there is no such version: ``unfixed``,
        ``not-affected``, ``wont-fix``, ``end-of-life`` or ``undetermined``
    :param evidence: URL of the page that says so
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
            yield 'give fixed_in or state, one of the two'
        if self.fixed_in is not None:
            yield from validation.check_version('fixed_in', self.fixed_in)
        if self.state is not None:
            yield from validation.check_choice(
                'state', self.state, PackageState
            )
        yield from _url_problems('evidence', self.evidence)

    def describe(self) -> str:
        """Return the fix in words."""
        if self.state is None:
            return f'{self.name} {self.fixed_in}'
        return f'{self.name}: {_STATE_TEXT[self.state]}'


class PackageFix(Data):
    """Fixed by a version of other software.

    :param component: what has the bug, such as ``qemu``
    :param version: the first upstream version with the fix
    :param packages: the fix in distributions, by platform; a platform is
        ``ID:VERSION_ID`` of its os-release file, such as ``debian:12``
    :param bug: the one bug, of the declaration's several, that this fixes
    :param reopened: URL of the page that says that the bug was reopened
    """

    component: str
    version: Version
    packages: Mapping[str, Package] = types.MappingProxyType({})
    bug: str | None = None
    reopened: str | None = None

    def problems(self) -> Iterator[str]:
        """Yield what is wrong, with a hint."""
        yield from super().problems()
        yield from validation.check_package('component', self.component)
        yield from _version_problems(self.version)
        yield from _url_problems('bug', self.bug)
        yield from _url_problems('reopened', self.reopened)
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
                yield f'{platform}: {package!r} is not a Package'

    def summary(self) -> str:
        """Return in a few words which version has the fix."""
        if isinstance(self.version, Undetermined):
            return f'{self.component}, version not known'
        return (
            f'{self.component} {self.version}{_reopened_note(self.reopened)}'
        )

    def details(self) -> Iterator[str]:
        """Yield for upstream and each platform which version has the fix."""
        if isinstance(self.version, Undetermined):
            yield (
                f'{self.component}: the fixed version is not known '
                f'({self.version.reason})'
            )
        else:
            yield f'{self.component} {self.version} upstream'
        for platform, package in self.packages.items():
            yield f'{platform}: {package.describe()}'
        yield from _reopened_details(self.reopened)


class ReleaseFix(Data):
    """Fixed by a release of the service that declares the workaround.

    :param version: the first release of the service with the fix
    :param scope: ``host`` when it is enough that this host runs it,
        ``deployment`` when every host must
    :param bug: the one bug, of the declaration's several, that this fixes
    :param reopened: URL of the page that says that the bug was reopened
    """

    version: Version
    scope: ReleaseScope = 'host'
    bug: str | None = None
    reopened: str | None = None

    def problems(self) -> Iterator[str]:
        """Yield what is wrong, with a hint."""
        yield from super().problems()
        yield from _version_problems(self.version)
        yield from validation.check_choice('scope', self.scope, ReleaseScope)
        yield from _url_problems('bug', self.bug)
        yield from _url_problems('reopened', self.reopened)

    def summary(self) -> str:
        """Return in a few words which version has the fix."""
        if isinstance(self.version, Undetermined):
            return 'release not known'
        everywhere = ' everywhere' if self.scope == 'deployment' else ''
        note = _reopened_note(self.reopened)
        return f'release {self.version}{everywhere}{note}'

    def details(self) -> Iterator[str]:
        """Yield which release has the fix, and which hosts must run it."""
        hosts = 'this host' if self.scope == 'host' else 'every host'
        about = f' ({self.bug})' if self.bug else ''
        if isinstance(self.version, Undetermined):
            yield (
                f'the fixed release of the service is not known'
                f'{about}: {self.version.reason}'
            )
        else:
            yield f'release {self.version} of the service on {hosts}{about}'
        yield from _reopened_details(self.reopened)


class ManualFix(Data, kw_only=False):
    """Fixed where it cannot be seen from the host: a guest kernel, a peer.

    :param description: what to check
    """

    description: str

    def problems(self) -> Iterator[str]:
        """Yield what is wrong, with a hint."""
        yield from super().problems()
        yield from validation.check_text(
            'description', self.description, 'say what to check'
        )

    def summary(self) -> str:
        """Return in a few words which version has the fix."""
        return 'not seen from the host'

    def details(self) -> Iterator[str]:
        """Yield what to check."""
        yield f'cannot be seen from the host: {self.description}'


class NoFix(Data, kw_only=False):
    """It will never be fixed.

    :param reason: why not
    """

    reason: str

    def problems(self) -> Iterator[str]:
        """Yield what is wrong, with a hint."""
        yield from super().problems()
        yield from validation.check_text('reason', self.reason, 'say why')

    def summary(self) -> str:
        """Return in a few words which version has the fix."""
        return 'never'

    def details(self) -> Iterator[str]:
        """Yield why there is no fix."""
        yield f'never: {self.reason}'


Fix = PackageFix | ReleaseFix | ManualFix | NoFix

_KINDS = 'PackageFix, ReleaseFix, ManualFix or NoFix'
HINT = f'say how it stops being needed: {_KINDS}'


def problems(fix: Any, bugs: Any) -> Iterator[str]:
    """Yield what is wrong with the fixes of a declaration, with a hint.

    :param fix: one fix, or several
    :param bugs: the bugs of the declaration, of which a fix can name one
    """
    if fix is base.MISSING:
        return
    fixes = fix if validation.is_list(fix) else [fix]
    if not fixes:
        yield f'fix is empty; {HINT}'
    for each in fixes:
        if not isinstance(each, Fix):
            yield f'fix: {each!r} is not a {_KINDS}'
            continue
        for problem in each.problems():
            yield f'fix {type(each).__name__}: {problem}'
        bug = getattr(each, 'bug', None)
        stated = () if isinstance(bugs, Unstated) else bugs
        if bug is None or not validation.is_list(stated):
            continue
        if bug not in stated:
            yield f'fix: bug {bug!r} is not among bugs; add it there'


def _url_problems(field: str, value: str | None) -> Iterator[str]:
    if value is not None:
        yield from validation.check_url(field, value)


def _reopened_note(reopened: str | None) -> str:
    return '' if reopened is None else ' (reopened)'


def _reopened_details(link: str | None) -> Iterator[str]:
    if link is not None:
        yield f'this fix was claimed and did not hold: {link}'


def _version_problems(version: Version) -> Iterator[str]:
    if isinstance(version, Undetermined):
        for problem in version.problems():
            yield f'version: Undetermined: {problem}'
    else:
        yield from validation.check_version('version', version)
