# SPDX-License-Identifier: Apache-2.0
"""Versions with a fix, and pages that say that a fix did not hold."""

from collections.abc import Iterator

from workarounds.declarations import validation
from workarounds.declarations.base import Data


class Undetermined(Data, kw_only=False):
    """A version that no source states.

    :param reason: sources that were searched, or why no source can state it
    """

    reason: str

    def problems(self) -> Iterator[str]:
        """Yield what is wrong, with a hint."""
        yield from super().problems()
        yield from validation.check_text('reason', self.reason, 'say why')


Version = str | Undetermined


def version_problems(version: Version) -> Iterator[str]:
    """Yield what is wrong with a version, with a hint."""
    if isinstance(version, Undetermined):
        for problem in version.problems():
            yield f'version: Undetermined: {problem}'
    else:
        yield from validation.check_version('version', version)


def url_problems(field: str, value: str | None) -> Iterator[str]:
    """Yield what is wrong with an optional URL."""
    if value is not None:
        yield from validation.check_url(field, value)


def reopened_note(reopened: str | None) -> str:
    """Return the words that follow the version of a reopened fix."""
    return '' if reopened is None else ' (reopened)'


def reopened_details(reopened: str | None) -> Iterator[str]:
    """Yield the page that says that a fix did not hold."""
    if reopened is not None:
        yield f'this fix did not hold: {reopened}'
