# SPDX-License-Identifier: Apache-2.0
"""The base of the subcommands that report diagnostics."""

import argparse
import collections
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
import dataclasses
from importlib import metadata
import itertools
import operator
from typing import Any
from typing import ClassVar

from cliff import lister

from workarounds.cli import command
from workarounds.cli import layout
from workarounds.cli import loading
from workarounds.cli.layout import Block
from workarounds.cli.layout import Line
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Rule
from workarounds.diagnostics import Severity

TITLES = ('Code', 'Severity', 'Where', 'Workaround', 'Message')
#: The version of the documents; ``schemas`` describes them.
SCHEMA = 2
INCOMPLETE = 'This is not all: see the messages on standard error.'
#: Columns of a terminal that a sentence needs to be read.
_LEAST = 40


@dataclasses.dataclass(frozen=True)
class Scope:
    """The files that were checked.

    :param files: how many files
    :param lines: how many lines of these are about workarounds, if counted
    :param paths: the files, if they are few
    """

    files: int
    lines: int | None = None
    paths: Collection[str] = ()

    def __str__(self) -> str:
        files = layout.count(self.files, 'file')
        if self.lines is None:
            return files
        if not self.lines:
            return f'{files}; no line sets a workaround'
        verb = 'sets a workaround' if self.lines == 1 else 'set workarounds'
        return f'{files}; {layout.count(self.lines, "line")} {verb}'


