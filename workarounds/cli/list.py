# SPDX-License-Identifier: Apache-2.0
"""``workarounds list``: what there is and what it is set to."""

import argparse
from collections.abc import Iterator
from collections.abc import Sequence
from typing import Any

from cliff import lister

from workarounds import _expiry
from workarounds import _help
from workarounds import _status
from workarounds.cli import command

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


class List(command.Verb, lister.Lister):
    """List the workarounds: on or off, set where, bug, fixed in, expires."""

    def take_action(self, parsed_args: argparse.Namespace) -> Any:
        """Compute the rows."""
        registry = self.app.registry()
        conf = self.app.configuration(registry)
        status = self.app.status(registry, conf)
        rows = [
            (
                one.workaround.name,
                self.word(one.state),
                str(one.toggle.origin),
                self.lines(_help.bugs(one.workaround), 'none stated'),
                _help.fixed_in(one.workaround),
                _expiry.summary(one.workaround.expires),
                ', '.join(_remarks(one)),
            )
            for one in status.workarounds
        ]
        if parsed_args.formatter != 'table' or parsed_args.columns:
            return _TITLES, rows
        return self._that_fit(rows)

    def _that_fit(
        self, rows: Sequence[Sequence[Any]]
    ) -> tuple[list[str], list[list[Any]]]:
        """Leave out the columns that a terminal is too narrow for."""
        titles = list(_TITLES)
        width = self.app.terminal_width
        for title in _LEAVE_OUT_FIRST:
            if width is None or _table_width(titles, rows) <= width:
                break
            titles.remove(title)
        if len(titles) < len(_TITLES):
            missing = ', '.join(one for one in _TITLES if one not in titles)
            self.app.warn(
                f'the terminal is too narrow for the columns {missing}; see '
                f'show, or -f csv'
            )
        places = [_TITLES.index(title) for title in titles]
        return titles, [[row[place] for place in places] for row in rows]


def _remarks(status: _status.WorkaroundStatus) -> Iterator[str]:
    if status.workaround.weakens_security:
        yield 'weakens security'
    if status.workaround.deprecated_since is not None:
        yield 'deprecated'
    if status.is_expired:
        yield 'expired'


def _table_width(titles: Sequence[str], rows: Sequence[Sequence[Any]]) -> int:
    places = [_TITLES.index(title) for title in titles]
    cells = [titles, *([row[place] for place in places] for row in rows)]
    widths = (
        max(map(_cell_width, column)) for column in zip(*cells, strict=True)
    )
    return sum(width + 3 for width in widths) + 1


def _cell_width(cell: Any) -> int:
    if isinstance(cell, command.Lines):
        return max(map(len, cell.human_readable().splitlines()))
    return len(str(getattr(cell, 'machine_readable', lambda: cell)()))
