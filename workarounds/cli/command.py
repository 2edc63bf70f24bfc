# SPDX-License-Identifier: Apache-2.0
"""The base classes of all subcommands, and the cells of their output."""

import argparse
from collections.abc import Iterable
from collections.abc import Sequence
from typing import Any
from typing import ClassVar

from cliff import columns
from cliff import command as cliff_command
from cliff import display

from workarounds import exceptions
from workarounds.cli import app
from workarounds.cli import help_format
from workarounds.cli import layout
from workarounds.cli import suggestions
from workarounds.cli.help_format import HelpFormatter
from workarounds.declarations import discovery


class UsageError(exceptions.WorkaroundError, ValueError):
    """The command line cannot be understood."""


class Subcommand(cliff_command.Command):
    """A subcommand that reports each error in one line."""

    app: app.Application

    #: The exit code of a run without errors.
    exit_code = 0

    #: Command lines, for the help.
    examples: ClassVar[Sequence[str]] = ()
    help_formatter: ClassVar[type[HelpFormatter]] = HelpFormatter
    #: Whether the subcommand takes only options.
    is_without_arguments: ClassVar[bool] = False

    def get_parser(self, prog_name: str) -> argparse.ArgumentParser:
        """Add the global options to the usage, and examples to the end."""
        parser = super().get_parser(prog_name)
        fail = parser.error
        parser.error = lambda message: fail(  # type: ignore[method-assign]
            suggestions.with_near_option(message, parser, self.app.parser)
        )
        parser.formatter_class = self.help_formatter
        parser.epilog = help_format.examples(self.examples)
        if self.is_without_arguments:
            parser.add_argument(
                'stray', nargs='*', default=[], help=argparse.SUPPRESS
            )
        return parser

    def _refuse_stray(self, arguments: argparse.Namespace) -> None:
        """Refuse arguments, with the option that was probably meant."""
        before = self.help_formatter.before
        for word in getattr(arguments, 'stray', ())[:1]:
            cure = f'see workarounds help {self.cmd_name}'
            if word in discovery.installed_catalogues():
                cure = f'name a catalogue with --namespace {word}'
            elif hasattr(arguments, 'only') and word.isidentifier():
                cure = f'name a workaround with --only {word}'
            elif help_format.NAMESPACE in before and word.isidentifier():
                cure = f'see one workaround with: workarounds show {word}'
            elif help_format.CONFIG_FILE in before:
                cure = f'name a configuration file with --config-file {word}'
            raise UsageError(
                f'{self.cmd_name} takes no argument, and {word!r} is one; '
                f'{cure}'
            )

    def run(self, parsed_args: argparse.Namespace) -> int:
        """Run the subcommand and return its exit code."""
        try:
            self._refuse_stray(parsed_args)
            code = super().run(parsed_args) or self.exit_code
        except exceptions.WorkaroundError as error:
            for line in str(error).splitlines():
                self.app.warn(line)
            return 2
        except BrokenPipeError:
            raise
        except OSError as error:
            self.app.warn(f'the output is incomplete: {error}')
            return 2
        except Exception as error:
            if self.app.options.debug:
                raise
            return self.app.warn_internal_error(error)
        return 2 if self.app.is_incomplete else code


