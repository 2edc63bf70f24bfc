# SPDX-License-Identifier: Apache-2.0
"""Reports to the user, with the line in the changed file."""

from collections.abc import Sequence
import dataclasses
import difflib


@dataclasses.dataclass(frozen=True)
class Report:
    """Something that the user must do, or should review.

    :param line: the line in ``basis``
    :param message: a sentence
    :param basis: the content of the file when this was reported
    :param is_informational: the user need not change anything
    :param is_change: it is about something that is removed
    :param is_remaining_read: a read of the workaround that was not replaced
    """

    path: str
    line: int
    message: str
    basis: bytes
    is_informational: bool = False
    is_change: bool = False
    is_remaining_read: bool = False

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
