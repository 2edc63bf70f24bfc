# SPDX-License-Identifier: Apache-2.0
"""The lines, variables and other sources that diagnostics are about."""

from workarounds.config import origin as config_origin
from workarounds.config.files import ConfigFiles
from workarounds.config.files import Entry
from workarounds.config.origin import Origin
from workarounds.diagnostics import Location
from workarounds.status import Setting
from workarounds.status import WorkaroundStatus

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


def is_by_former_name(setting: Setting, files: ConfigFiles) -> bool:
    """Return whether a line sets an option by a former name."""
    origin = setting.origin
    names = config_origin.names_in_files(setting.option.group, setting.opt)
    return any(
        (entry.file, entry.line) == (origin.detail, origin.line)
        for entry in files.find_entries(names[1:])
    )


def find_overridden(setting: Setting, files: ConfigFiles) -> Location | None:
    """Return the line that would count in the other files."""
    origin = setting.origin
    names = config_origin.names_in_files(setting.option.group, setting.opt)
    for file in reversed(files.files):
        entry = file.find_entry(names)
        if entry is not None and entry.file != origin.detail:
            return location_of(entry)
    return None


def of_status(status: WorkaroundStatus) -> Place | Location:
    """Return what turns a workaround on or off."""
    if status.toggle is None:
        return Location(source=status.set_in)
    return status.toggle.origin
