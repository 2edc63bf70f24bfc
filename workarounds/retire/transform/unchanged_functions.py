# SPDX-License-Identifier: Apache-2.0
"""Stubs for unchanged functions, so that LibCST does not parse them.

LibCST takes a minute for a test module of 25,000 lines, and no noticeable time
for the few functions of it that change::

    def unchanged():    __stub_0__
        ...
    def changed():      def changed():
        ...                 ...
"""

from collections.abc import Iterator
from collections.abc import Sequence
import re

from workarounds.retire.transform.edits import Edits
from workarounds.source.index import SourceIndex

_STUB = re.compile(rb'__stub_(\d+)__(\r\n|\r|\n|$)')


class StubbedSource:
    """A file with a stub in place of each unchanged function.

    :param edits: the edits of the file
    :ivar source: the content with stubs
    """

    def __init__(self, index: SourceIndex, edits: Edits) -> None:
        lines = index.data.splitlines(keepends=True)
        self._texts: list[bytes] = []
        #: The old number of each line.
        self._numbers: list[int] = []
        parts: list[bytes] = []
        number = 1
        for first, end in _find_unchanged(index, edits):
            last = _last_line(lines, first, end)
            parts += lines[number - 1 : first - 1]
            self._numbers += [*range(number, first), first]
            text = b''.join(lines[first - 1 : last])
            parts.append(self._stub(text))
            number = last + 1
        parts += lines[number - 1 :]
        self._numbers += range(number, len(lines) + 2)
        self.source = b''.join(parts)

    def _stub(self, text: bytes) -> bytes:
        indent = text[: _indentation(text)]
        end = text[len(text.rstrip(b'\r\n')) :]
        self._texts.append(text[len(indent) :])
        number = len(self._texts) - 1
        return b'%s__stub_%d__%s' % (indent, number, end)

    def move(self, edits: Edits) -> Edits:
        """Return edits of the file as edits of the content with stubs."""
        lines = {old: new for new, old in enumerate(self._numbers, 1)}
        return edits.with_lines_moved(lines)

    def original_line(self, line: int) -> int:
        """Return the old number of a line."""
        return self._numbers[line - 1]

    def restored_lines(self, source: bytes) -> Sequence[int]:
        """Return the number that each line has when the stubs are replaced.

        The numbers start at 1, and so does the first line.
        """
        numbers = [0, 1]
        for line in source.splitlines(keepends=True):
            restored = self.restore(line).splitlines()
            numbers.append(numbers[-1] + len(restored))
        return numbers

    def restore(self, source: bytes) -> bytes:
        """Replace the stubs by the functions."""
        return _STUB.sub(
            lambda match: self._texts[int(match.group(1))], source
        )


def _last_line(lines: Sequence[bytes], first: int, end: int) -> int:
    """Return the last line of a function, with comments at its end."""
    depth = _indentation(lines[first - 1])
    last = end
    for number in range(end + 1, len(lines) + 1):
        line = lines[number - 1].strip()
        if line.startswith(b'#') and _indentation(lines[number - 1]) > depth:
            last = number
        elif line:
            break
    return last


def _indentation(line: bytes) -> int:
    return len(line) - len(line.lstrip(b' \t\f'))


def _find_unchanged(
    index: SourceIndex, edits: Edits
) -> Iterator[tuple[int, int]]:
    """Yield the first and last lines of functions without edits."""
    spans = [
        (function.first, function.last) for function in index.outer_functions
    ]
    for span in edits.constants:
        if not any(first <= span[0] <= last for first, last in spans):
            # Any function may read a name that the module binds.
            return
    lines = edits.lines
    for first, last in spans:
        if not any(start <= last and end >= first for start, end in lines):
            yield first, last
