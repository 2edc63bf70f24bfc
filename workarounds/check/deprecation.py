# SPDX-License-Identifier: Apache-2.0
"""What to do about a deprecated option that is set."""

from collections.abc import Sequence
import dataclasses

from workarounds.check import cures
from workarounds.check import places as check_places
from workarounds.check.context import Context
from workarounds.check.places import Place
from workarounds.config import origin as config_origin
from workarounds.config.files import Entry
from workarounds.declarations import deprecation
from workarounds.declarations import toggle as declaration_toggle
from workarounds.status import Setting
from workarounds.status import WorkaroundStatus


@dataclasses.dataclass(frozen=True)
class Deprecation:
    """What to do about an option, and all lines that set it."""

    cure: str
    lines: Sequence[Entry]


def find(status: WorkaroundStatus, context: Context) -> Deprecation | None:
    """Return what to do if a deprecated option is set.

    A line can keep the workaround off that another one turns on. So all that
    set the option are deleted together, and the cure says what that changes.
    """
    workaround, toggle = status.workaround, status.toggle
    if (
        toggle is None
        or not toggle.is_set
        or not deprecation.has_begun(
            workaround.deprecated_since, status.release
        )
    ):
        return None
    names = config_origin.names_in_files(toggle.option.group, toggle.opt)
    entries = context.status.files.find_entries(names)
    return Deprecation(_cure(status, toggle, entries), entries)


def _cure(
    status: WorkaroundStatus, toggle: Setting, entries: Sequence[Entry]
) -> str:
    workaround = status.workaround
    places: list[Place] = [*entries]
    effective = check_places.location_of(toggle.origin)
    if effective not in map(check_places.location_of, entries):
        places.append(toggle.origin)
    delete = cures.deletion_of_all(places)
    is_on = workaround.is_on(declaration_toggle.default_of(toggle.opt))
    if status.is_on == is_on and toggle.is_default_known:
        return f'{delete}; the workaround stays {status.state}'
    if status.is_on is False:
        return f'{delete} if the workaround may be on'
    return f'{delete} if you can do without it'
