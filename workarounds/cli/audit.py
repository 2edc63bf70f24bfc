# SPDX-License-Identifier: Apache-2.0
"""``workarounds audit``: what is wrong in source that has workarounds."""

import argparse
from collections.abc import Iterable
from collections.abc import Sequence
from typing import Any

from cliff import lister

from workarounds import exceptions
from workarounds.audit import checker
from workarounds.audit import codes
from workarounds.audit.declaration_index import DeclarationIndex
from workarounds.audit.finding import Finding
from workarounds.audit.rules import expiry
from workarounds.audit.scanner import ScanResult
from workarounds.cli import command
from workarounds.cli import source
from workarounds.config import help_text
from workarounds.source import references
from workarounds.source.projects import Version
from workarounds.source.references import Reference

#: They are one document about findings, so they have no columns to choose.
_DOCUMENTS = ('flake8', 'github', 'sarif')
_TITLES = ('Code', 'Severity', 'Where', 'Workaround', 'Message')
_TRACE_TITLES = ('Where', 'Kind', 'Workaround', 'Text')
#: Columns of a terminal that a sentence needs to be read.
_LEAST = 40


class Audit(command.Display, lister.Lister):
    """Report what is wrong in source that has workarounds; exit 1 if so.

    Nothing is imported. Warnings do not count unless --strict is given, and
    notes never do.
    """

    @property
    def formatter_namespace(self) -> str:
        """The formats of rows, and those for CI."""
        return 'workarounds.formatters.audit'

    wider = '-f flake8'

    def get_parser(self, prog_name: str) -> argparse.ArgumentParser:
        """Add what is read, and what counts."""
        parser = super().get_parser(prog_name)
        parser.add_argument(
            'paths',
            nargs='+',
            metavar='PATH',
            help='a file, or a directory to be read with all that is below it',
        )
        parser.add_argument(
            '--ignore',
            action='append',
            default=[],
            choices=sorted(codes.CODES),
            metavar='CODE',
            help='leave findings with this code out; repeatable',
        )
        parser.add_argument(
            '--strict', action='store_true', help='let warnings count too'
        )
        parser.add_argument(
            '--traces',
            action='store_true',
            help='print every place that has to do with a workaround instead',
        )
        parser.add_argument(
            # An abbreviation of it would be one of --namespace too.
            '--workaround',
            action='append',
            default=[],
            metavar='NAME',
            help='with --traces: those of this workaround alone, named by '
            'its name or an option; repeatable',
        )
        return parser

    def take_action(self, parsed_args: argparse.Namespace) -> Any:
        """Read the source, and compute the findings."""
        _refuse_what_does_not_fit(parsed_args)
        reading = source.scan(self.app, parsed_args.paths, 'audit')
        if parsed_args.traces:
            return self._traces(reading, parsed_args.workaround)
        version = source.service_version(self.app, parsed_args.paths)
        findings = parsed_args.findings = [
            finding
            for finding in checker.find(
                reading,
                today=self.app.today,
                service_version=None if version is None else version.text,
            )
            if finding.code not in parsed_args.ignore
        ]
        severities = {finding.severity for finding in findings}
        if parsed_args.strict:
            severities = {
                one.replace('warning', 'error') for one in severities
            }
        if 'error' in severities:
            self.exit_code = 1
        if any(finding.code == codes.SKIPPED for finding in findings):
            self.app.is_incomplete = True
        self._sum_up(reading, version)
        return self._rows(findings, parsed_args)

    def _sum_up(self, reading: ScanResult, version: Version | None) -> None:
        """Say what was looked at, for findings alone do not tell."""
        if self.app.options.verbose_level:
            self.app.warn(_summary(reading, version))
        unjudged = expiry.unjudged(reading) if version is None else []
        if unjudged:
            self.app.is_incomplete = True
            self.app.warn(
                f'nothing beside or above the paths says which version of '
                f'the service this is, so the expiry of '
                f'{", ".join(unjudged)} is not judged; give --service-version'
            )

    def _rows(
        self,
        findings: Sequence[Finding],
        parsed_args: argparse.Namespace,
    ) -> tuple[Sequence[str], Iterable[Any]]:
        rows = [
            [
                finding.code,
                self.word(finding.severity),
                finding.where,
                finding.workaround,
                finding.message,
            ]
            for finding in findings
        ]
        if parsed_args.formatter != 'table' or parsed_args.columns:
            return _TITLES, rows
        # A message goes on in the next line, which the others cannot.
        narrow = [[*row[:-1], str(row[-1])[:_LEAST]] for row in rows]
        titles, _ = self.that_fit(_TITLES, narrow, ('Severity', 'Workaround'))
        missing = [title for title in _TITLES if title not in titles]
        return self.without(_TITLES, rows, missing)

    def _traces(
        self, reading: ScanResult, names: Sequence[str]
    ) -> tuple[Sequence[str], Iterable[Any]]:
        for one in checker.skipped(reading):
            self.app.is_incomplete = True
            self.app.warn(f'{one.where}: {one.message}')
        wanted = {_named(reading.declarations, name) for name in names}
        rows = [
            (
                help_text.printable(str(trace.place)),
                trace.kind,
                _owner(reading.declarations, trace),
                help_text.printable(trace.text),
            )
            for trace in reading.references
            if not wanted or _owner(reading.declarations, trace) in wanted
        ]
        return _TRACE_TITLES, rows


def _refuse_what_does_not_fit(parsed_args: argparse.Namespace) -> None:
    form = parsed_args.formatter
    if form in _DOCUMENTS and parsed_args.traces:
        raise command.UsageError(
            f'{form} is for findings, not for --traces; see -f csv'
        )
    if form in _DOCUMENTS and parsed_args.columns:
        raise command.UsageError(
            f'-c chooses columns, and {form} has none; see -f csv'
        )
    if parsed_args.workaround and not parsed_args.traces:
        raise command.UsageError(
            '--workaround chooses among --traces; give that too'
        )


def _named(subjects: DeclarationIndex, name: str) -> str:
    subject = subjects.find(name)
    if subject is None:
        near = subjects.similar_names(name)
        cure = (
            f'did you mean {" or ".join(near)}?'
            if near
            else 'declare it in the paths, or name its catalogue with '
            '--namespace'
        )
        raise exceptions.UnknownWorkaroundError(
            f'no workaround is called {name!r}; {cure}'
        )
    return subject.name


def _owner(subjects: DeclarationIndex, trace: Reference) -> str:
    """Return the name of the workaround, or what is written if none has it."""
    subject = subjects.find(trace.name)
    return help_text.printable(trace.name if subject is None else subject.name)


def _summary(reading: ScanResult, version: Version | None) -> str:
    reads = [
        trace for trace in reading.references if trace.kind in references.READS
    ]
    settings = [
        trace for trace in reading.references if trace.kind == 'setting'
    ]
    names = {_owner(reading.declarations, trace) for trace in reads} - {''}
    said = 'service version not known'
    if version is not None:
        said = f'service version {version.text} ({version.source})'
    return (
        f'{_count(reading.file_count, "file")}: '
        f'{_count(len(reads), "read")} of {_count(len(names), "workaround")}, '
        f'{_count(len(settings), "setting")} in tests; {said}'
    )


def _count(number: int, noun: str) -> str:
    return f'{number:,} {noun}{"" if number == 1 else "s"}'
