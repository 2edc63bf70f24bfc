# SPDX-License-Identifier: Apache-2.0
"""WA104: the option of a workaround is set in another section."""

from collections.abc import Iterator

from oslo_config import cfg

from workarounds import _text
from workarounds.check import context as check_context
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.config.files import Entry
from workarounds.declarations.declaration import Declaration
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.toggle import ANY_GROUP
from workarounds.declarations.toggle import OptionName
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example


class MisplacedOption(ConfigurationRule):
    """An option of a workaround below a section that is not its own.

    Nothing reads it there. An option of the same name that the service has in
    that section is left alone.
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
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each such line."""
        groups = _groups(context)
        for entry in context.status.files.entries:
            owner, group = groups.get(entry.key, (None, ''))
            if owner is None or _may_be_right(entry, context):
                continue
            if isinstance(owner, Workaround):
                message = f'{entry.key} is an option of [{group}]'
                cure = f'move it to [{group}]'
            else:
                message = f'{entry.key} was an option of [{group}]'
                cure = 'delete the line'
            yield self.report(
                check_context.location_of(entry),
                f'{message}, and is set in {_shown(entry.section)}',
                cure,
                subject=owner.name,
            )


def _groups(context: Context) -> dict[str, tuple[Declaration, str]]:
    """Return by names of options whose they are, and their group."""
    return {
        name: (declaration, group)
        for declaration in (*context.registry.removed, *context.registry)
        for group, name in declaration.option_names
        # Where only operators name the groups, none of them is wrong.
        if group != ANY_GROUP
    }


def _shown(section: str) -> str:
    return f'[{section}]' if _text.is_name(section) else 'this section'


def _may_be_right(entry: Entry, context: Context) -> bool:
    section, key = entry.section, entry.key
    return (
        context.registry.find_owner(OptionName(section, key)) is not None
        # Another rule reports an unknown key.
        or (context.has_group and check_context.is_ours(section))
        # Another rule reports the section as a whole.
        or check_context.is_misspelt(section)
        or any(
            former.matches(OptionName(section, key))
            for former in context.former_options
        )
        or _has_option(context.conf, section, key)
    )


def _has_option(conf: cfg.ConfigOpts, section: str, key: str) -> bool:
    """Return whether the service has an option of that name there."""
    if section == 'DEFAULT':
        return key in conf
    try:
        group = conf[section]
    except (ValueError, cfg.Error):
        # Not a group: an option of that name, with a value that is wrong.
        return False
    return isinstance(group, cfg.ConfigOpts.GroupAttr) and key in group
