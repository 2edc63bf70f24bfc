# SPDX-License-Identifier: Apache-2.0
"""What a person should see, at the line where it is after all changes."""

from collections.abc import Sequence
import dataclasses
import difflib


@dataclasses.dataclass(frozen=True)
class Report:
    """One thing that was left to a person, or that a person should see.

    :param line: in the text as it was when this was found
    :param text: a sentence
    :param basis: that text
    :param is_done: nothing is left to do but to look at it
    :param is_read: the code still asks for the workaround
    """

    path: str
    line: int
    message: str
    basis: bytes
    is_informational: bool = False
    is_remaining_read: bool = False

    def line_in(self, text: bytes | None) -> int:
        """Return the line in another version of the file, or a near one.

        :param text: that version; ``None`` if there is no other
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
