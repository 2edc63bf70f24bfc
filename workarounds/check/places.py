# SPDX-License-Identifier: Apache-2.0
"""The lines, variables and other sources that diagnostics are about."""

from workarounds.config.files import Entry
from workarounds.config.origin import Origin
from workarounds.diagnostics import Location

#: A line of a file, or what set an option.
Place = Entry | Origin


def location_of(place: Place) -> Location:
    """Return the location of a line, or of what set an option."""
    if isinstance(place, Entry):
        return Location(place.file, place.line, end_line=place.end_line)
    match place.kind:
        case 'file':
            return Location(place.detail, place.line, end_line=place.end_line)
        case 'environment':
            return Location(environment=place.detail)
    return Location(source=str(place))
