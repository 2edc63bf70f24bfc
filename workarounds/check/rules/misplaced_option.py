# SPDX-License-Identifier: Apache-2.0
"""WA104: an option of a workaround is set in the wrong section."""

from collections.abc import Iterator

from workarounds import _text
from workarounds.check import context as check_context
from workarounds.check import cures
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.config.files import Entry
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.toggle import OptionName
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example


class MisplacedOption(ConfigurationRule):
    """An option of a workaround below a section that is not its own.

    Nothing reads the option there. If its name is misspelt too, the cure
    corrects both. An option of the same name that the service has in that
    section is not reported.
    """

    code = 'WA104'
    VALID = (
        Example("""
            [libvirt]
            images_type = rbd
            [workarounds]
            disable_flush = true
        """),
    )
    INVALID = (
        Example("""
            [libvirt]
            disable_flush = true
        """),
        Example("""
            [libvirt]
            enable_consoleauth = true
        """),
        Example("""
            [DEFAULT]
            Disable-Flush = true
        """),
        Example("""
            [libvirt]
            disable_flsh = true
        """),
        Example("""
            [libvirt]
            enable-consoleauth = true
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each such line."""
        for entry in context.status.files.entries:
            if (
                context.has_group
                and check_context.is_ours(entry.section)
                and not context.is_of_another_group(entry.key)
            ):
                # Another rule reports an unknown key.
                continue
            option = context.spelling.find_option(entry.key)
            if option is not None and not _may_be_right(
                entry, option, context
            ):
                yield self._report(entry, option, context)

    def _report(
        self, entry: Entry, option: str, context: Context
    ) -> Diagnostic:
        # Removed workarounds come first, and a live one decides.
        group, owner = list(context.owners[option].items())[-1]
        is_live = owner.is_in(context.release_of(owner))
        if is_live is None:
            is_live = isinstance(owner, Workaround)
        is_option = is_live or isinstance(owner, Workaround)
        cure = cures.deletion(entry)
        already = cures.already_set(
            OptionName(group, option), entry, context.status.files
        )
        if is_live:
            cure = f'move it to [{group}]'
        message = (
            f'{context.shown_key(entry.key)} is set in '
            f'{_shown_section(entry.section)}'
        )
        if option == entry.key:
            verb = 'belongs' if is_option else 'belonged'
            message = f'{message} and {verb} in [{group}]'
        else:
            former = '' if is_option else 'the former option '
            message = f'{message} and looks like {former}[{group}] {option}'
            if is_live:
                cure = f'rename it to {option} and {cure}'
            if not context.spelling.is_certain(entry.key):
                cure = f'if you mean that option, {cure}'
        if already and is_live:
            cure = already
        return self.report(entry, message, cure, subject=owner.name)


def _shown_section(section: str) -> str:
    return f'[{section}]' if _text.is_name(section) else 'this section'


def _may_be_right(entry: Entry, option: str, context: Context) -> bool:
    return (
        # WA102 reports a misspelt key in the right section.
        context.is_place_of(entry.section, option)
        # Another rule reports the section as a whole.
        or (option == entry.key and check_context.is_misspelt(entry.section))
        or context.is_of_service(entry)
    )
