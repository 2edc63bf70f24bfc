# SPDX-License-Identifier: Apache-2.0
"""One document instead of rows: JSON and YAML."""

import argparse
from collections.abc import Iterable
from collections.abc import Sequence
import json
from typing import Any
from typing import TextIO

from cliff.formatters import base
import yaml

from workarounds.cli import command


class _Dumper(yaml.SafeDumper):
    """Repeats what is there twice, so that every reader understands it."""

    def ignore_aliases(self, data: Any) -> bool:
        """Use no aliases."""
        return True


#: They are one document, so they have no columns to choose.
_DOCUMENTS = ('flake8', 'github', 'html', 'json', 'rst', 'sarif', 'yaml')


class Document(base.ListFormatter):
    """Writes a document that the command has put beside its rows."""

    def add_argument_group(self, parser: argparse.ArgumentParser) -> None:
        """Add no arguments."""

    def emit_list(
        self,
        column_names: Sequence[str],
        data: Iterable[Sequence[Any]],
        stdout: TextIO,
        parsed_args: argparse.Namespace,
    ) -> None:
        """Write the document."""
        stdout.write(self.render(parsed_args))

    def render(self, parsed_args: argparse.Namespace) -> str:
        """Return the document."""
        raise NotImplementedError


class Json(Document):
    """All of it as JSON, as the schema of the command says."""

    def render(self, parsed_args: argparse.Namespace) -> str:
        """Return the JSON."""
        return f'{json.dumps(parsed_args.envelope, indent=2)}\n'


class Yaml(Document):
    """The same as the JSON, as YAML."""

    def render(self, parsed_args: argparse.Namespace) -> str:
        """Return the YAML."""
        return str(
            yaml.dump(parsed_args.envelope, Dumper=_Dumper, sort_keys=False)
        )


def refuse_columns(parsed_args: argparse.Namespace) -> None:
    """Refuse to choose columns of what has none.

    :raises workarounds.cli.command.UsageError: they are chosen
    """
    if parsed_args.columns and parsed_args.formatter in _DOCUMENTS:
        raise command.UsageError(
            f'-c chooses columns, and {parsed_args.formatter} has none; see '
            f'-f csv'
        )
