# SPDX-License-Identifier: Apache-2.0
"""``workarounds data``: the data files, and the effect of a change."""

import argparse
from collections.abc import Sequence
import datetime
from typing import Any

from cliff import lister

from workarounds import _text
from workarounds import exceptions
from workarounds.advice.facts import dataset as facts_dataset
from workarounds.advice.facts import documents
from workarounds.advice.facts import inventory
from workarounds.advice.facts.inventory import Contents
from workarounds.cli import command
from workarounds.cli import comparison
from workarounds.cli import inputs
from workarounds.cli import layout
from workarounds.cli import loading
from workarounds.cli.help_format import ConfigurationHelpFormatter
from workarounds.cli.help_format import SourceHelpFormatter
from workarounds.cli.layout import Block
from workarounds.cli.layout import Line

_TITLES = (
    'File',
    'As of',
    'Age in days',
    'Platforms',
    'Versions',
    'Series',
    'Components',
    'Services',
    'Fixes',
)


class Show(command.Display, lister.Lister):
    """Show which data files are read, in their order, and how old they are.

    Without --namespace, the files of all installed catalogues are shown.
    """

    help_formatter = SourceHelpFormatter
    is_without_arguments = True
    examples = (
        'workarounds data show',
        'workarounds --namespace nova data show --data facts.yaml',
    )

    def get_parser(self, prog_name: str) -> argparse.ArgumentParser:
        """Add the files that are named."""
        parser = super().get_parser(prog_name)
        inputs.add_data_argument(parser)
        return parser

    def take_action(self, parsed_args: argparse.Namespace) -> Any:
        """Count the rows of each file."""
        found = []
        registry = loading.catalogues(self.app)
        for path in inputs.data_files(self.app, registry, parsed_args.data):
            try:
                found.append(inventory.read_contents(path))
            except exceptions.DataFileError as error:
                self.app.warn_incomplete(error)
        parsed_args.text = [_block(file, self.app.today) for file in found]
        oldest = min((file.as_of for file in found), default=None)
        inputs.warn_if_stale(self.app, oldest)
        rows = [
            (
                _text.printable(contents.file),
                str(contents.as_of),
                contents.age(self.app.today),
                contents.platforms,
                contents.versions,
                contents.series,
                contents.components,
                contents.services,
                contents.fixes,
            )
            for contents in found
        ]
        return self.fit_columns(
            _TITLES, rows, ('Series', 'Services', 'Components', 'Age in days')
        )


def _block(contents: Contents, today: datetime.date) -> Block:
    counts = {
        'platforms': contents.platforms,
        'versions': contents.versions,
        'series': contents.series,
        'components': contents.components,
        'services': contents.services,
        'fixes': contents.fixes,
    }
    rows = ', '.join(
        f'{noun}: {number}' for noun, number in counts.items() if number
    )
    age = layout.count(contents.age(today), 'day')
    return Block(
        [layout.Whole(contents.file)],
        [Line([f'as of {contents.as_of}, {age} old; {rows or "empty"}'])],
        is_apart=False,
    )


class Check(command.Display, lister.Lister):
    """Check data files, together with the files that are read before them.

    Each problem is reported as file:line with its cure; exit 1 if
    there is any, and 2 if a file cannot be read.
    """

    help_formatter = SourceHelpFormatter
    examples = (
        'workarounds data check facts.yaml',
        'workarounds --namespace nova data check facts.yaml',
    )

    def get_parser(self, prog_name: str) -> argparse.ArgumentParser:
        """Add the files."""
        parser = super().get_parser(prog_name)
        parser.add_argument(
            'file', nargs='+', metavar='FILE', help='a data file'
        )
        return parser

    def take_action(self, parsed_args: argparse.Namespace) -> Any:
        """Collect the problems."""
        problems: list[str] = []
        for file in parsed_args.file:
            try:
                documents.read_document(file, 'data')
            except exceptions.UnreadableDataFileError as error:
                self.app.warn_incomplete(error)
            except exceptions.DataFileError as error:
                problems += error.args
            else:
                as_of = inventory.read_contents(file).as_of
                if as_of > self.app.today:
                    problems.append(
                        f'{file}: as_of: {as_of} is in the future; write the '
                        f'day on which the facts were checked'
                    )
        # A broken file would be reported again as rows that the others miss.
        if not problems and not self.app.is_incomplete:
            problems += self._problems_together(parsed_args.file)
        self.exit_code = 1 if problems else 0
        parsed_args.text = [
            Block(layout.sentence(problem, parsed_args.file), is_apart=False)
            for problem in problems
        ]
        return ('Problem',), [(problem,) for problem in problems]

    def _problems_together(self, files: Sequence[str]) -> Sequence[str]:
        """Return the problems that show only when all files are read."""
        registry = loading.catalogues(self.app)
        try:
            found = facts_dataset.read_data(
                inputs.data_files(self.app, registry, files)
            )
        except exceptions.DataFileError as error:
            beginnings = tuple(f'{file}:' for file in files)
            if all(problem.startswith(beginnings) for problem in error.args):
                return error.args
            raise
        if registry is not None:
            stray = facts_dataset.unused(found, registry, files)
            for problem in stray:
                self.app.warn(problem)
        return ()


class Diff(comparison.Comparison):
    """Show which assessments differ between two sets of data files.

    A set is a file or a directory of .yaml files. It is read after the usual
    data files unless --alone is given. Exit 1 if an assessment differs.
    """

    help_formatter = ConfigurationHelpFormatter
    examples = (
        'workarounds --namespace nova data diff facts.yaml',
        'workarounds --namespace nova data diff --alone old new',
    )

    def get_parser(self, prog_name: str) -> argparse.ArgumentParser:
        """Add the sets."""
        parser = super().get_parser(prog_name)
        parser.add_argument(
            'before',
            nargs='?',
            metavar='BEFORE',
            help='the first set (default: the usual data files alone)',
        )
        parser.add_argument('after', metavar='AFTER', help='the second set')
        parser.add_argument(
            '--alone',
            action='store_true',
            help='do not read the usual data files: each set has all facts, '
            'like the data directory of a release',
        )
        return parser

    def take_action(self, parsed_args: argparse.Namespace) -> Any:
        """Assess with both sets."""
        if parsed_args.alone and parsed_args.before is None:
            raise command.UsageError('--alone needs two sets; name both')
        common: Sequence[str] = ()
        if not parsed_args.alone:
            registry = loading.catalogues(self.app)
            common = inputs.data_files(self.app, registry)
        before, after = (
            facts_dataset.read_data([*common, *comparison.files_of(path)])
            for path in (parsed_args.before, parsed_args.after)
        )
        return self.rows(before, after, parsed_args)
