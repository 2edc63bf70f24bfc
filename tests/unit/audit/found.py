# SPDX-License-Identifier: Apache-2.0
"""What was found in source, made by hand."""

from collections.abc import Sequence
import datetime
from typing import Any

from workarounds.audit import _finding
from workarounds.audit import _reading
from workarounds.audit import _rules
from workarounds.audit import _subject
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


def subject(name: str = NAME, **fields: Any) -> _subject.Subject:
    """Describe a workaround of a catalogue; its toggle disables it."""
    given: dict[str, Any] = {
        'option': OPTION,
        'polarity': 'disabled_by',
        'options': (fields.get('option', OPTION),),
        'expires': '35.0.0',
    } | fields
    return _subject.Subject(name, **given)


def removed(name: str = NAME, **fields: Any) -> _subject.Subject:
    return subject(
        name, polarity=None, expires=None, removed_in='36.0.0', **fields
    )


def reading(
    subjects: Sequence[_subject.Subject] = (),
    traces: Sequence[Trace] = (),
    ignores: Sequence[_reading.Ignore] = (),
    skipped: Sequence[_reading.Skipped] = (),
) -> _reading.Reading:
    return _reading.Reading(
        1,
        tuple(skipped),
        tuple(traces),
        tuple(ignores),
        _subject.Subjects(subjects),
    )


def find(
    *args: Any, version: str | None = '34.0.0', **fields: Any
) -> list[_finding.Finding]:
    """Find all that is wrong in a reading, which is given in parts."""
    return _rules.find(
        reading(*args, **fields), today=TODAY, service_version=version
    )


def said(findings: Sequence[_finding.Finding]) -> list[tuple[str, str]]:
    return [(finding.code, finding.message) for finding in findings]


def codes(findings: Sequence[_finding.Finding]) -> list[str]:
    return [finding.code for finding in findings]
