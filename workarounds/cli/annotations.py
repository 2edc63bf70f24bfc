# SPDX-License-Identifier: Apache-2.0
"""Diagnostics in the formats of programs that show them beside the code."""

import argparse

from workarounds import _text
from workarounds.cli import documents
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Severity

_LEVELS = {
    Severity.ERROR: 'error',
    Severity.WARNING: 'warning',
    Severity.NOTE: 'notice',
}


class Annotations(documents.Document):
    """Writes the diagnostics that the subcommand has put beside its rows."""

    def render(self, parsed_args: argparse.Namespace) -> str:
        """Return the diagnostics, each as a line."""
        lines = map(self.line, parsed_args.diagnostics)
        return ''.join(f'{line}\n' for line in lines)

    def line(self, diagnostic: Diagnostic) -> str:
        """Return a diagnostic as a line."""
        raise NotImplementedError


class Flake8(Annotations):
    """Writes lines like those of flake8, which many programs read."""

    def line(self, diagnostic: Diagnostic) -> str:
        """Return a diagnostic as a line."""
        location = diagnostic.location
        path = _show_path(location.file or '')
        where = f'{path}:{location.line or 1}:{location.column or 1}'
        return f'{where}: {diagnostic.code} {diagnostic.text}'


class Github(Annotations):
    """Writes the commands with which a GitHub job annotates a change."""

    def line(self, diagnostic: Diagnostic) -> str:
        """Return a diagnostic as a line."""
        location, text = diagnostic.location, diagnostic.text
        fields: dict[str, object] = {}
        if location.file is None:
            # Without a file, only the text can name the place.
            text = f'{location}: {text}'
        else:
            fields['file'] = _show_path(location.file)
            fields['line'] = location.line or 1
            if location.column and location.line == location.end_line:
                # GitHub accepts columns only within a single line.
                fields['col'] = location.column
            fields['endLine'] = location.end_line or location.line or 1
        fields['title'] = f'{diagnostic.code} {diagnostic.name}'
        written = ','.join(
            f'{field}={_escaped(str(value), is_field=True)}'
            for field, value in fields.items()
        )
        message = _escaped(text, is_field=False)
        return f'::{_LEVELS[diagnostic.severity]} {written}::{message}'


def _show_path(path: str) -> str:
    return _text.printable(documents.path_from_here(path))


def _escaped(text: str, *, is_field: bool) -> str:
    for letter in '%\r\n:,' if is_field else '%\r\n':
        text = text.replace(letter, f'%{ord(letter):02X}')
    return text
