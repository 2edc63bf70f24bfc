# SPDX-License-Identifier: Apache-2.0
"""WA102: no workaround has this option."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence

from workarounds import _text
from workarounds.check import meanings
from workarounds.check import places as check_places
from workarounds.check import spelling
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.check.unknown_keys import UnknownKey
from workarounds.config import help_text
from workarounds.config import line_text
from workarounds.config import origin as config_origin
from workarounds.config.files import Entry
from workarounds.declarations.declaration import Declaration
from workarounds.declarations.removed import RemovedWorkaround
from workarounds.declarations.toggle import OptionName
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example


class UnknownOption(ConfigurationRule):
    """A line or variable that sets no known option of a workaround.

    A typing error looks as if it worked. A patched service, or one that is
    newer than the catalogue, can have options that the catalogue does not
    know.
    """

    code = 'WA102'
    VALID = (
        Example("""
            [workarounds]
            disable_flush = true
            flush_images_delay = 5
        """),
    )
    INVALID = (
        Example("""
            [workarounds]
            disable_flsh = true
        """),
        Example("""
            [workarounds]
            something_else = 1
        """),
        Example("""
            [workarounds]
            Enable-Consoleauth = true
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each unknown key."""
        unknown_keys = [
            unknown
            for unknown in context.unknown_keys
            if unknown.removed is None
        ]
        reader = _reader(context)
        elsewhere = _find_elsewhere(context)
        last = {(each.section, each.key): each for each in unknown_keys}
        for unknown in unknown_keys:
            if unknown.variable:
                yield self.report(
                    unknown.place,
                    f'oslo.config reads {unknown.variable}, not this variable',
                    unknown.cure
                    if unknown.variable in context.environ
                    else f'set {unknown.variable} instead',
                )
                continue
            named = context.find_named(unknown.key)
            option, removed = _find_removed(unknown, context)
            if named is not None:
                yield self.report(
                    unknown.place,
                    f'{unknown.key} is the name of a workaround, not of an '
                    f'option',
                    _instead(named, unknown, context),
                    subject=named.name,
                )
            elif removed and context.spelling.is_certain(unknown.key):
                _, clause = help_text.removal(
                    option, removed, context.release_of(removed)
                )
                yield self.report(
                    unknown.place,
                    f'{unknown.key} looks like a former option; {clause}',
                    unknown.cure,
                    subject=removed.name,
                )
            else:
                yield self.report(
                    unknown.place,
                    f'{context.shown_key(unknown.key)} is not known to '
                    f'{context.described}; {reader}',
                    _cure(
                        unknown,
                        removed,
                        elsewhere,
                        context,
                        is_repeated=last[unknown.section, unknown.key]
                        is not unknown,
                    ),
                )


def _find_removed(
    unknown: UnknownKey, context: Context
) -> tuple[str, RemovedWorkaround | None]:
    """Return the removed option that a key was probably meant to be."""
    option = unknown.meant or context.spelling.find_option(unknown.key)
    if option is None:
        return '', None
    return option, context.find_removed(unknown.section, option)


def _find_elsewhere(context: Context) -> Mapping[tuple[str, str], Entry]:
    """Return the lines of other sections, by their file and key."""
    sections = {
        section.name
        for section in context.status.files.sections
        if not spelling.is_ours(section.name)
        and not context.is_misspelt_section(section.name)
    }
    return {
        (entry.file, entry.key): entry
        for entry in context.status.files.entries
        if entry.section in sections
    }


def _cure(
    unknown: UnknownKey,
    removed: RemovedWorkaround | None,
    elsewhere: Mapping[tuple[str, str], Entry],
    context: Context,
    *,
    is_repeated: bool,
) -> str:
    """Return what to do about a key that no option explains for certain.

    :param is_repeated: a later line or variable has the same key
    """
    wanted, refused = _meant(unknown, context)
    if is_repeated and refused:
        # Else lines with the same key would get different names.
        wanted = []
    if wanted:
        return _renaming(unknown, wanted, context)
    if refused and unknown.meant:
        return f'if you mean {unknown.meant}, {refused}'
    cure = f'{unknown.cure} unless your {_project(context)} reads it'
    location = check_places.location_of(unknown.place)
    other = elsewhere.get((location.file or '', unknown.key))
    if refused:
        reason = refused.removesuffix(f'; {unknown.cure}')
        return f'it resembles {unknown.near[0]}, and {reason}; {cure}'
    if removed is not None:
        return (
            f'it resembles an option of {removed.name}, which was removed in '
            f'{removed.removed_in} ({_text.clause(removed.reason)}); {cure}'
        )
    if other is not None:
        is_name = _text.is_name(other.section)
        section = f'[{other.section}]' if is_name else 'another section'
        return f'line {other.line} sets it in {section}; {cure}'
    is_line = location.line is not None
    move = ', or move it if it belongs to another section'
    return f'{cure}{move if is_line else ""}'


def _renaming(
    unknown: UnknownKey, names: Sequence[str], context: Context
) -> str:
    """Return what to do about a key that is probably misspelt."""
    if unknown.place.line is None:
        options = (OptionName(unknown.section, name) for name in names)
        names = [*map(config_origin.environment_variable, options)]
    cure = f'rename it to {" or ".join(names)}'
    if context.spelling.is_certain(unknown.key):
        return cure
    which = 'one of these options' if names[1:] else 'that option'
    cure = f'{cure} if you mean {which}'
    if unknown.meant:
        return cure
    return (
        f'{cure}, or {unknown.cure} if your {_project(context)} does not read '
        f'it'
    )


def _meant(unknown: UnknownKey, context: Context) -> tuple[list[str], str]:
    """Return the names that a key may be renamed to, or else why to none."""
    refusals = {
        name: meanings.refusal(
            unknown.place, OptionName(unknown.section, name), context
        )
        for name in unknown.near
    }
    certain = context.spelling.find_option(unknown.key)
    wanted = [name for name, refused in refusals.items() if not refused]
    if certain in wanted and context.spelling.is_certain(unknown.key):
        wanted = [str(certain)]
    return wanted, next(iter(refusals.values()), '')


def _instead(
    declaration: Declaration, unknown: UnknownKey, context: Context
) -> str:
    """Return what to write instead of the name of a workaround."""
    if isinstance(declaration, RemovedWorkaround):
        return f'it was removed in {declaration.removed_in}; {unknown.cure}'
    toggle = context.find_toggle(declaration.name)
    if toggle is None:
        return f'it has no option; {unknown.cure}'
    option, is_variable = toggle.option, unknown.place.line is None
    value = line_text.find_toggle_text(
        declaration, toggle.opt, on=True, is_variable=is_variable
    )
    refused = meanings.refusal(unknown.place, option, context, value)
    if refused:
        return refused
    if value is None:
        return f'set {option} instead, or {unknown.cure}'
    if is_variable:
        variable = config_origin.environment_variable(option)
        return (
            f'set {variable}={value} instead to turn it on, or {unknown.cure}'
        )
    return (
        f'write {option.name} = {value} in [{option.group}] instead to turn '
        f'it on, or {unknown.cure}'
    )


def _reader(context: Context) -> str:
    """Return what may still read the option."""
    project, release = _project(context), context.status.service_version
    if context.is_newer_than_catalogue(release):
        return f'{project} {release} is newer and may read it'
    return f'a patched or newer {project} may read it'


def _project(context: Context) -> str:
    catalogue = context.registry.catalogue
    return (catalogue and catalogue.project) or 'service'
