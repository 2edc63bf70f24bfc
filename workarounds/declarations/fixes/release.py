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
        yield from fix_version.version_problems(self.version)
        yield from validation.check_choice('scope', self.scope, ReleaseScope)
        yield from fix_version.url_problems('bug', self.bug)
        yield from fix_version.url_problems('reopened', self.reopened)

    def summary(self) -> str:
        """Return in a few words which version has the fix."""
        if isinstance(self.version, Undetermined):
            return 'release not known'
        everywhere = ' everywhere' if self.scope == 'deployment' else ''
        note = fix_version.reopened_note(self.reopened)
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
        yield from fix_version.reopened_details(self.reopened)
