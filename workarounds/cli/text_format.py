# SPDX-License-Identifier: Apache-2.0
"""The format ``text``: blocks for people, or else rows and fields.

A subcommand puts its blocks beside its rows, as ``parsed_args.text``. Chosen
or sorted columns, and rows without blocks, are paragraphs.
"""

import argparse
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from typing import Any
from typing import TextIO

from cliff.formatters import base

from workarounds.cli import command
from workarounds.cli import layout
from workarounds.cli.layout import Block
from workarounds.cli.layout import Line


class TextFormatter(base.ListFormatter, base.SingleFormatter):
    """Writes a row as a heading, its first cell, and lines with titles."""

    def add_argument_group(self, parser: argparse.ArgumentParser) -> None:
        """Add no arguments."""

    def emit_list(
        self,
        column_names: Sequence[str],
        data: Iterable[Sequence[Any]],
        stdout: TextIO,
        parsed_args: argparse.Namespace,
    ) -> None:
        """Write the blocks, or a paragraph for each row."""
        blocks: Iterable[Block] | None = getattr(parsed_args, 'text', None)
        if blocks is None or are_rows_chosen(parsed_args):
            blocks = (_paragraph(column_names, row) for row in data)
        _write(blocks, stdout)

    def emit_one(
        self,
        column_names: Sequence[str],
        data: Sequence[Any],
        stdout: TextIO,
        parsed_args: argparse.Namespace,
    ) -> None:
        """Write a line for each field that is not empty."""
        _write([Block([], list(_fields(column_names, data)))], stdout)


def are_rows_chosen(parsed_args: argparse.Namespace) -> bool:
    """Return whether the user chose columns, or an order of rows."""
    sort_columns = getattr(parsed_args, 'sort_columns', None)
    return bool(parsed_args.columns or sort_columns)


def _write(blocks: Iterable[Block], stdout: TextIO) -> None:
    stdout.write(
        layout.render(
            blocks,
            layout.width_of(stdout),
            is_coloured=layout.is_coloured(stdout),
        )
    )


def _paragraph(titles: Sequence[str], row: Sequence[Any]) -> Block:
    return Block(_pieces(row[0]), list(_fields(titles[1:], row[1:])))


def _fields(titles: Sequence[str], cells: Sequence[Any]) -> Iterator[Line]:
    for title, cell in zip(titles, cells, strict=True):
        first, *more = map(_pieces, _texts(cell))
        if any(first):
            yield Line(first, title, more)


def _texts(cell: Any) -> Sequence[Any]:
    """Return the texts of a cell."""
    return cell.texts if isinstance(cell, command.Lines) else [cell]


def _pieces(text: Any) -> list[str]:
    if isinstance(text, command.Word):
        return [layout.Status(text.machine_readable())]
    return layout.instruction(str(text))
