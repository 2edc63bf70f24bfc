# SPDX-License-Identifier: Apache-2.0
"""``workarounds list``: the workarounds, and what each is set to."""

import argparse
from collections.abc import Iterator
from typing import Any

from cliff import lister

from workarounds.cli import command
from workarounds.config import help_text
from workarounds.declarations import expiry
from workarounds.status import WorkaroundStatus

_TITLES = (
    'Name',
    'State',
    'Set in',
    'Bug',
    'Fixed in',
    'Expires',
    'Remarks',
)

_LEAVE_OUT_FIRST = ('Bug', 'Fixed in', 'Expires', 'Remarks')


class List(command.Display, lister.Lister):
    """List the workarounds: on or off, set where, bug, fixed in, expires."""

    wider = 'show, or -f csv'

    def take_action(self, parsed_args: argparse.Namespace) -> Any:
        """Compute the rows."""
        registry = self.app.registry()
        conf = self.app.configuration(registry)
        statuses = self.app.status(registry, conf)
        rows = [
            (
                _name(status),
                self.word(status.state),
                status.set_in,
                self.lines(help_text.bugs(status.workaround), 'none stated'),
                help_text.fixed_in(status.workaround),
                expiry.summary(status.workaround.expires),
                ', '.join(_remarks(status)),
            )
            for status in statuses.workarounds
        ]
        if parsed_args.formatter != 'table' or parsed_args.columns:
            return _TITLES, rows
        return self.fit_columns(_TITLES, rows, _LEAVE_OUT_FIRST)


def _name(status: WorkaroundStatus) -> str:
    """Return the name, with the group where the toggle has several."""
    if isinstance(status.workaround.group, str):
        return status.workaround.name
    return f'{status.workaround.name} [{status.group}]'


def _remarks(status: WorkaroundStatus) -> Iterator[str]:
    if status.workaround.weakens_security:
        yield 'weakens security'
    if status.workaround.deprecated_since is not None:
        yield 'deprecated'
    if status.is_expired:
        yield 'expired'
