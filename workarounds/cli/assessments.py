# SPDX-License-Identifier: Apache-2.0
"""The base of the subcommands that print assessments."""

import argparse
from collections.abc import Sequence
import datetime
from typing import Any

from cliff import lister

from workarounds.cli import command


class Assessments(command.Display, lister.Lister):
    """A subcommand that prints assessments, and how old their facts are.

    Text and documents contain the day; csv and value have only rows.
    """

    def produce_output(
        self,
        parsed_args: argparse.Namespace,
        column_names: Sequence[str],
        data: Any,
    ) -> int:
        """Print the rows, and below a table the day of the facts."""
        code = super().produce_output(parsed_args, column_names, data)
        day: datetime.date | None = parsed_args.facts_as_of
        if (
            day
            and parsed_args.formatter == 'table'
            and not parsed_args.columns
        ):
            self.app.stdout.write(f'Facts as of {day}.\n')
        return code
