# SPDX-License-Identifier: Apache-2.0
"""The options that lines which nothing reads were probably meant to set.

To correct such a line is no cure if the corrected line is one to delete.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from typing import TYPE_CHECKING

from workarounds.check import cures
from workarounds.check import places as check_places
from workarounds.check import spelling
from workarounds.check.places import Place
from workarounds.config import help_text
from workarounds.config import origin as config_origin
from workarounds.config.files import Entry
from workarounds.declarations import deprecation
from workarounds.declarations import toggle as declaration_toggle
from workarounds.declarations.removed import RemovedWorkaround
from workarounds.declarations.toggle import GROUP
from workarounds.declarations.toggle import OptionName
from workarounds.status import Setting
from workarounds.status import WorkaroundStatus

if TYPE_CHECKING:
    from workarounds.check.context import Context


def find_misplaced(entry: Entry, context: 'Context') -> OptionName | None:
    """Return the option that a line of a wrong section was meant to set."""
    if (
        context.has_group
        and spelling.is_ours(entry.section)
        and not context.is_of_another_group(entry.key)
    ):
        # If it is wrong, it is an unknown key.
        return None
    option = context.spelling.find_option(entry.key)
    if (
        option is None
        or context.is_place_of(entry.section, option)
        or context.is_of_service(entry)
    ):
        return None
    groups = [*context.owners[option]]
    if GROUP in groups and context.is_misspelt_section(entry.section):
        return OptionName(GROUP, option)
    # Removed workarounds come first, and a live one decides.
    return OptionName(groups[-1], option)


def find_best(context: 'Context') -> Mapping[OptionName, Place]:
    """Return which place is to be corrected, of all that mean an option.

    As of lines that set an option, the last one counts. Before that, the name
    does: it can be right, differ only in case and dashes, or be similar.
    """
    best: dict[OptionName, tuple[tuple[bool, ...], Place]] = {}
    for key, place, option in _find_all(context):
        rank = (
            not _objection(place, option, context),
            key == option.name,
            context.spelling.is_certain(key),
        )
        if option not in best or rank >= best[option][0]:
            best[option] = rank, place
    return {option: place for option, (_, place) in best.items()}


def _find_all(context: 'Context') -> Iterator[tuple[str, Place, OptionName]]:
    """Yield keys that set nothing, with the option that each one means."""
    for entry in context.status.files.entries:
        option = find_misplaced(entry, context)
        if option is not None:
            yield entry.key, entry, option
    for unknown in context.unknown_keys:
        named = context.find_toggle(unknown.key)
        if named is not None:
            yield unknown.key, unknown.place, named.option
        elif unknown.near:
            option = OptionName(unknown.section, unknown.near[0])
            yield unknown.key, unknown.place, option


def refusal(
    place: Place,
    option: OptionName,
    context: 'Context',
    text: str | None = None,
) -> str:
    """Return the cure if a line is to be deleted rather than corrected.

    :param text: the value, if the correction changes it
    :returns: nothing if it is to be corrected
    """
    reason = _repetition(place, option, context) or _objection(
        place, option, context, text
    )
    return f'{reason}; {cures.deletion(place)}' if reason else ''


def _repetition(place: Place, option: OptionName, context: 'Context') -> str:
    """Return what else sets the option, or is to be corrected to it.

    To set it twice could change what counts.
    """
    names = [option]
    if found := _find_setting(option, context):
        opt = found[1].opt
        if opt.multi:
            return ''
        names = config_origin.names_in_files(option.group, opt)
    location = check_places.location_of(place)
    for entry in context.status.files.find_entries(names):
        if (entry.file, entry.line) != (location.file, location.line):
            return f'{entry.file}:{entry.line} sets {option} already'
    best = check_places.location_of(context.best_places.get(option, place))
    if best != location:
        return f'{best} seems to mean {option} too'
    return ''


def _objection(
    place: Place,
    option: OptionName,
    context: 'Context',
    text: str | None = None,
) -> str:
    """Return what would be said of the line if it were corrected."""
    owner = context.registry.find_owner(option)
    if isinstance(owner, RemovedWorkaround):
        is_read = owner.is_in(context.release_of(owner))
        return '' if is_read else f'{option} was removed in {owner.removed_in}'
    found = _find_setting(option, context)
    if found is None:
        return ''
    status, setting = found
    deprecated = status.workaround.deprecated_since
    if status.is_in_release is False:
        return f'release {status.release} does not read {option}'
    if setting is status.toggle and deprecation.has_begun(
        deprecated, status.release
    ):
        return f'{option} is deprecated'
    text = _text_of(place, context) if text is None else text
    # Only the service knows what a reference refers to.
    return '' if '$' in text else _objection_to(text, status, setting)


def _objection_to(
    text: str, status: WorkaroundStatus, setting: Setting
) -> str:
    """Return what would be said of a value."""
    option, opt, workaround = setting.option, setting.opt, status.workaround
    try:
        value = opt.type(text)
    except ValueError:
        return f'{option} accepts only {help_text.accepted(opt)}'
    value = [value] if opt.multi else value
    default = declaration_toggle.default_of(opt)
    if setting.is_default_known and value == default:
        return f'{option} would repeat the default'
    is_on = setting is status.toggle and workaround.is_on(value)
    if is_on and workaround.weakens_security:
        return f'{option} would weaken security'
    return ''


def _find_setting(
    option: OptionName, context: 'Context'
) -> tuple[WorkaroundStatus, Setting] | None:
    for status in context.status.workarounds:
        for setting in status.settings:
            if setting.option.matches(option):
                return status, setting
    return None


def _text_of(place: Place, context: 'Context') -> str:
    if isinstance(place, Entry):
        return place.own_value
    return context.environ.get(place.detail, '')
