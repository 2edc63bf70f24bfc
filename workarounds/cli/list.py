# SPDX-License-Identifier: Apache-2.0
"""``workarounds list``: the workarounds, and what each is set to."""

import argparse
from collections.abc import Iterator
from typing import Any

from cliff import lister

from workarounds.cli import command
from workarounds.cli import loading
from workarounds.config import help_text
from workarounds.config.files import ConfigFiles
from workarounds.declarations import expiry
from workarounds.declarations import toggle as declaration_toggle
from workarounds.declarations.removed import RemovedWorkaround
from workarounds.status import WorkaroundStatus

_TITLES = (
    'Name',
    'Group',
    'State',
    'Set in',
    'Bug',
    'Fixed in',
    'Expires',
    'Remarks',
)

_LEAVE_OUT_FIRST = ('Bug', 'Fixed in', 'Expires', 'Remarks', 'Group')


class List(command.Display, lister.Lister):
    """List the workarounds: on or off, set where, bug, fixed in, expires.

    One whose toggle is in several groups has a row for each.
    """

    wider = 'show, or -f csv'

    def take_action(self, parsed_args: argparse.Namespace) -> Any:
        """Compute the rows."""
        rows: list[tuple[Any, ...]] = []
        services = loading.services(self.app)
        for registry in services:
            conf = self.app.configuration(registry)
            version = loading.release(self.app, registry).version
            status = loading.status(self.app, registry, conf, version)
            found = [
                *map(self._row, status.workarounds),
                *(
                    self._still_live(
                        removed,
                        status.release_of(removed, registry),
                        status.files,
                    )
                    for removed in registry.removed
                    if removed.is_in(status.release_of(removed, registry))
                ),
            ]
            if len(services) > 1:
                found = [(loading.name(registry), *row) for row in found]
            rows += found
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
            help_text.fixed_in(status.workaround),
            expiry.summary(status.workaround.expires),
            ', '.join(_remarks(status)),
        )

    def _still_live(
        self,
        removed: RemovedWorkaround,
        version: str | None,
        files: ConfigFiles,
    ) -> tuple[Any, ...]:
        """Return the row of one that was removed after this release."""
        return (
            removed.name,
            ', '.join(declaration_toggle.groups_of(removed.group))
            if removed.options
            else '',
            self.word('unknown'),
            ', '.join(
                f'{entry.file}:{entry.line}'
                for entry in files.find_entries(removed.option_names)
            )
            or 'default',
            '',
            '',
            '',
            f'removed in {removed.removed_in}, live in {version}',
        )


def _remarks(status: WorkaroundStatus) -> Iterator[str]:
    if status.workaround.weakens_security:
        yield 'weakens security'
    if status.workaround.deprecated_since is not None:
        yield 'deprecated'
    if status.is_expired:
        yield 'expired'
    if status.is_in_release is False:
        yield f'not in {status.release}'
