# SPDX-License-Identifier: Apache-2.0
"""What a user must do or should review, with the line in the changed file."""

from collections.abc import Sequence
import dataclasses
import difflib
import functools
from typing import Final

from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Location

#: The codes of what was removed, which does not hold if nothing was.
CHANGES: Final = ('WA304', 'WA305')
#: The code of a read that was not replaced.
REMAINING: Final = ('WA301',)


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
        return self.code in REMAINING

    @property
    def is_change(self) -> bool:
        """Return whether it is about something that is removed."""
        return self.code in CHANGES

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
        return _map_line(self.line, self.basis, text)


@dataclasses.dataclass(frozen=True)
class Edit:
    """A place that changes, and why.

    :param line: in the file as it was
    :param reason: a clause, with the read or the change that it comes from
    """

    path: str
    line: int
    reason: str

    def in_original(self, basis: bytes, original: bytes) -> 'Edit':
        """Return it with its line in the original instead of ``basis``."""
        line = _map_line(self.line, basis, original)
        return dataclasses.replace(self, line=line)


def _map_line(line: int, old: bytes, new: bytes | None) -> int:
    if new is None or new == old:
        return line
    index = line - 1
    for _, start, end, new_start, new_end in _opcodes(old, new):
        if start <= index < end:
            return min(new_start + index - start, max(new_end - 1, 0)) + 1
    return len(new.splitlines())


@functools.lru_cache(maxsize=8)
def _opcodes(
    old: bytes, new: bytes
) -> Sequence[tuple[str, int, int, int, int]]:
    lines = old.splitlines(), new.splitlines()
    return difflib.SequenceMatcher(None, *lines, autojunk=False).get_opcodes()
