# SPDX-License-Identifier: Apache-2.0
"""Findings as SARIF 2.1.0, which code hosts and editors import."""

from collections.abc import Sequence
from importlib import metadata
import json
import os
import pathlib
from typing import Any
from urllib import parse

from workarounds.audit import codes
from workarounds.audit.finding import Finding
from workarounds.cli import annotations

_SCHEMA = (
    'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/'
    'sarif-schema-2.1.0.json'
)


class Sarif(annotations.Annotations):
    """One log with one run."""

    def render(self, findings: Sequence[Finding]) -> str:
        """Return the log as JSON."""
        return f'{json.dumps(_log(findings), indent=2)}\n'


def _log(findings: Sequence[Finding]) -> dict[str, Any]:
    driver = {
        'name': 'workarounds',
        'version': metadata.version('workarounds'),
        'rules': [
            {
                'id': name,
                'shortDescription': {'text': code.meaning},
                'help': {'text': code.cure},
                'defaultConfiguration': {'level': code.severity},
            }
            for name, code in codes.CODES.items()
        ],
    }
    run = {
        'tool': {'driver': driver},
        'columnKind': 'unicodeCodePoints',
        'results': [_result(finding) for finding in findings],
    }
    return {'$schema': _SCHEMA, 'version': '2.1.0', 'runs': [run]}


def _result(finding: Finding) -> dict[str, Any]:
    place = finding.place
    physical: dict[str, Any] = {'artifactLocation': {'uri': _uri(place.path)}}
    if place.line:
        physical['region'] = {
            'startLine': place.line,
            'startColumn': place.column + 1,
            'endLine': place.end_line,
            'endColumn': place.end_column + 1,
        }
    return {
        'ruleId': finding.code,
        'ruleIndex': list(codes.CODES).index(finding.code),
        'level': finding.severity,
        'message': {'text': finding.message},
        'locations': [{'physicalLocation': physical}],
    }


def _uri(path: str) -> str:
    """Return a path as a URI, from the current directory if it is below."""
    here = pathlib.Path.cwd()
    whole = pathlib.Path(os.path.abspath(path))
    if not whole.is_relative_to(here):
        return whole.as_uri()
    relative = whole.relative_to(here).as_posix()
    return parse.quote(os.fsencode(relative))
