# SPDX-License-Identifier: Apache-2.0
"""What all verbs have in common."""

import argparse
from collections.abc import Iterable
from collections.abc import Sequence
import os
import traceback
from typing import Any

from cliff import columns
from cliff import command as cliff_command
from cliff import display

from workarounds import exceptions
from workarounds.cli import app

_COLOURS = {
    'on': '33',
    'off': '32',
    'invalid': '31',
    'error': '31',
    'warning': '33',
    'note': '36',
    'needed': '33',
    'not-needed': '32',
    'unknown': '36',
    'removable': '32',
    'blocked': '33',
}


class UsageError(exceptions.WorkaroundError, ValueError):
    """The command was called in a way that it does not understand."""


class Verb(cliff_command.Command):
    """A verb whose errors are said in one line."""

    app: app.Application

    #: What the verb returns when it has done its work.
    exit_code = 0

    def run(self, parsed_args: argparse.Namespace) -> int:
        """Run the verb and return its exit code."""
        try:
            code = super().run(parsed_args) or self.exit_code
        except exceptions.WorkaroundError as error:
            for line in str(error).splitlines():
                self.app.warn(line)
            return 2
        except BrokenPipeError:
            raise
        except OSError as error:
            self.app.warn(f'the output is not whole: {error}')
            return 2
        except Exception as error:
            if self.app.options.debug:
                raise
            # Its text can quote the value of an option.
            place = traceback.extract_tb(error.__traceback__)[-1]
            self.app.warn(
                f'internal error, please report it with the output of '
                f'--debug: {type(error).__name__} in '
                f'{os.path.basename(place.filename)}:{place.lineno}'
            )
            return 255
        return 2 if self.app.is_incomplete else code


# The classes of the oldest cliff that is supported take no parameters.
class Display(Verb, display.DisplayCommandBase):  # type: ignore[type-arg]
    """A verb that prints rows or fields, in several formats."""

    def get_parser(self, prog_name: str) -> argparse.ArgumentParser:
        """Make tables fit a terminal unless somebody says otherwise."""
        parser = super().get_parser(prog_name)
        parser.set_defaults(fit_width=True, print_empty=False)
        return parser

    def run(self, parsed_args: argparse.Namespace) -> int:
        """Run the verb and return its exit code."""
        self._has_lists = parsed_args.formatter in ('json', 'yaml')
        return super().run(parsed_args)

    def produce_output(
        self,
        parsed_args: argparse.Namespace,
        column_names: Sequence[str],
        data: Any,
    ) -> int:
        """Print, or say that the columns asked for do not exist."""
        # mypy does not know that the next class in line is one of cliff's.
        try:
            return super().produce_output(  # type: ignore[safe-super]
                parsed_args, column_names, data
            )
        except ValueError as error:
            raise UsageError(str(error)) from None

    def that_fit(
        self,
        titles: Sequence[str],
        rows: Sequence[Sequence[Any]],
        leave_out_first: Iterable[str],
    ) -> tuple[list[str], list[list[Any]]]:
        """Leave out the columns that a terminal is too narrow for.

        :param leave_out_first: those that can be, the first to go first
        """
        missing: list[str] = []
        width = self.app.terminal_width
        for title in leave_out_first:
            left = self.without(titles, rows, missing)
            if width is None or _table_width(*left) <= width:
                break
            missing.append(title)
        if missing:
            named = ', '.join(title for title in titles if title in missing)
            self.app.warn(
                f'the terminal is too narrow for the columns {named}; see '
                f'{self.wider}'
            )
        return self.without(titles, rows, missing)

    @staticmethod
    def without(
        titles: Sequence[str],
        rows: Sequence[Sequence[Any]],
        missing: Sequence[str],
    ) -> tuple[list[str], list[list[Any]]]:
        """Leave columns out."""
        places = [
            place for place, title in enumerate(titles) if title not in missing
        ]
        return (
            [titles[place] for place in places],
            [[row[place] for place in places] for row in rows],
        )

    #: Where the columns are that a terminal is too narrow for.
    wider = '-f csv'

    def word(self, word: str) -> 'Word':
        """Make a word that has a colour on a terminal."""
        return Word((word, self.app.is_coloured))

    def lines(self, lines: Iterable[str], empty: str = '') -> 'Lines':
        """Make a cell of several texts."""
        return Lines(lines, empty, self._has_lists)


# As above: the oldest cliff's takes no parameter.
class Word(columns.FormattableColumn):  # type: ignore[type-arg]
    """A word that has a colour on a terminal and none elsewhere."""

    def human_readable(self) -> str:
        """Return the word for a table."""
        word, is_coloured = self._value
        if not is_coloured or word not in _COLOURS:
            return str(word)
        return f'\x1b[{_COLOURS[word]}m{word}\x1b[0m'

    def machine_readable(self) -> str:
        """Return the word for everything else."""
        return str(self._value[0])


# As above.
class Lines(columns.FormattableColumn):  # type: ignore[type-arg]
    """Several texts: a line each in a table, a list where there are lists.

    :param empty: what a table says when there are none
    :param has_lists: the output format knows lists; elsewhere it is one line
    """

    def __init__(
        self, lines: Iterable[str], empty: str, has_lists: bool
    ) -> None:
        super().__init__((tuple(lines), empty, has_lists))

    def human_readable(self) -> str:
        """Return the texts for a table."""
        lines, empty, _ = self._value
        return '\n'.join(lines) or str(empty)

    def machine_readable(self) -> list[str] | str:
        """Return the texts for everything else."""
        lines, _, has_lists = self._value
        return list(lines) if has_lists else ' '.join(lines)


def _table_width(titles: Sequence[str], rows: Sequence[Sequence[Any]]) -> int:
    columns = zip(titles, *rows, strict=True)
    return 1 + sum(3 + max(map(_cell_width, column)) for column in columns)


def _cell_width(cell: Any) -> int:
    if isinstance(cell, Lines):
        return max(map(len, cell.human_readable().splitlines()))
    return len(str(getattr(cell, 'machine_readable', lambda: cell)()))
