# SPDX-License-Identifier: Apache-2.0
"""Fixes without a version: checked by hand, never, or a choice."""

from collections.abc import Iterator

from workarounds.declarations import validation
from workarounds.declarations.base import Data


class ManualFix(Data, kw_only=False):
    """Fixed where the host cannot show it: in a guest kernel, on a peer.

    :param description: what to check, as a noun phrase
    """

    description: str

    def problems(self) -> Iterator[str]:
        """Yield what is wrong, with a hint."""
        yield from super().problems()
        yield from validation.check_text(
            'description', self.description, 'say what to check'
        )

    def summary(self) -> str:
        """Return what to check, and how."""
        return f'check by hand: {self.description}'

    def details(self) -> Iterator[str]:
        """Yield what to check."""
        yield f'cannot be seen from a host; check by hand: {self.description}'


class NoFix(Data, kw_only=False):
    """A defect that will never be fixed.

    :param reason: why not
    """

    reason: str

    def problems(self) -> Iterator[str]:
        """Yield what is wrong, with a hint."""
        yield from super().problems()
        yield from validation.check_text('reason', self.reason, 'say why')

    def summary(self) -> str:
        """Return in a few words when the bug is fixed."""
        return 'never'

    def details(self) -> Iterator[str]:
        """Yield why there is no fix."""
        yield f'never: {self.reason}'


class Choice(Data, kw_only=False):
    """A preference, not a defect: no evidence makes it needed or removable.

    :param reason: what operators choose, such as ``'to start services beside
        older ones'``
    """

    reason: str

    def problems(self) -> Iterator[str]:
        """Yield what is wrong, with a hint."""
        yield from super().problems()
        yield from validation.check_text(
            'reason', self.reason, 'say what operators choose'
        )

    def summary(self) -> str:
        """Return in a few words why no version has a fix."""
        return 'none (a choice, not a defect)'

    def details(self) -> Iterator[str]:
        """Yield what operators choose."""
        yield f'a choice, not a defect: {self.reason}'
