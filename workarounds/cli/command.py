# SPDX-License-Identifier: Apache-2.0
"""What all verbs have in common."""

import argparse
from collections.abc import Iterable
from collections.abc import Sequence
from typing import Any

from cliff import columns
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
}


class UsageError(exceptions.WorkaroundError, ValueError):
    """The command was called in a way that it does not understand."""


# The classes of the oldest cliff that is supported take no parameters.
class Verb(display.DisplayCommandBase):  # type: ignore[type-arg]
    """A verb whose errors are said in one line."""

    app: app.Application

    def get_parser(self, prog_name: str) -> argparse.ArgumentParser:
        """Make tables fit a terminal unless somebody says otherwise."""
        parser = super().get_parser(prog_name)
        parser.set_defaults(fit_width=True, print_empty=False)
        return parser

    def run(self, parsed_args: argparse.Namespace) -> int:
        """Run the verb and return its exit code."""
        self._has_lists = parsed_args.formatter in ('json', 'yaml')
        try:
            code = super().run(parsed_args) or self.exit_code
        except exceptions.WorkaroundError as error:
            self.app.warn(error)
            return 2
        except BrokenPipeError:
            raise
        except OSError as error:
            self.app.warn(f'the output is not whole: {error}')
            return 2
        except Exception as error:
            if self.app.options.debug:
                raise
            self.app.warn(
                f'internal error, please report it with the output of '
                f'--debug: {type(error).__name__}: {error}'
            )
            return 255
        return 2 if self.app.is_incomplete else code

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

    #: What the verb returns when it has done its work.
    exit_code = 0

    def word(self, word: str) -> 'Word':
        """Make a word that has a colour on a terminal."""
        return Word((word, self.app.is_coloured))

    def lines(self, lines: Iterable[str], empty: str = '') -> 'Lines':
        """Make a cell of several texts."""
        return Lines(lines, empty, self._has_lists)


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
