# SPDX-License-Identifier: Apache-2.0
"""Names of workarounds in strings of Python, and in other files."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
import re
from typing import Final

from workarounds.audit.declaration_index import DeclarationIndex
from workarounds.source.references import Reference
from workarounds.source.references import SourceRange
from workarounds.source.text import Source

#: A common word counts as a name on lines that contain this.
_CONTEXT: Final = 'workaround'
_SETTING: Final = re.compile(r'\W*\w+["\']?\s*[=:]')
_SECTION: Final = re.compile(r'\W*\[\w+\]\s*$')


def find_names(
    source: Source, names: Iterable[str], *, is_python: bool = True
) -> Iterator[tuple[int, str]]:
    """Yield the offset and the name for each name.

    A name without an underscore may be a common word, so it counts only on a
    line that contains "workaround", or in a section that is called so::

        [workarounds]          workarounds:
        fsync = true             fsync: true
    """
    for start, name in source.find_words(names):
        number = source.line_at(start) - 1
        line = source.lines[number]
        if '_' not in name and _CONTEXT not in line.lower():
            if is_python or not _SETTING.match(line):
                continue
            if _CONTEXT not in _header(source.lines, number).lower():
                continue
        yield start, name


def _header(lines: Sequence[str], number: int) -> str:
    """Return the line that begins the section of a setting, or ''."""
    indentation = _indentation(lines[number])
    for line in reversed(lines[:number]):
        if line.strip() and (
            _SECTION.match(line) or _indentation(line) < indentation
        ):
            return line
    return ''


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip())


def make_mention(source: Source, start: int, name: str) -> Reference:
    """Return the reference for a name at an offset."""
    place = source.word_place(start, len(name))
    return Reference('mention', place, name, source.stripped_line(place.line))


def find_mentions(
    source: Source, names: Iterable[str]
) -> tuple[Reference, ...]:
    """Return the references in a file that is not Python."""
    found = find_names(source, names, is_python=False)
    return tuple(make_mention(source, start, name) for start, name in found)


def mentions_outside(
    mentions: Iterable[Reference],
    references: Sequence[Reference],
    declarations: DeclarationIndex,
) -> Iterator[Reference]:
    """Drop mentions inside another reference to the same workaround."""
    for mention in mentions:
        declaration = declarations.referred_to(mention)
        if not any(
            declarations.referred_to(reference) == declaration
            and _is_inside(mention.place, reference.place)
            for reference in references
        ):
            yield mention


def _is_inside(place: SourceRange, other: SourceRange) -> bool:
    start, end = (place.line, place.column), (place.end_line, place.end_column)
    return (other.line, other.column) <= start and end <= (
        other.end_line,
        other.end_column,
    )
