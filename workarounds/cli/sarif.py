# SPDX-License-Identifier: Apache-2.0
"""Diagnostics as SARIF 2.1.0, which code hosts and editors import."""

import argparse
from collections.abc import Sequence
from importlib import metadata
import json
import os
import pathlib
from typing import Any
from urllib import parse

from workarounds.cli import documents
from workarounds.diagnostics import CODES
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Location

_SCHEMA = (
    'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/'
    'sarif-schema-2.1.0.json'
)


class Sarif(documents.Document):
    """One log with one run."""

    def render(self, parsed_args: argparse.Namespace) -> str:
        """Return the log as JSON.

        :param parsed_args: with ``diagnostics``, and ``codes``, those that
            the subcommand can report
        """
        log = _log(parsed_args.diagnostics, parsed_args.codes)
        return f'{json.dumps(log, indent=2)}\n'


def _log(
    diagnostics: Sequence[Diagnostic], codes: Sequence[str]
) -> dict[str, Any]:
    driver = {
        'name': 'workarounds',
        'version': metadata.version('workarounds'),
        'rules': [_rule(code) for code in codes],
    }
    run = {
        'tool': {'driver': driver},
        'columnKind': 'unicodeCodePoints',
        'results': [
            _result(diagnostic, codes.index(diagnostic.code))
            for diagnostic in diagnostics
        ],
    }
    return {'$schema': _SCHEMA, 'version': '2.1.0', 'runs': [run]}


def _rule(code: str) -> dict[str, Any]:
    described = CODES[code]
    return {
        'id': code,
        'name': described.name,
        'shortDescription': {'text': described.summary},
        'help': {'text': f'{described.cure[0].upper()}{described.cure[1:]}.'},
        'defaultConfiguration': {'level': str(described.severity)},
    }


def _result(diagnostic: Diagnostic, index: int) -> dict[str, Any]:
    return {
        'ruleId': diagnostic.code,
        'ruleIndex': index,
        'level': str(diagnostic.severity),
        'message': {'text': diagnostic.text},
        'locations': [_location(diagnostic.location)],
    }


def _location(location: Location) -> dict[str, Any]:
    if location.file is None:
        return {'logicalLocations': [{'fullyQualifiedName': str(location)}]}
    physical: dict[str, Any] = {
        'artifactLocation': {'uri': _uri(location.file)}
    }
    region = {
        'startLine': location.line,
        'startColumn': location.column,
        'endLine': location.end_line,
        'endColumn': location.end_column,
    }
    known = {name: number for name, number in region.items() if number}
    if known:
        physical['region'] = known
    return {'physicalLocation': physical}


def _uri(path: str) -> str:
    """Return a path as a URI, from the current directory if it is below."""
    shown = pathlib.Path(documents.path_from_here(path))
    if shown.is_absolute():
        return shown.as_uri()
    return parse.quote(os.fsencode(shown.as_posix()))
