# SPDX-License-Identifier: Apache-2.0
"""``workarounds list``: the workarounds and their values."""

import argparse
from typing import Any

from cliff import lister

from workarounds.cli import command
from workarounds.cli import list_text
from workarounds.cli import loading
from workarounds.cli.help_format import ConfigurationHelpFormatter
from workarounds.cli.layout import Block
from workarounds.config import help_text
from workarounds.declarations import expiry
from workarounds.declarations import releases
from workarounds.declarations import toggle as declaration_toggle
from workarounds.declarations.registry import Registry
from workarounds.declarations.removed import RemovedWorkaround
from workarounds.status import Status
from workarounds.status import WorkaroundStatus

_TITLES = (
    'Name',
    'Group',
    'State',
    'Set in',
    'Bug',
    'Fix',
    'Expires',
    'Remarks',
)

_LEAVE_OUT_FIRST = ('Bug', 'Fix', 'Expires', 'Remarks', 'Group')


class List(command.Display, lister.Lister):
    """List all workarounds: state, place that sets it, bugs, fix and expiry.

    A workaround whose option is in several groups has a row for each group.
    """

    wider = 'show, or -f csv'
    help_formatter = ConfigurationHelpFormatter
    is_without_arguments = True
    examples = (
        'workarounds --namespace nova list',
        'workarounds --namespace nova --config-file /etc/nova/nova.conf list',
    )

    def take_action(self, parsed_args: argparse.Namespace) -> Any:
        """Compute the rows."""
        rows: list[tuple[Any, ...]] = []
        blocks: list[Block] = []
        services = loading.services(self.app)
        for registry in services:
            conf = self.app.configuration(registry)
            version = loading.release(self.app, registry).version
            status = loading.status(self.app, registry, conf, version)
            not_removed = [
                removed
                for removed in registry.removed
                if releases.has_reached(
                    status.release_of(removed, registry), removed.removed_in
                )
                is False
            ]
            found = [
                *map(self._row, status.workarounds),
                *(
                    self._not_removed(removed, registry, status)
                    for removed in not_removed
                ),
            ]
            name = loading.name(registry)
            if len(services) > 1:
                found = [(name, *row) for row in found]
            rows += found
            blocks += list_text.blocks(name, registry, status, not_removed)
        parsed_args.text = blocks
        titles = _TITLES if len(services) == 1 else ('Service', *_TITLES)
        if parsed_args.formatter != 'table' or parsed_args.columns:
            return titles, rows
        return self.fit_columns(titles, rows, _LEAVE_OUT_FIRST)

    def _row(self, status: WorkaroundStatus) -> tuple[Any, ...]:
        return (
            status.workaround.name,
            '' if status.toggle is None else status.group,
            self.word(status.state),
            status.set_in,
            self.lines(help_text.bugs(status.workaround), 'none stated'),
            ' and '.join(help_text.fixes(status.workaround)),
            expiry.summary(status.workaround.expires),
            ', '.join(list_text.remarks(status)),
        )

    def _not_removed(
        self, removed: RemovedWorkaround, registry: Registry, status: Status
    ) -> tuple[Any, ...]:
        """Return the row of a workaround that a later release removed."""
        entries = status.files.find_entries(removed.option_names)
        release = status.release_of(removed, registry)
        return (
            removed.name,
            ', '.join(declaration_toggle.groups_of(removed.group))
            if removed.options
            else '',
            self.word(list_text.state_of(removed, release)),
            ', '.join(f'{entry.file}:{entry.line}' for entry in entries)
            or 'default',
            '',
            '',
            '',
            list_text.not_removed_note(removed, release),
        )
