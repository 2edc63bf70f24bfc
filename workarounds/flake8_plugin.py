# SPDX-License-Identifier: Apache-2.0
"""A plug-in for flake8: the rules of the audit that need only one file."""

import argparse
import ast
from collections.abc import Iterator
from collections.abc import Sequence
import io
import os
import tokenize
from typing import Any
from typing import ClassVar

from workarounds import audit
from workarounds.audit import scanner
from workarounds.audit.declaration_index import DeclarationIndex
from workarounds.declarations import discovery


class Plugin:
    """The plug-in, created by flake8 for each file.

    Without a catalogue the names and options of workarounds are not known, and
    only diagnostics that hold for any name are reported.

    :param tree: not used; flake8 takes a class without it for another kind of
        plug-in
    :param filename: name of the file, as flake8 shows it
    :param lines: lines of the file, with their ends
    """

    name = 'workarounds'
    _declarations: ClassVar[DeclarationIndex | None] = None

    def __init__(
        self, tree: ast.AST, filename: str, lines: Sequence[str]
    ) -> None:
        self._filename = filename
        self._lines = lines

    @staticmethod
    def add_options(manager: Any) -> None:
        """Add the option of the command line and flake8's configuration."""
        manager.add_option(
            '--workarounds-namespace',
            parse_from_config=True,
            comma_separated_list=True,
            default='',
            metavar='NAMES',
            help='the catalogues that declare the workarounds: names of '
            'installed ones (nova, placement, qemu-img), or module:attribute',
        )

    @classmethod
    def parse_options(cls, options: argparse.Namespace) -> None:
        """Load the catalogues.

        :raises flake8.exceptions.ExecutionError: a catalogue cannot be loaded
        """
        cls._declarations = None
        if options.workarounds_namespace:
            cls._declarations = _load(options.workarounds_namespace)

    def run(self) -> Iterator[tuple[int, int, str, type]]:
        """Yield line, column and message of each diagnostic."""
        known = self._declarations
        reading = scanner.scan_text(
            _named_as_python(self._filename),
            _encoded(self._lines),
            DeclarationIndex() if known is None else known,
        )
        for diagnostic in audit.check_file(
            reading, knows_names=known is not None
        ):
            location = diagnostic.location
            # flake8 counts columns from 0 here, and shows them from 1.
            yield (
                location.line or 1,
                (location.column or 1) - 1,
                f'{diagnostic.code} {diagnostic.text}',
                type(self),
            )


def _load(namespaces: Sequence[str]) -> DeclarationIndex:
    # Only flake8 gets here.
    from flake8 import exceptions as flake8_exceptions

    from workarounds import exceptions

    try:
        registry, problems = discovery.load_catalogues(namespaces)
        if problems:
            raise problems[0]
    except exceptions.WorkaroundError as error:
        raise flake8_exceptions.ExecutionError(
            f'--workarounds-namespace: {error}'
        ) from None
    return DeclarationIndex.from_registry(registry)


def _named_as_python(filename: str) -> str:
    """Return a name with a suffix of Python: flake8 checks only Python."""
    is_named = os.path.splitext(filename)[1] in ('.py', '.pyi')
    return filename if is_named else f'{filename}.py'


def _encoded(lines: Sequence[str]) -> bytes:
    """Return the bytes of a file that flake8 has decoded."""
    data = ''.join(lines).encode('utf-8', 'surrogatepass')
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    except SyntaxError:
        return data
    return ''.join(lines).encode(encoding, 'replace')
