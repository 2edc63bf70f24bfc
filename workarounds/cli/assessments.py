# SPDX-License-Identifier: Apache-2.0
"""What the subcommands that print assessments share."""

import argparse
from collections.abc import Sequence
import datetime
from typing import Any

from cliff import lister

from workarounds.cli import command


class Assessments(command.Display, lister.Lister):
    """A subcommand that prints assessments, and how old their facts are.

    Documents have the day in a field of its own; csv and value are rows alone.
    """

    def produce_output(
        self,
        parsed_args: argparse.Namespace,
        column_names: Sequence[str],
        data: Any,
    ) -> int:
        """Print the rows, and for people the day of the facts."""
        code = super().produce_output(parsed_args, column_names, data)
        day: datetime.date | None = parsed_args.facts_as_of
        form = parsed_args.formatter
        if day and form in ('table', 'text') and not parsed_args.columns:
            space = '\n' if form == 'text' and data else ''
            self.app.stdout.write(f'{space}Facts as of {day}.\n')
        return code
