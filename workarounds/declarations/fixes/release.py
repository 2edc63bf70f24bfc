# SPDX-License-Identifier: Apache-2.0
"""Fixes in releases of a service."""

from collections.abc import Iterator
from typing import Literal

from workarounds.declarations import validation
from workarounds.declarations.base import Data
from workarounds.declarations.fixes import version as fix_version
from workarounds.declarations.fixes.version import Undetermined
from workarounds.declarations.fixes.version import Version

ReleaseScope = Literal['host', 'deployment']


class ReleaseFix(Data):
    """Fixed by a release of a project, or known to be open in one.

    :param version: first release with the fix
    :param scope: ``host`` if this host must run that release, ``deployment``
        if every host must
    :param project: Python distribution whose release has the fix, such as
        ``neutron``; by default the one that declares the workaround
    :param open_in: last release that is known not to have a fix, in place of
        ``version``
    :param bug: the bug that this fixes, if the declaration has several
    :param reopened: URL of a page that says that the bug was reopened
    """

    version: Version | None = None
    scope: ReleaseScope = 'host'
    project: str | None = None
    open_in: str | None = None
    bug: str | None = None
    reopened: str | None = None

    def problems(self) -> Iterator[str]:
        """Yield what is wrong, with a hint."""
        yield from super().problems()
        if (self.version is None) == (self.open_in is None):
            yield 'give one of version and open_in'
        if self.version is not None:
            yield from fix_version.version_problems(self.version)
        if self.open_in is not None:
            yield from validation.check_version('open_in', self.open_in)
        if self.project is not None:
            yield from validation.check_package('project', self.project)
        yield from validation.check_choice('scope', self.scope, ReleaseScope)
        yield from fix_version.url_problems('bug', self.bug)
        yield from fix_version.url_problems('reopened', self.reopened)

    def summary(self) -> str:
        """Return in a few words which version has the fix."""
        release = f'{self.project or ""} release'.strip()
        if self.open_in is not None:
            return f'none up to {release} {self.open_in}'
        if isinstance(self.version, Undetermined):
            return f'{release} not known'
        everywhere = ' on every host' if self.scope == 'deployment' else ''
        note = fix_version.reopened_note(self.reopened)
        return f'{release} {self.version}{everywhere}{note}'

    def details(self) -> Iterator[str]:
        """Yield which release has the fix, and which hosts must run it."""
        hosts = 'this host' if self.scope == 'host' else 'every host'
        whose = self.project or 'the service'
        about = f' ({self.bug})' if self.bug else ''
        if self.open_in is not None:
            yield f'no release of {whose} up to {self.open_in}{about}'
        elif isinstance(self.version, Undetermined):
            yield (
                f'the release of {whose} with the fix is not known'
                f'{about}: {self.version.reason}'
            )
        else:
            yield f'release {self.version} of {whose} on {hosts}{about}'
        yield from fix_version.reopened_details(self.reopened)
