# SPDX-License-Identifier: Apache-2.0
"""``workarounds show``: everything about one workaround."""

import argparse
from typing import Any

from cliff import show

from workarounds.cli import command
from workarounds.config import help_text
from workarounds.config import options
from workarounds.declarations import expiry
from workarounds.declarations.declaration import RemovedWorkaround
from workarounds.declarations.declaration import Workaround
from workarounds.status import Setting
from workarounds.status import WorkaroundStatus


class Show(command.Display, show.ShowOne):
    """Show everything about one workaround."""

    @property
    def formatter_namespace(self) -> str:
        """The entry points of the output formats."""
        return 'workarounds.formatters.show'

    def get_parser(self, prog_name: str) -> argparse.ArgumentParser:
        """Add the argument."""
        parser = super().get_parser(prog_name)
        parser.add_argument(
            'name', help='the name of a workaround, or of one of its options'
        )
        return parser

    def take_action(self, parsed_args: argparse.Namespace) -> Any:
        """Compute the fields."""
        registry = self.app.registry()
        declaration = registry.find_declaration(parsed_args.name)
        if isinstance(declaration, RemovedWorkaround):
            fields = self._removed(declaration)
        else:
            conf = self.app.configuration(registry)
            status = self.app.status(registry, conf).get(declaration.name)
            fields = {'Name': declaration.name}
            fields['State'] = self.word(status.state)
            fields |= self._live(status)
        return tuple(fields), tuple(fields.values())

    def _removed(self, removed: RemovedWorkaround) -> dict[str, Any]:
        version = self.app.options.service_version
        delete = 'delete the lines with these options'
        later = f'{removed.removed_in} or later'
        to_do = {
            True: delete,
            False: f'{delete} when you upgrade to {later}; {version} reads '
            f'them',
            None: f'{delete} if the service is at {later}',
        }
        return {
            'Name': removed.name,
            'State': 'removed',
            'Removed in': removed.removed_in,
            'Reason': removed.reason,
            'Options': self.lines(removed.options),
            'To do': to_do[expiry.has_reached(version, removed.removed_in)],
        }

    def _live(self, status: WorkaroundStatus) -> dict[str, Any]:
        workaround = status.workaround
        default = options.toggle(workaround).default
        fields: dict[str, Any] = {
            'Summary': workaround.summary,
            'Option': f'[workarounds] {workaround.option}',
            'Meaning': help_text.polarity(workaround, default=default),
            'Value': _value(status.toggle),
            'Set in': str(status.toggle.origin),
            'Params': self.lines(
                f'{param.opt.dest} = {_value(param)} ({param.origin})'
                for param in status.params
            ),
            'Security': help_text.security(workaround) or 'not weakened',
            'Bugs': self.lines(help_text.bugs(workaround), 'none stated'),
            'Fixed in': self.lines(help_text.details(workaround)),
            'Expires': expiry.describe(workaround.expires)
            + (' (expired)' if status.is_expired else ''),
            'Renewed from': self.lines(
                map(expiry.summary, workaround.renewed_from)
            ),
            'Introduced': workaround.introduced or '',
            'Deprecated': _deprecated(workaround),
            'Takes effect': (
                'at once, without a restart'
                if status.toggle.opt.mutable
                else 'when the service starts'
            ),
            'Read by': self.lines(workaround.read_by),
            'Owner': workaround.owner or '',
            'Description': workaround.description,
        }
        return fields


def _deprecated(workaround: Workaround) -> str:
    if workaround.deprecated_since is None:
        return ''
    return f'{workaround.deprecated_since}: {workaround.deprecated_reason}'


def _value(setting: Setting) -> str:
    if setting.error is not None:
        return f'invalid: {setting.error}'
    return setting.shown
