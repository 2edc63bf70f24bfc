# SPDX-License-Identifier: Apache-2.0
"""What a user wants to retire, and how."""

import dataclasses

from workarounds.audit.declaration_info import DeclarationInfo


@dataclasses.dataclass(frozen=True)
class Request:
    """A request to retire a workaround.

    :param declaration: the workaround
    :param is_on: keep its behaviour, as if it were always on
    :param removed_in: the version that removes it, for the tombstone
    :param reason: why it can be removed
    """

    declaration: DeclarationInfo
    is_on: bool = False
    removed_in: str | None = None
    reason: str = ''

    @property
    def removal_reason(self) -> str:
        """Return why the workaround can be removed."""
        if self.reason:
            return self.reason
        if self.is_on:
            return 'what it did is now always done'
        if self.declaration.fixed_by:
            return f'the fix is in {self.declaration.fixed_by}'
        return 'it is no longer needed'
