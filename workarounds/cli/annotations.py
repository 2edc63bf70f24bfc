# SPDX-License-Identifier: Apache-2.0
"""Findings in the words of those who show them beside the code."""

import argparse
from collections.abc import Iterable
from collections.abc import Sequence
from typing import Any
from typing import TextIO

from cliff.formatters import base

from workarounds.audit.finding import Finding

_LEVELS = {'error': 'error', 'warning': 'warning', 'note': 'notice'}


class Annotations(base.ListFormatter):
    """Writes findings that the verb has left beside its rows."""

    def add_argument_group(self, parser: argparse.ArgumentParser) -> None:
        """Add no arguments."""

    def emit_list(
        self,
        column_names: Sequence[str],
        data: Iterable[Sequence[Any]],
        stdout: TextIO,
        parsed_args: argparse.Namespace,
    ) -> None:
        """Write the findings."""
        stdout.write(self.render(parsed_args.findings))

    def render(self, findings: Sequence[Finding]) -> str:
        """Return them as one text."""
        return ''.join(f'{self.line(finding)}\n' for finding in findings)

    def line(self, finding: Finding) -> str:
        """Return one of them as a line."""
        raise NotImplementedError


class Flake8(Annotations):
    """As flake8 writes them, which editors and other programs read."""

    def line(self, finding: Finding) -> str:
        """Return one of them as a line."""
        place = finding.place
        where = f'{finding.path}:{max(place.line, 1)}:{place.column + 1}'
        return f'{where}: {finding.code} {finding.message}'


class Github(Annotations):
    """Commands that a job of GitHub writes, to annotate a change."""

    def line(self, finding: Finding) -> str:
        """Return one of them as a line."""
        place = finding.place
        fields: dict[str, object] = {
            'file': finding.path,
            'line': max(place.line, 1),
        }
        if place.line == place.end_line:
            # GitHub wants columns of a single line alone.
            fields['col'] = place.column + 1
        fields['endLine'] = max(place.end_line, 1)
        fields['title'] = finding.code
        said = ','.join(
            f'{field}={_escaped(str(value), is_field=True)}'
            for field, value in fields.items()
        )
        message = _escaped(finding.message, is_field=False)
        return f'::{_LEVELS[finding.severity]} {said}::{message}'


def _escaped(text: str, *, is_field: bool) -> str:
    for letter in '%\r\n:,' if is_field else '%\r\n':
        text = text.replace(letter, f'%{ord(letter):02X}')
    return text
