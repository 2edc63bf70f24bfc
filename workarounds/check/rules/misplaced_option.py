# SPDX-License-Identifier: Apache-2.0
"""WA104: an option of a workaround is set in the wrong section."""

from collections.abc import Iterator

from workarounds import _text
from workarounds.check import cures
from workarounds.check import meanings
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.config.files import Entry
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.toggle import GROUP
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
            option = meanings.find_misplaced(entry, context)
            if option is not None:
                yield from self._report(entry, option, context)

    def _report(
        self, entry: Entry, option: OptionName, context: Context
    ) -> Iterator[Diagnostic]:
        group, name = option
        owner = context.owners[name][group]
        is_option = isinstance(owner, Workaround) or bool(
            owner.is_in(context.release_of(owner))
        )
        message = (
            f'{context.shown_key(entry.key)} is set in '
            f'{_shown_section(entry.section)}'
        )
        corrections = [f'move it to [{group}]']
        if group == GROUP and context.is_misspelt_section(entry.section):
            # That section is to be renamed.
            corrections = []
        if name == entry.key:
            verb = 'belongs' if is_option else 'belonged'
            message = f'{message} and {verb} in [{group}]'
        else:
            former = '' if is_option else 'the former option '
            message = f'{message} and looks like {former}{option}'
            corrections.insert(0, f'rename it to {name}')
        cure = cures.deletion(entry)
        if is_option:
            cure = meanings.refusal(entry, option, context)
        if not (cure or corrections):
            return
        cure = cure or ' and '.join(corrections)
        if not context.spelling.is_certain(entry.key):
            cure = f'if you mean that option, {cure}'
        yield self.report(entry, message, cure, subject=owner.name)


def _shown_section(section: str) -> str:
    return f'[{section}]' if _text.is_name(section) else 'this section'