# The classes of the oldest cliff that is supported take no parameters.
class Display(Subcommand, display.DisplayCommandBase):  # type: ignore[type-arg]
    """A subcommand that prints rows or fields, in several formats."""

    @property
    def formatter_namespace(self) -> str:
        """The entry points of the output formats."""
        return 'workarounds.formatters.rows'

    @property
    def formatter_default(self) -> str:
        """The default format: text fits any width, a table does not."""
        return 'text'

    def get_parser(self, prog_name: str) -> argparse.ArgumentParser:
        """Make tables fit the terminal by default."""
        parser = super().get_parser(prog_name)
        parser.set_defaults(fit_width=True, print_empty=False)
        return parser

    def run(self, parsed_args: argparse.Namespace) -> int:
        """Run the subcommand and return its exit code."""
        self._has_lists = parsed_args.formatter in ('json', 'yaml')
        return super().run(parsed_args)

    def produce_output(
        self,
        parsed_args: argparse.Namespace,
        column_names: Sequence[str],
        data: Any,
    ) -> int:
        """Print, or report that the columns asked for do not exist."""
        # mypy does not see that the next class in the order is one of cliff's.
        try:
            return super().produce_output(  # type: ignore[safe-super]
                parsed_args, column_names, data
            )
        except ValueError as error:
            raise UsageError(str(error)) from None

    def fit_columns(
        self,
        titles: Sequence[str],
        rows: Sequence[Sequence[Any]],
        leave_out_first: Iterable[str],
    ) -> tuple[list[str], list[list[Any]]]:
        """Drop the columns that the terminal is too narrow for.

        :param leave_out_first: the columns to drop, in this order
        """
        missing: list[str] = []
        width = self.app.terminal_width
        for title in leave_out_first:
            narrower = self.drop_columns(titles, rows, missing)
            if width is None or _table_width(*narrower) <= width:
                break
            missing.append(title)
        if missing:
            dropped = ', '.join(title for title in titles if title in missing)
            self.app.warn(
                f'the terminal is too narrow for the columns {dropped}; see '
                f'{self.wider}'
            )
        return self.drop_columns(titles, rows, missing)

    @staticmethod
    def drop_columns(
        titles: Sequence[str],
        rows: Sequence[Sequence[Any]],
        missing: Sequence[str],
    ) -> tuple[list[str], list[list[Any]]]:
        """Return the table without some of its columns."""
        kept = [
            index for index, title in enumerate(titles) if title not in missing
        ]
        return (
            [titles[index] for index in kept],
            [[row[index] for index in kept] for row in rows],
        )

    #: How to see the columns that the terminal is too narrow for.
    wider = '-f csv'

    def word(self, word: str) -> 'Word':
        """Make a word that has a colour on a terminal."""
        return Word((word, self.app.is_coloured))

    def lines(self, lines: Iterable[str], empty: str = '') -> 'Lines':
        """Make a cell that contains several texts."""
        return Lines(lines, empty, self._has_lists)


# As above.
class Word(columns.FormattableColumn):  # type: ignore[type-arg]
    """A word that has a colour on a terminal and none elsewhere."""

    def human_readable(self) -> str:
        """Return the word for a table."""
        word, is_coloured = self._value
        return layout.coloured(word, word) if is_coloured else str(word)

    def machine_readable(self) -> str:
        """Return the word for all other formats."""
        return str(self._value[0])


# As above.
class Lines(columns.FormattableColumn):  # type: ignore[type-arg]
    """Several texts: a line each in a table, a list where there are lists.

    :param empty: what a table shows if there are none
    :param has_lists: the output format has lists; else they are one line
    """

    def __init__(
        self, lines: Iterable[str], empty: str, has_lists: bool
    ) -> None:
        super().__init__((tuple(lines), empty, has_lists))

    @property
    def texts(self) -> list[str]:
        """The texts for people, of which there is at least one."""
        lines, empty, _ = self._value
        return list(lines) or [empty]

    def human_readable(self) -> str:
        """Return the texts for a table."""
        return '\n'.join(self.texts)

    def machine_readable(self) -> list[str] | str:
        """Return the texts for all other formats."""
        lines, _, has_lists = self._value
        return list(lines) if has_lists else ' '.join(lines)


def _table_width(titles: Sequence[str], rows: Sequence[Sequence[Any]]) -> int:
    columns = zip(titles, *rows, strict=True)
    return 1 + sum(3 + max(map(_cell_width, column)) for column in columns)


def _cell_width(cell: Any) -> int:
    if isinstance(cell, Lines):
        return max(map(len, cell.human_readable().splitlines()))
    return len(str(getattr(cell, 'machine_readable', lambda: cell)()))
