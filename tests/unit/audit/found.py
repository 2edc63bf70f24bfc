# SPDX-License-Identifier: Apache-2.0
"""What was found in source, made by hand."""

from collections.abc import Sequence
import datetime
from typing import Any

from workarounds.audit import checker
from workarounds.audit.declaration_index import DeclarationIndex
from workarounds.audit.declaration_index import DeclarationInfo
from workarounds.audit.finding import Finding
from workarounds.audit.scanner import ScanResult
from workarounds.audit.scanner import SkippedFile
from workarounds.audit.scanner import Suppression
from workarounds.source.references import Place
from workarounds.source.references import Reference
from workarounds.source.references import ReferenceKind

TODAY = datetime.date(2026, 11, 23)
NAME = 'flush_images'
OPTION = 'disable_flushes'


def place(
    line: int = 5, path: str = 'disk.py', end_line: int | None = None
) -> Place:
    return Place(path, line, 4, end_line or line, 30)


def trace(kind: ReferenceKind, name: str = NAME, **fields: Any) -> Reference:
    given: dict[str, Any] = {'place': place(), 'text': 'the line'} | fields
    return Reference(kind=kind, name=name, **given)


def subject(name: str = NAME, **fields: Any) -> DeclarationInfo:
    """Describe a workaround of a catalogue; its toggle disables it."""
    given: dict[str, Any] = {
        'option': OPTION,
        'polarity': 'disabled_by',
        'options': (fields.get('option', OPTION),),
        'expires': '35.0.0',
    } | fields
    return DeclarationInfo(name, **given)


def removed(name: str = NAME, **fields: Any) -> DeclarationInfo:
    return subject(
        name, polarity=None, expires=None, removed_in='36.0.0', **fields
    )


def reading(
    subjects: Sequence[DeclarationInfo] = (),
    traces: Sequence[Reference] = (),
    ignores: Sequence[Suppression] = (),
    skipped: Sequence[SkippedFile] = (),
) -> ScanResult:
    return ScanResult(
        1,
        tuple(skipped),
        tuple(traces),
        tuple(ignores),
        DeclarationIndex(subjects),
    )


def find(
    *args: Any, version: str | None = '34.0.0', **fields: Any
) -> list[Finding]:
    """Find all that is wrong in a reading, which is given in parts."""
    return checker.find(
        reading(*args, **fields), today=TODAY, service_version=version
    )


def said(findings: Sequence[Finding]) -> list[tuple[str, str]]:
    return [(finding.code, finding.message) for finding in findings]


def codes(findings: Sequence[Finding]) -> list[str]:
    return [finding.code for finding in findings]
