# SPDX-License-Identifier: Apache-2.0
"""``workarounds matrix``: which code may be deleted; the status page."""

import argparse
from collections.abc import Iterable
from collections.abc import Sequence
import datetime
import io
import pathlib
from typing import Any

from workarounds.advice.evaluate import matrix as evaluate_matrix
from workarounds.advice.facts import assessed
from workarounds.advice.render import envelopes
from workarounds.advice.render import sentences
from workarounds.advice.render import summaries
from workarounds.cli import assessments
from workarounds.cli import checked_copy
from workarounds.cli import command
from workarounds.cli import documents
from workarounds.cli import inputs
from workarounds.cli import loading
from workarounds.cli import matrix_text
from workarounds.cli import whole_file

#: By the extension of a file.
_FORMATS = {
    '.csv': 'csv',
    '.html': 'html',
    '.json': 'json',
    '.rst': 'rst',
    '.txt': 'text',
    '.yaml': 'yaml',
    '.yml': 'yaml',
}
_ANY_WIDTH = 1_000_000


class Matrix(assessments.Assessments):
    """Show for each workaround whether its code may be deleted.

    The code may be deleted when every platform that the service supports has
    the fix. Expired and removable workarounds come first.
    """

    @property
    def formatter_namespace(self) -> str:
        """The entry points of the output formats."""
        return 'workarounds.formatters.matrix'

    wider = '-f text'
    is_without_arguments = True
    examples = (
        'workarounds --namespace nova matrix',
        'workarounds --namespace nova matrix --output status.html',
    )

    def get_parser(self, prog_name: str) -> argparse.ArgumentParser:
        """Add the day, and where the result goes."""
        parser = super().get_parser(prog_name)
        parser.set_defaults(formatter=None)
        inputs.add_data_argument(parser)
        parser.add_argument(
            '--as-of',
            type=inputs.date,
            metavar='DATE',
            help='the day to compare ends of life and expiries with, such as '
            '2027-01-31 (default: today); platforms released later do not '
            'count',
        )
        place = parser.add_mutually_exclusive_group()
        place.add_argument(
            '--output',
            metavar='FILE',
            help='write to this file, in the format of its extension unless '
            '-f is given; an error leaves the file unchanged',
        )
        place.add_argument(
            '--check',
            metavar='FILE',
            help='compare with this file, as of the day written in it; print '
            'the differences and exit 1 if there are any',
        )
        return parser

    #: The extension of the file, if no format has it.
    _unknown_ending = ''

    def run(self, parsed_args: argparse.Namespace) -> int:
        """Choose the format by the file's name unless one is given."""
        file = parsed_args.output or parsed_args.check or ''
        if parsed_args.formatter is None:
            ending = pathlib.PurePath(file).suffix
            parsed_args.formatter = _FORMATS.get(ending.lower(), 'text')
            if ending.lower() not in _FORMATS:
                self._unknown_ending = ending
        if file:
            # A file must not depend on the terminal of its author.
            parsed_args.max_width = _ANY_WIDTH
        return super().run(parsed_args)

    def take_action(self, parsed_args: argparse.Namespace) -> Any:
        """Compute the matrix, and its rows."""
        form = parsed_args.formatter
        if self._unknown_ending:
            raise command.UsageError(
                f'no format has names that end in {self._unknown_ending}; use '
                f'one of {", ".join(_FORMATS)}, or give -f'
            )
        if '' in (parsed_args.output, parsed_args.check):
            raise command.UsageError('no file is named; name one')
        documents.refuse_columns(parsed_args)
        as_of = parsed_args.as_of or self.app.today
        if parsed_args.check:
            self._copy = checked_copy.read_copy(parsed_args.check)
            self._copy.check_schema(form)
            if not parsed_args.as_of:
                as_of = self._day_of_copy(form)
        registry = loading.service(self.app)
        dataset = inputs.dataset(self.app, parsed_args, registry)
        service, release = assessed.code_of(
            registry, dataset, self.app.options.service_version
        )
        if service is None:
            self.app.warn(
                'no data file says which platforms the service supports; '
                'showing those that their distributions still support'
            )

        def build(as_of: datetime.date) -> evaluate_matrix.Matrix:
            return evaluate_matrix.build(
                registry,
                dataset,
                service=service,
                service_version=release.version,
                as_of=as_of,
            )

        matrix = parsed_args.matrix = build(as_of)
        parsed_args.text = matrix_text.blocks(matrix)
        parsed_args.facts_as_of = dataset.as_of
        parsed_args.envelope = envelopes.matrix(
            matrix,
            envelopes.AssessedService.of(
                registry, matrix.service, release.version, release.source
            ),
        )
        if parsed_args.check:
            written_by = self._copy.tool_version(form)
            tool = parsed_args.envelope['tool']
            tool['version'] = written_by or tool['version']
        if parsed_args.check and not parsed_args.as_of:
            self._warn_of_later_changes(matrix, build(self.app.today))
        return self._rows(matrix, parsed_args)

    def _day_of_copy(self, form: str) -> datetime.date:
        day = self._copy.as_of(form)
        if day is None:
            raise command.UsageError(
                f'{self._copy.path} names no day to compare as of ({form}); '
                f'give --as-of'
            )
        return day

    def produce_output(
        self,
        parsed_args: argparse.Namespace,
        column_names: Sequence[str],
        data: Any,
    ) -> int:
        """Print the matrix, write it to a file, or compare it with a file."""
        if not parsed_args.output and not parsed_args.check:
            return super().produce_output(parsed_args, column_names, data)
        stdout, text = self.app.stdout, io.StringIO()
        self.app.stdout = text
        try:
            super().produce_output(parsed_args, column_names, data)
        finally:
            self.app.stdout = stdout
        if parsed_args.output and self.app.is_incomplete:
            self.app.warn(
                f'{parsed_args.output} is not written, because it would be '
                f'incomplete'
            )
        elif parsed_args.output:
            whole_file.write(parsed_args.output, text.getvalue())
        elif self._copy.text != text.getvalue():
            self.exit_code = 1
            for line in self._copy.difference(text.getvalue()):
                self.app.stdout.write(f'{line}\n')
            self.app.warn(
                f'{parsed_args.check} differs from the declarations and the '
                f'data files; write it again with --output, and review the '
                f'change'
            )
        return 0

    def _warn_of_later_changes(
        self, then: evaluate_matrix.Matrix, now: evaluate_matrix.Matrix
    ) -> None:
        """Warn of changes that only the passing of time explains."""
        before = {row.name: row for row in then.rows}
        for row in now.rows:
            was = before[row.name]
            old, new = (
                summaries.in_brief(cell.assessment) for cell in (was, row)
            )
            if old != new:
                self.app.warn(
                    f'{row.name} was {old} on {then.as_of} and is {new} on '
                    f'{now.as_of}'
                )
            if row.is_expired and not was.is_expired:
                self.app.warn(f'{row.name} has expired since {then.as_of}')

    def _rows(
        self, matrix: evaluate_matrix.Matrix, parsed_args: argparse.Namespace
    ) -> tuple[Sequence[str], Iterable[Any]]:
        names = [column.platform.id for column in matrix.columns]
        is_for_people = parsed_args.formatter in ('table', 'text')
        platforms = (
            list(map(_title, matrix.columns))
            if is_for_people and not parsed_args.columns
            else names
        )
        titles = [
            *('Workaround', 'Status', 'Until', 'Expired', 'Reason', 'Message')
        ]
        rows = [
            [
                row.name,
                summaries.in_brief(row.assessment),
                row.assessment.fields.get('until', ''),
                'yes' if row.is_expired else '',
                str(row.assessment.reason),
                sentences.explain(row.assessment),
                *(
                    summaries.in_brief(row.platforms[name])
                    if name in row.platforms
                    else ''
                    for name in names
                ),
            ]
            for row in matrix.rows
        ]
        titles += platforms
        in_file = parsed_args.output or parsed_args.check
        is_table = parsed_args.formatter == 'table'
        if in_file or not is_table or parsed_args.columns:
            return titles, rows
        leave_out_first = [
            *reversed(platforms),
            *('Message', 'Reason', 'Expired', 'Until'),
        ]
        return self.fit_columns(titles, rows, leave_out_first)


def _title(column: evaluate_matrix.Column) -> str:
    """Return the platform, with the day that its support ended if it has."""
    ended = f' (ended {column.last_day})' if column.is_over else ''
    return f'{column.platform.id}{ended}'
