# SPDX-License-Identifier: Apache-2.0
"""The matrix as one document, in formats that have more than rows."""

import argparse
from collections.abc import Iterable
from collections.abc import Sequence
import json
from typing import Any
from typing import TextIO

from cliff.formatters import base
import yaml

from workarounds.advice.evaluate.matrix import Matrix
from workarounds.advice.render import page
from workarounds.advice.render import rst


class _Formatter(base.ListFormatter):
    def add_argument_group(self, parser: argparse.ArgumentParser) -> None:
        """Add no arguments."""

    def emit_list(
        self,
        column_names: Sequence[str],
        data: Iterable[Sequence[Any]],
        stdout: TextIO,
        parsed_args: argparse.Namespace,
    ) -> None:
        """Write the document that the verb has left beside its rows."""
        stdout.write(self.render(parsed_args.document))

    def render(self, matrix: Matrix) -> str:
        raise NotImplementedError


class Html(_Formatter):
    """One page for a browser."""

    def render(self, matrix: Matrix) -> str:
        """Return the page."""
        return page.render(matrix)


class Json(_Formatter):
    """All of it as JSON; ``matrix.json`` is its schema."""

    def render(self, matrix: Matrix) -> str:
        """Return the JSON."""
        return f'{json.dumps(matrix.to_data(), indent=2)}\n'


class Rst(_Formatter):
    """A table in reStructuredText."""

    def render(self, matrix: Matrix) -> str:
        """Return the table."""
        return rst.table(matrix)


class Yaml(_Formatter):
    """The same as the JSON, as YAML."""

    def render(self, matrix: Matrix) -> str:
        """Return the YAML."""
        return str(yaml.safe_dump(matrix.to_data(), sort_keys=False))
