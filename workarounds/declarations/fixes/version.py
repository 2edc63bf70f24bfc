# SPDX-License-Identifier: Apache-2.0
"""Versions with a fix, and where it is said that a fix did not hold."""

from collections.abc import Iterator

from workarounds.declarations import validation
from workarounds.declarations.base import Data


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


def version_problems(version: Version) -> Iterator[str]:
    """Yield what is wrong with a version, with a hint."""
    if isinstance(version, Undetermined):
        for problem in version.problems():
            yield f'version: Undetermined: {problem}'
    else:
        yield from validation.check_version('version', version)


def url_problems(field: str, value: str | None) -> Iterator[str]:
    """Yield what is wrong with an address that may be left out."""
    if value is not None:
        yield from validation.check_url(field, value)


def reopened_note(reopened: str | None) -> str:
    """Return the words that follow the version of a reopened fix."""
    return '' if reopened is None else ' (reopened)'


def reopened_details(reopened: str | None) -> Iterator[str]:
    """Yield where it is said that a fix did not hold."""
    if reopened is not None:
        yield f'this fix was claimed and did not hold: {reopened}'