class Report(command.Display, lister.Lister):
    """A subcommand that reports diagnostics.

    :cvar rules: what it can report
    :cvar counted: the severities for which the exit code is 1
    :cvar counted_if_strict: those that count with ``--strict`` as well
    """

    rules: ClassVar[Sequence[Rule]]
    counted: ClassVar[frozenset[Severity]]
    counted_if_strict: ClassVar[frozenset[Severity]]

    def get_parser(self, prog_name: str) -> argparse.ArgumentParser:
        """Add the codes to leave out."""
        parser = super().get_parser(prog_name)
        parser.add_argument(
            '--ignore',
            action='append',
            default=[],
            type=str.upper,
            choices=[rule.code for rule in self.rules],
            metavar='CODE',
            help='leave out diagnostics with this code; repeatable',
        )
        return parser

    def report(
        self,
        parsed_args: argparse.Namespace,
        diagnostics: Mapping[str, Iterable[Diagnostic]],
        service: Mapping[str, str | None],
        scope: Scope,
    ) -> tuple[Sequence[str], list[list[Any]]]:
        """Set the exit code, and return the titles and the rows.

        :param diagnostics: diagnostics by the catalogue of their service,
            which is empty for source code
        :param service: version of the service, and its source
        :param scope: the files that were checked
        """
        by_service = {
            name: sorted(
                (
                    diagnostic
                    for diagnostic in found
                    if diagnostic.code not in parsed_args.ignore
                ),
                key=order,
            )
            for name, found in diagnostics.items()
        }
        reported = list(itertools.chain(*by_service.values()))
        counted = self.counted
        if parsed_args.strict:
            counted |= self.counted_if_strict
        if any(diagnostic.severity in counted for diagnostic in reported):
            self.exit_code = 1
        parsed_args.diagnostics = reported
        parsed_args.codes = [rule.code for rule in self.rules]
        parsed_args.envelope = self.envelope(
            service,
            diagnostics=[
                {**diagnostic.to_data(), 'service': name or None}
                for name, found in by_service.items()
                for diagnostic in found
            ],
        )
        is_table = parsed_args.formatter == 'table'
        parsed_args.text = self._blocks(by_service, scope)
        rows = [
            [
                name,
                diagnostic.code,
                self.word(diagnostic.severity),
                str(diagnostic.location),
                diagnostic.subject,
                diagnostic.text,
            ]
            for name, found in by_service.items()
            for diagnostic in (self._shortened(found) if is_table else found)
        ]
        titles: Sequence[str] = ('Service', *TITLES)
        if len(by_service) == 1:
            titles, rows = self.drop_columns(titles, rows, ['Service'])
        if is_table and not parsed_args.columns:
            return self._narrow(titles, rows)
        return titles, rows

    def _blocks(
        self, by_service: Mapping[str, Sequence[Diagnostic]], scope: Scope
    ) -> Iterator[Block]:
        """Return the text for people, in the order of the files."""
        reported = list(itertools.chain(*by_service.values()))
        paths = scope.paths or {
            diagnostic.location.file
            for diagnostic in reported
            if diagnostic.location.file
        }
        for name, found in by_service.items():
            service = [f'({name})'] if len(by_service) > 1 else []
            for diagnostic in self._shortened(found):
                yield Block(
                    [
                        layout.Whole(f'{diagnostic.location}:'),
                        layout.Status(diagnostic.severity),
                        diagnostic.code,
                        diagnostic.name,
                        *service,
                    ],
                    [Line(layout.sentence(diagnostic.text, paths))],
                    is_apart=False,
                )
        counts = collections.Counter(
            diagnostic.severity for diagnostic in reported
        )
        summary = _summary(counts, scope, is_incomplete=self.app.is_incomplete)
        lines = [summary, *self.notices(reported)]
        yield Block([], [Line([line]) for line in lines], is_apart=True)

    def _narrow(
        self, titles: Sequence[str], rows: Sequence[Sequence[Any]]
    ) -> tuple[Sequence[str], list[list[Any]]]:
        """Leave out the columns that do not fit the terminal."""
        # Only a message can continue in the next line.
        least = [[*row[:-1], str(row[-1])[:_LEAST]] for row in rows]
        left, _ = self.fit_columns(titles, least, ('Severity', 'Workaround'))
        missing = [title for title in titles if title not in left]
        return self.drop_columns(titles, rows, missing)

    def produce_output(
        self,
        parsed_args: argparse.Namespace,
        column_names: Sequence[str],
        data: Any,
    ) -> int:
        """Print, except an empty table, which would be a blank line."""
        if parsed_args.formatter == 'table' and not data:
            return 0
        return super().produce_output(parsed_args, column_names, data)

    def _shortened(
        self, diagnostics: Sequence[Diagnostic]
    ) -> Sequence[Diagnostic]:
        by_code = sorted(diagnostics, key=operator.attrgetter('code'))
        return sorted(self.shorten(by_code), key=order)

    def shorten(
        self, diagnostics: Sequence[Diagnostic]
    ) -> Iterable[Diagnostic]:
        """Return the diagnostics that people are shown.

        :param diagnostics: in the order of their codes
        """
        return diagnostics

    def notices(self, diagnostics: Sequence[Diagnostic]) -> Iterable[str]:
        """Return sentences that people are shown below the summary."""
        return ()

    def envelope(
        self, service: Mapping[str, str | None], **content: Any
    ) -> dict[str, Any]:
        """Return what ``-f json`` prints."""
        named = {'project': loading.project(self.app)}
        return envelope({**named, **service}, **content)


def envelope(
    service: Mapping[str, str | None], **content: Any
) -> dict[str, Any]:
    """Return what ``-f json`` prints.

    :param service: its project and version, and what says the version
    """
    return {
        'schema': SCHEMA,
        'tool': {
            'name': 'workarounds',
            'version': metadata.version('workarounds'),
        },
        'service': service,
        **content,
    }


def _summary(
    counts: Mapping[Severity, int], scope: Scope, *, is_incomplete: bool
) -> str:
    total = sum(counts.values())
    if not total:
        nothing = 'nothing else' if is_incomplete else 'nothing'
        return f'{nothing} to report in {scope}'
    # From the worst on.
    kinds = [
        layout.count(counts[severity], severity)
        for severity in Severity
        if counts[severity]
    ]
    files = layout.count(scope.files, 'file')
    summary = (
        f'{layout.count(total, "finding")} in {files}: {", ".join(kinds)}'
    )
    return f'{summary}. {INCOMPLETE}' if is_incomplete else summary


def order(diagnostic: Diagnostic) -> tuple[bool, str, int, int, str, str]:
    """Return the key that sorts diagnostics in every format."""
    location = diagnostic.location
    return (
        # Diagnostics without a file come after the files.
        location.file is None,
        location.file or '',
        location.line or 0,
        location.column or 0,
        diagnostic.code,
        location.environment or '',
    )
