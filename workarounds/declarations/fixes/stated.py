# SPDX-License-Identifier: Apache-2.0
"""What is known without a comparison: a person looks, never, a choice."""

from collections.abc import Iterator

from workarounds.declarations import validation
from workarounds.declarations.base import Data


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
    """A defect that will never be fixed.

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


class Choice(Data, kw_only=False):
    """A preference, not a defect: no evidence makes it needed or removable.

    :param reason: what is chosen
    """

    reason: str

    def problems(self) -> Iterator[str]:
        """Yield what is wrong, with a hint."""
        yield from super().problems()
        yield from validation.check_text(
            'reason', self.reason, 'say what is chosen'
        )

    def summary(self) -> str:
        """Return in a few words which version has the fix."""
        return 'a choice'

    def details(self) -> Iterator[str]:
        """Yield what is chosen."""
        yield f'a choice, not a defect: {self.reason}'
