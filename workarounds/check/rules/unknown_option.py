# SPDX-License-Identifier: Apache-2.0
"""WA102: no workaround has this option."""

from collections.abc import Iterator

from workarounds import _text
from workarounds.check import meanings
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.check.unknown_keys import UnknownKey
from workarounds.config import help_text
from workarounds.config import line_text
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
                    _cure(unknown, removed, context),
                )


def _find_removed(
    unknown: UnknownKey, context: Context
) -> tuple[str, RemovedWorkaround | None]:
    """Return the removed option that a key was probably meant to be."""
    option = unknown.meant or context.spelling.find_option(unknown.key)
    if option is None:
        return '', None
    return option, context.find_removed(unknown.section, option)


def _cure(
    unknown: UnknownKey, removed: RemovedWorkaround | None, context: Context
) -> str:
    """Return what to do about a key that no option explains for certain."""
    if unknown.meant and removed is None:
        return _hint(unknown, context).rstrip('.')
    hint = '' if unknown.meant else _hint(unknown, context)
    if hint:
        hint = f'{hint} If not, '
    elif removed is not None:
        hint = (
            f'it resembles an option of {removed.name}, which was removed in '
            f'{removed.removed_in} ({_text.clause(removed.reason)}); '
        )
    if not hint and unknown.place.line is not None:
        hint = 'move it if it belongs to another section; if not, '
    return f'{hint}{unknown.cure} unless your {_project(context)} reads it'


def _instead(
    declaration: Declaration, unknown: UnknownKey, context: Context
) -> str:
    """Return what to write instead of the name of a workaround."""
    if isinstance(declaration, RemovedWorkaround):
        return f'it was removed in {declaration.removed_in}; {unknown.cure}'
    toggle = context.find_toggle(declaration.name)
    if toggle is None:
        return f'it has no option; {unknown.cure}'
    value = line_text.find_toggle_text(declaration, toggle.opt, on=True)
    refused = meanings.refusal(unknown.place, toggle.option, context, value)
    if refused:
        return refused
    if value is None:
        return f'set {toggle.option} instead; {unknown.cure}'
    return (
        f'to turn it on, write {toggle.option} = {value} instead; '
        f'{unknown.cure}'
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


def _hint(unknown: UnknownKey, context: Context) -> str:
    """Return a question about the options that a key resembles."""
    refusals = {
        name: meanings.refusal(
            unknown.place, OptionName(unknown.section, name), context
        )
        for name in unknown.near
    }
    wanted = [name for name, refused in refusals.items() if not refused]
    names = wanted or [*refusals][:1]
    if not names:
        return ''
    question = f'did you mean {" or ".join(names)}?'
    return question if wanted else f'{question} If so: {refusals[names[0]]}.'
