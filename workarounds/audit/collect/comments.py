# SPDX-License-Identifier: Apache-2.0
"""Comments that name a workaround, state a condition, or suppress findings."""

from collections.abc import Iterable
from collections.abc import Iterator
import dataclasses
import re
from typing import Final

from workarounds.source.references import Reference
from workarounds.source.references import SourceRange
from workarounds.source.strings import Strings
from workarounds.source.text import Source

#: A comment line with a minimum version that a service will require.
CONDITION: Final = re.compile(r'#.*\bMIN_\w*VERSION')
#: A comment that suppresses the findings of its line.
SUPPRESSION: Final = re.compile(
    r'#\s*workarounds:\s*ignore\b'
    r'(?:\s*=\s*(?P<codes>\w+(?:\s*,\s*\w+)*))?(?P<reason>[^#\n]*)'
)
#: The greatest distance, in lines, of a condition from its workaround.
_NEAR: Final = 10
_TASK: Final = re.compile(r'\b(?:FIXME|HACK|NOTE|TODO|XXX)\b')
_UNTIL: Final = re.compile(r'>=|\b(?:after|once|until|when|whenever)\b', re.I)


@dataclasses.dataclass(frozen=True, slots=True)
class Suppression:
    """A comment that suppresses findings of its line.

    :param code: the code; empty if the comment names no code
    """

    place: SourceRange
    code: str
    reason: str


class Comments:
    """The comments of a module.

    :param strings: the strings on every line that is searched
    """

    def __init__(self, source: Source, strings: Strings) -> None:
        self._source = source
        self._strings = strings

    def find_names(self, words: Iterable[tuple[int, str]]) -> list[Reference]:
        """Return a reference for each name in each comment.

        :param words: the offsets of names in the whole text, and the names
        """
        comments: dict[tuple[SourceRange, str], Reference] = {}
        for start, name in sorted(words):
            line = self._source.line_at(start)
            begin = self._strings.comment_offset(line)
            if begin is not None and begin < start:
                place = self._whole_comment(line, begin)
                comments.setdefault(
                    (place, name), self._make_reference(place, line, name)
                )
        return list(comments.values())

    def find_conditions(self, numbers: Iterable[int]) -> list[Reference]:
        """Return comments such as ``TODO: remove when MIN_X_VERSION is 2``.

        Their workaround is not known yet; see :func:`resolve_condition`.
        """
        comments: dict[SourceRange, Reference] = {}
        for line in sorted(numbers):
            begin = self._strings.comment_offset(line)
            if begin is None:
                continue
            place = self._whole_comment(line, begin)
            first, last = place.line - 1, place.end_line
            text = ' '.join(self._source.lines[first:last])
            if _TASK.search(text) and _UNTIL.search(text):
                comments.setdefault(
                    place, self._make_reference(place, line, '')
                )
        return list(comments.values())

    def find_suppressions(self) -> Iterator[Suppression]:
        """Yield a suppression for each code of each such comment."""
        for match in SUPPRESSION.finditer(self._source.text):
            if self._strings.contains(match.start()):
                continue
            place = self._source.word_place(
                match.start(), len(match.group().rstrip())
            )
            codes = re.split(r'\s*,\s*', match['codes'] or '')
            for code in codes:
                yield Suppression(place, code, match['reason'].strip())

    def _make_reference(
        self, place: SourceRange, line: int, name: str
    ) -> Reference:
        return Reference(
            'comment', place, name, self._source.stripped_line(line)
        )

    def _whole_comment(self, line: int, begin: int) -> SourceRange:
        """Return the place of a comment, which may span several lines."""
        column = begin - self._source.offset(line, 0)
        first = last = line
        if self._is_comment_line(line, column):
            while self._is_comment_line(first - 1, column):
                first -= 1
            while self._is_comment_line(last + 1, column):
                last += 1
        end = len(self._source.lines[last - 1].rstrip())
        return self._source.span(first, column, last, end)

    def _is_comment_line(self, line: int, column: int) -> bool:
        """Return whether a line is a comment that starts in that column."""
        if not 0 < line <= len(self._source.lines):
            return False
        text = self._source.lines[line - 1]
        return text[column : column + 1] == '#' and not text[:column].strip()


def resolve_condition(
    condition: Reference,
    references: Iterable[tuple[Reference, tuple[int, int] | None]],
) -> Reference | None:
    """Name the workaround that a condition is about: the nearest one.

    :param references: reads and declarations of the same file, each with the
        first and last line of its outermost function
    :returns: ``None`` if no workaround is near or in the same function
    """
    line = condition.place.line
    best: tuple[int, str] | None = None
    for reference, function in references:
        distance = max(
            reference.place.line - condition.place.end_line,
            line - reference.place.end_line,
            0,
        )
        is_inside = function and function[0] <= line <= function[1]
        if distance <= _NEAR or is_inside:
            best = min(
                best or (distance, reference.name), (distance, reference.name)
            )
    return best and dataclasses.replace(condition, name=best[1])
