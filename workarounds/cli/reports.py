# SPDX-License-Identifier: Apache-2.0
"""What the subcommands that report diagnostics share: formats and columns."""

import argparse
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from importlib import metadata
import json
from typing import Any
from typing import ClassVar
from typing import TextIO

from cliff import lister
from cliff.formatters import base
import yaml

from workarounds.cli import command
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Rule
from workarounds.diagnostics import Severity

TITLES = ('Code', 'Severity', 'Where', 'Workaround', 'Message')
#: The version of the documents; ``schemas`` describes them.
SCHEMA = 2
#: Formats without columns to choose.
DOCUMENTS = ('flake8', 'github', 'json', 'sarif', 'yaml')


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
        """Add what is left out."""
        parser = super().get_parser(prog_name)
        parser.add_argument(
            '--ignore',
            action='append',
            default=[],
            choices=[rule.code for rule in self.rules],
            metavar='CODE',
            help='leave diagnostics with this code out; repeatable',
        )
        return parser

    def refuse_columns(self, parsed_args: argparse.Namespace) -> None:
        """Refuse to choose columns of a format that has none.

        :raises workarounds.cli.command.UsageError: the usage is that
        """
        if parsed_args.formatter in DOCUMENTS and parsed_args.columns:
            raise command.UsageError(
                f'-c chooses columns, and {parsed_args.formatter} has none; '
                f'see -f csv'
            )

    def report(
        self,
        parsed_args: argparse.Namespace,
        diagnostics: Iterable[Diagnostic],
        service: Mapping[str, str | None],
    ) -> tuple[Sequence[str], list[list[Any]]]:
        """Set the exit code, and return the titles and the rows.

        :param service: what the version of the service is, and what says so
        """
        reported = [
            diagnostic
            for diagnostic in diagnostics
            if diagnostic.code not in parsed_args.ignore
        ]
        counted = self.counted
        if parsed_args.strict:
            counted |= self.counted_if_strict
        if any(diagnostic.severity in counted for diagnostic in reported):
            self.exit_code = 1
        parsed_args.diagnostics = reported
        parsed_args.codes = [rule.code for rule in self.rules]
        parsed_args.document = self.document(
            service,
            diagnostics=[diagnostic.to_data() for diagnostic in reported],
        )
        return TITLES, [
            [
                diagnostic.code,
                self.word(diagnostic.severity),
                str(diagnostic.location),
                diagnostic.subject,
                diagnostic.text,
            ]
            for diagnostic in reported
        ]

    def document(
        self, service: Mapping[str, str | None], **content: Any
    ) -> dict[str, Any]:
        """Return what ``-f json`` prints."""
        names = self.app.options.namespace
        is_one = len(names) == 1 and ':' not in names[0]
        return {
            'schema': SCHEMA,
            'tool': {
                'name': 'workarounds',
                'version': metadata.version('workarounds'),
            },
            'service': {'project': names[0] if is_one else None, **service},
            **content,
        }


class _Document(base.ListFormatter):
    def add_argument_group(self, parser: argparse.ArgumentParser) -> None:
        """Add no arguments."""

    def emit_list(
        self,
        column_names: Sequence[str],
        data: Iterable[Sequence[Any]],
        stdout: TextIO,
        parsed_args: argparse.Namespace,
    ) -> None:
        """Write the document that the subcommand has put beside its rows."""
        stdout.write(self.render(parsed_args.document))

    def render(self, document: Mapping[str, Any]) -> str:
        raise NotImplementedError


class Json(_Document):
    """All of it as JSON."""

    def render(self, document: Mapping[str, Any]) -> str:
        """Return the JSON."""
        return f'{json.dumps(document, indent=2)}\n'


class Yaml(_Document):
    """The same as the JSON, as YAML."""

    def render(self, document: Mapping[str, Any]) -> str:
        """Return the YAML."""
        return str(yaml.safe_dump(document, sort_keys=False))
