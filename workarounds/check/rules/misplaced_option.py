# SPDX-License-Identifier: Apache-2.0
"""WA104: the option of a workaround is set in another section."""

from collections.abc import Iterator

from oslo_config import cfg

from workarounds import _text
from workarounds.check import context as check_context
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.config.files import Entry
from workarounds.declarations.declaration import Workaround
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
        for entry in context.status.files.entries:
            owner = context.registry.find_owner(entry.key)
            if owner is None or _may_be_right(entry, context):
                continue
            if isinstance(owner, Workaround):
                message = f'{entry.key} is an option of [workarounds]'
                cure = 'move it to [workarounds]'
            else:
                message = f'{entry.key} was an option of [workarounds]'
                cure = 'delete the line'
            yield self.report(
                check_context.location_of(entry),
                f'{message}, and is set in {_shown(entry.section)}',
                cure,
                subject=owner.name,
            )


def _shown(section: str) -> str:
    return f'[{section}]' if _text.is_name(section) else 'this section'


def _may_be_right(entry: Entry, context: Context) -> bool:
    section, key = entry.section, entry.key
    return (
        check_context.is_ours(section)
        # Another rule reports the section as a whole.
        or check_context.is_misspelt(section)
        or (section, key) in context.former_options
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
