# SPDX-License-Identifier: Apache-2.0
"""One document instead of rows: JSON and YAML."""

import argparse
from collections.abc import Iterable
from collections.abc import Sequence
import json
import os
import pathlib
import sys
from typing import Any
from typing import TextIO

from cliff.formatters import base
import yaml

from workarounds import _text
from workarounds.cli import command


class _Dumper(yaml.SafeDumper):
    """Repeats equal values instead of using aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        """Use no aliases."""
        return True

    def represent_str(self, data: str) -> yaml.ScalarNode:
        """Put a text into double quotes if it is not safe to show."""
        node = super().represent_str(data)
        if _text.printable(data) != data:
            node.style = '"'
        return node


_Dumper.add_representer(str, _Dumper.represent_str)


#: Formats of one document, without columns to choose.
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
    """Writes the result as JSON, by the schema of the subcommand."""

    def render(self, parsed_args: argparse.Namespace) -> str:
        """Return the JSON."""
        text = json.dumps(parsed_args.envelope, indent=2)
        return f'{_text.quoted_commands(text)}\n'


class Yaml(Document):
    """Writes the same data as the JSON."""

    def render(self, parsed_args: argparse.Namespace) -> str:
        """Return the YAML."""
        text = yaml.dump(
            parsed_args.envelope,
            Dumper=_Dumper,
            sort_keys=False,
            # The second half of a folded line could look like a CI command.
            width=sys.maxsize,
        )
        return _text.quoted_commands(text)


def path_from_here(path: str) -> str:
    """Return a path from the current directory if it is below, else whole.

    Code hosts and editors know the files of a checkout by such paths.
    """
    here = pathlib.Path.cwd()
    whole = pathlib.Path(os.path.abspath(path))
    below = whole.is_relative_to(here)
    return str(whole.relative_to(here) if below else whole)


def refuse_columns(parsed_args: argparse.Namespace) -> None:
    """Refuse ``-c`` with a format that has no columns.

    :raises workarounds.cli.command.UsageError: the user gave both
    """
    if parsed_args.columns and parsed_args.formatter in _DOCUMENTS:
        raise command.UsageError(
            f'-c chooses columns, and {parsed_args.formatter} has none; see '
            f'-f csv'
        )
