# SPDX-License-Identifier: Apache-2.0
"""What was found in source, made by hand."""

from collections.abc import Sequence
import datetime
from typing import Any

from workarounds import audit
from workarounds.audit.scanner import Ignore
from workarounds.audit.scanner import Reading
from workarounds.audit.scanner import Skipped
from workarounds.audit.subjects import Subject
from workarounds.audit.subjects import Subjects
from workarounds.diagnostics import Diagnostic
from workarounds.source.references import Kind
from workarounds.source.references import Place
from workarounds.source.references import Trace

TODAY = datetime.date(2026, 11, 23)
NAME = 'flush_images'
OPTION = 'disable_flushes'


def place(
    line: int = 5, path: str = 'disk.py', end_line: int | None = None
) -> Place:
    return Place(path, line, 4, end_line or line, 30)


def trace(kind: Kind, name: str = NAME, **fields: Any) -> Trace:
    given: dict[str, Any] = {'place': place(), 'text': 'the line'} | fields
    return Trace(kind=kind, name=name, **given)


def subject(name: str = NAME, **fields: Any) -> Subject:
    """Describe a workaround of a catalogue; its toggle disables it."""
    given: dict[str, Any] = {
        'option': OPTION,
        'polarity': 'disabled_by',
        'options': (fields.get('option', OPTION),),
        'expires': '35.0.0',
    } | fields
    return Subject(name, **given)


def removed(name: str = NAME, **fields: Any) -> Subject:
    return subject(
        name, polarity=None, expires=None, removed_in='36.0.0', **fields
    )


def reading(
    subjects: Sequence[Subject] = (),
    traces: Sequence[Trace] = (),
    ignores: Sequence[Ignore] = (),
    skipped: Sequence[Skipped] = (),
) -> Reading:
    return Reading(
        1,
        tuple(skipped),
        tuple(traces),
        tuple(ignores),
        Subjects(subjects),
    )


def find(
    *args: Any, version: str | None = '34.0.0', **fields: Any
) -> list[Diagnostic]:
    """Find all that is wrong in a reading, which is given in parts."""
    return audit.check(
        reading(*args, **fields), today=TODAY, service_version=version
    )


def cures(findings: Sequence[Diagnostic]) -> list[tuple[str, str]]:
    return [(finding.code, finding.cure) for finding in findings]


def codes(findings: Sequence[Diagnostic]) -> list[str]:
    return [finding.code for finding in findings]
