# SPDX-License-Identifier: Apache-2.0
"""Rows as paragraphs, for sentences that are too long for a table."""

import argparse
from collections.abc import Iterable
from collections.abc import Sequence
import os
import re
import textwrap
from typing import Any
from typing import TextIO

from cliff import columns
from cliff.formatters import base

_WIDEST = 100
_ASSIGNMENT = re.compile(r'\w+ = .*?(?= to: |$)')


class TextFormatter(base.ListFormatter):
    """The first column is a heading; the others follow with their titles."""

    def add_argument_group(self, parser: argparse.ArgumentParser) -> None:
        """Add no arguments."""

    def emit_list(
        self,
        column_names: Sequence[str],
        data: Iterable[Sequence[Any]],
        stdout: TextIO,
        parsed_args: argparse.Namespace,
    ) -> None:
        """Write a paragraph for each row."""
        names = column_names[1:]
        indent = max(map(len, names), default=0) + 4
        width = _WIDEST
        if stdout.isatty():
            terminal_width = os.get_terminal_size(stdout.fileno()).columns
            width = max(min(_WIDEST, terminal_width), indent + 20)
        for number, row in enumerate(data):
            if number:
                stdout.write('\n')
            stdout.write(f'{_text(row[0])}\n')
            for name, cell in zip(names, row[1:], strict=True):
                title = f'  {name}'.ljust(indent)
                for text in _text(cell).splitlines():
                    for line in _wrapped(text, width - indent):
                        stdout.write(f'{title}{line}\n')
                        title = ' ' * indent


def _text(cell: Any) -> str:
    if isinstance(cell, columns.FormattableColumn):
        return str(cell.human_readable())
    return str(cell)


def _wrapped(text: str, width: int) -> list[str]:
    # Addresses, paths and lines of a file are not broken: they are copied.
    whole = _ASSIGNMENT.sub(lambda match: match[0].replace(' ', '\0'), text)
    lines = textwrap.wrap(
        whole, width, break_long_words=False, break_on_hyphens=False
    )
    return [line.replace('\0', ' ') for line in lines]
