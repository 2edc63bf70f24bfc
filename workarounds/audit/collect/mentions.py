# SPDX-License-Identifier: Apache-2.0
"""Names of workarounds in strings of Python, and in other files."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence

from workarounds.audit.declaration_index import DeclarationIndex
from workarounds.source.references import Reference
from workarounds.source.references import SourceRange
from workarounds.source.text import Source

#: A common word counts as a name on lines that contain this.
_CONTEXT = 'workaround'


def find_names(
    source: Source, names: Iterable[str]
) -> Iterator[tuple[int, str]]:
    """Yield the offset and the name for each name.

    A name without an underscore may be a common word, so it counts only on a
    line that contains "workaround".
    """
    for start, name in source.find_words(names):
        line = source.lines[source.line_at(start) - 1]
        if '_' in name or _CONTEXT in line.lower():
            yield start, name


def make_mention(source: Source, start: int, name: str) -> Reference:
    """Return the reference for a name at an offset."""
    place = source.word_place(start, len(name))
    return Reference('mention', place, name, source.stripped_line(place.line))


def find_mentions(
    source: Source, names: Iterable[str]
) -> tuple[Reference, ...]:
    """Return the references in a file that is not Python."""
    found = find_names(source, names)
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
