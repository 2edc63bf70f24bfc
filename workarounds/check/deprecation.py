# SPDX-License-Identifier: Apache-2.0
"""What to do about a deprecated option that is set."""

from workarounds.check import context as check_context
from workarounds.check import cures
from workarounds.check.context import Context
from workarounds.config import origin as config_origin
from workarounds.declarations import deprecation
from workarounds.declarations import toggle as declaration_toggle
from workarounds.status import WorkaroundStatus


def cure(status: WorkaroundStatus, context: Context) -> str:
    """Return what to do, or nothing if the option is not deprecated or set.

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
        return ''
    names = config_origin.names_in_files(toggle.option.group, toggle.opt)
    entries = context.status.files.find_entries(names)
    places = list(map(check_context.location_of, entries))
    effective = check_context.location_of(toggle.origin)
    if effective not in places:
        places.append(effective)
    delete = cures.deletion_of_all(places)
    is_on = workaround.is_on(declaration_toggle.default_of(toggle.opt))
    if status.is_on == is_on and toggle.is_default_known:
        return f'{delete}; the workaround stays {status.state}'
    if status.is_on is False:
        return f'{delete} if the workaround may be on'
    return f'{delete} if you can do without it'
