# SPDX-License-Identifier: Apache-2.0
"""One object as CSV; cliff writes only lists as CSV."""

import argparse
from collections.abc import Sequence
import csv
from typing import Any
from typing import TextIO

from cliff import columns
from cliff.formatters import base


class CsvFormatter(base.SingleFormatter):
    """A line with the names of the fields, and a line with their values."""

    def add_argument_group(self, parser: argparse.ArgumentParser) -> None:
        """Add no arguments."""

    def emit_one(
        self,
        column_names: Sequence[str],
        data: Sequence[Any],
        stdout: TextIO,
        parsed_args: argparse.Namespace,
    ) -> None:
        """Write the two lines."""
        writer = csv.writer(stdout, lineterminator='\n')
        writer.writerow(column_names)
        writer.writerow(
            value.machine_readable()
            if isinstance(value, columns.FormattableColumn)
            else value
            for value in data
        )
