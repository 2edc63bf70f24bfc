# SPDX-License-Identifier: Apache-2.0
"""What a user must do or should review, with the line in the changed file."""

from collections.abc import Sequence
import dataclasses
import difflib

from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Location

#: The codes of what was removed, which does not hold if nothing was.
_REMOVED = ('WA304', 'WA305')


@dataclasses.dataclass(frozen=True)
class Report:
    """Something that the user must do, or should review.

    :param code: that of the diagnostic
    :param line: the line in ``basis``
    :param message: the fact
    :param basis: the content of the file when this was reported
    :param cure: what to do; by default the cure of the code
    """

    code: str
    path: str
    line: int
    message: str
    basis: bytes
    cure: str = ''

    @property
    def is_remaining_read(self) -> bool:
        """Return whether a read of the workaround was not replaced."""
        return self.code == 'WA301'

    @property
    def is_change(self) -> bool:
        """Return whether it is about something that is removed."""
        return self.code in _REMOVED

    def diagnostic(self, subject: str, text: bytes | None) -> Diagnostic:
        """Return the diagnostic, with the line in a version of the file.

        :param subject: the name of the workaround
        :param text: that version; ``None`` if the file did not change
        """
        location = Location(self.path, self.line_in(text))
        return Diagnostic(
            self.code, location, self.message, self.cure, subject
        )

    def line_in(self, text: bytes | None) -> int:
        """Return the line in another version of the file, or a close one.

        :param text: that version; ``None`` if the file did not change
        """
        if text is None or text == self.basis:
            return self.line
        return _map_line(
            self.basis.splitlines(), text.splitlines(), self.line - 1
        )


def _map_line(old: Sequence[bytes], new: Sequence[bytes], index: int) -> int:
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for _, start, end, new_start, new_end in matcher.get_opcodes():
        if start <= index < end:
            return min(new_start + index - start, max(new_end - 1, 0)) + 1
    return len(new)
