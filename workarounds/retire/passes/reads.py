# SPDX-License-Identifier: Apache-2.0
"""Reads of the workaround become constants; settings of it are removed.

::

    if workarounds.enabled('x'):       # removed
        fsync(image)
    write(image)                       write(image)
"""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence

from workarounds.retire import read_values
from workarounds.retire import reports
from workarounds.retire.passes import settings_in_tests
from workarounds.retire.read_values import Undecidable
from workarounds.retire.session import Session
from workarounds.retire.transform.edits import Edits
from workarounds.source import references as source_references
from workarounds.source.references import Reference


def fold_reads(session: Session) -> None:
    """Replace the reads that the scan found, and remove the settings."""
    _report_others(session)
    for path, references in _group_by_path(session.references).items():
        edits = Edits()
        _fold_reads(session, references, edits)
        _remove_settings(session, path, references, edits)
        if edits and not session.apply(path, edits, _reason(session)):
            session.forget(path, reports.CHANGES)


def _report_others(session: Session) -> None:
    """Report what other projects below the paths have of the workaround."""
    for reference in session.others:
        path, line = reference.place.path, reference.place.line
        directory = session.project.others[path]
        reason = f'{directory} is another project; give that path too'
        is_read = reference.kind in source_references.READS
        session.report_skipped(path, line, reason, is_read=is_read)


def retry_skipped(session: Session) -> bool:
    """Try skipped reads again, which other changes may have made possible.

    :returns: whether a file changed
    """
    is_new = False
    remaining = {
        report.path for report in session.reports if report.is_remaining_read
    }
    for path in sorted(remaining - session.project.others.keys()):
        if session.is_exhausted(path, 'reads'):
            continue
        session.forget(path, reports.REMAINING)
        edits = Edits()
        _fold_reads(session, session.scan(path), edits)
        if edits and session.apply(path, edits, _reason(session)):
            is_new = True
        else:
            session.mark_exhausted(path, 'reads')
    return is_new


def _group_by_path(
    references: Iterable[Reference],
) -> Mapping[str, Sequence[Reference]]:
    by_path: dict[str, list[Reference]] = {}
    for reference in references:
        if reference.kind != 'mention':
            by_path.setdefault(reference.place.path, []).append(reference)
    return by_path


def _fold_reads(
    session: Session, references: Iterable[Reference], edits: Edits
) -> None:
    for reference in references:
        if reference.kind not in source_references.READS:
            continue
        place = reference.place
        refusal = session.refusal_of(reference)
        if refusal:
            session.report_skipped(place.path, place.line, refusal)
            continue
        value = read_values.value_of_read(
            reference, session.request.declaration, session.request.is_on
        )
        if isinstance(value, Undecidable):
            session.report_skipped(place.path, place.line, value.reason)
            continue
        edits.constants[place.span] = value
        edits.reasons[place.line] = f'{_reason(session)}: {reference.text}'


def _reason(session: Session) -> str:
    state = 'on' if session.request.is_on else 'off'
    return f'{session.request.declaration.name} is always {state}'


def _remove_settings(
    session: Session,
    path: str,
    references: Iterable[Reference],
    edits: Edits,
) -> None:
    settings = []
    for reference in references:
        if reference.kind != 'setting':
            continue
        refusal = session.refusal_of(reference)
        if refusal:
            text = f'this line sets {reference.name}'
            refusal, _, cure = refusal.partition('; ')
            if not cure:
                text += f', and {refusal} without it'
            session.report('WA303', path, reference.place.line, text, cure)
        else:
            settings.append(reference)
    if not settings:
        return
    request = session.request
    is_value_read = any(
        read_values.reads_toggle(reference, request.declaration)
        for reference in session.references
    )
    for report in settings_in_tests.remove_settings(
        session.project.index(path).source,
        settings,
        request.declaration,
        request.is_on,
        edits,
        is_value_read=is_value_read,
    ):
        session.report(
            report.code,
            path,
            report.place.line,
            report.message,
            report.cure,
        )
