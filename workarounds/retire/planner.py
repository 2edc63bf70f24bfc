# SPDX-License-Identifier: Apache-2.0
"""The plan of a retirement: the changed files, and the reports."""

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
import dataclasses
from typing import Final

from workarounds.audit.scanner import ScanResult
from workarounds.retire import read_values
from workarounds.retire.name_uses import Project
from workarounds.retire.passes import constant_functions
from workarounds.retire.passes import dead_definitions
from workarounds.retire.passes import declaration_removal
from workarounds.retire.passes import emptied_tests
from workarounds.retire.passes import inlining
from workarounds.retire.passes import settings_in_tests
from workarounds.retire.passes.constant_functions import Constant
from workarounds.retire.passes.constant_functions import Key
from workarounds.retire.read_values import Undecidable
from workarounds.retire.reports import Report
from workarounds.retire.session import Request
from workarounds.retire.session import Session
from workarounds.retire.transform import unused_names
from workarounds.retire.transform.edits import Edits
from workarounds.source import references as source_references
from workarounds.source.references import Reference

_HIDDEN: Final = (
    'nothing is changed, because the options of this are not all known '
    'without running it; create them in a module of the paths, or name the '
    'catalogue with --namespace'
)


@dataclasses.dataclass(frozen=True)
class Change:
    """The old and the new content of a file; a new file has no old one."""

    path: str
    before: bytes | None
    after: bytes


@dataclasses.dataclass(frozen=True)
class Plan:
    """The result of planning a retirement.

    :param changes: in an order in which an interrupted run leaves code that
        still works
    :param reports: what the user must do or should review
    :param read_only: files that cannot be changed
    """

    changes: Sequence[Change]
    reports: Sequence[Report]
    read_only: Collection[str] = ()


def plan(request: Request, scan_result: ScanResult, project: Project) -> Plan:
    """Plan a retirement. Nothing is written.

    :param scan_result: the references in the files
    :param project: the files, and the others of their project
    :raises workarounds.exceptions.SourceError: a file changed since the scan
    """
    session = Session(request, scan_result, project)
    declaration = request.declaration
    if declaration.is_hidden and declaration.place is not None:
        place = declaration.place
        session.report(place.path, place.line, _HIDDEN)
        return Plan((), session.reports)
    references = session.relevant(scan_result.references)
    session.refuse_changed(references)
    is_value_read = any(
        read_values.reads_toggle(reference, request.declaration)
        for reference in references
    )
    for path, path_references in _group_by_path(references).items():
        edits = Edits()
        _fold_reads(session, path_references, edits)
        _remove_settings(session, path, path_references, edits, is_value_read)
        if edits and not session.apply(path, edits):
            session.forget_changes(path)
    _inline_constants(session)
    _remove_unused(session)
    _retry_skipped(session)
    is_kept = declaration_removal.replace_declarations(session, references)
    _remove_unused(session)
    declaration_removal.report_mentions(session, references)
    emptied_tests.report_emptied_tests(session)
    notes = {} if is_kept else declaration_removal.make_release_note(session)
    changes = _order_changes(session, notes)
    return Plan(changes, tuple(session.reports), tuple(session.read_only))


def _retry_skipped(session: Session) -> None:
    """Try skipped reads again, which other changes may have made possible."""
    is_new = True
    while is_new:
        is_new = False
        for path in sorted(
            {
                report.path
                for report in session.reports
                if report.is_remaining_read
            }
        ):
            session.forget_skipped(path)
            edits = Edits()
            _fold_reads(session, session.scan(path), edits)
            if edits and session.apply(path, edits):
                is_new = True
                _remove_unused(session)


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
        value = read_values.value_of_read(
            reference, session.request.declaration, session.request.is_on
        )
        if isinstance(value, Undecidable):
            session.report_skipped(place.path, place.line, value.reason)
            continue
        span = place.line, place.column, place.end_line, place.end_column
        edits.constants[span] = value


def _remove_settings(
    session: Session,
    path: str,
    references: Iterable[Reference],
    edits: Edits,
    is_value_read: bool,
) -> None:
    settings = [
        reference for reference in references if reference.kind == 'setting'
    ]
    if not settings:
        return
    request = session.request
    for report in settings_in_tests.remove_settings(
        session.project.index(path).source,
        settings,
        request.declaration,
        request.is_on,
        edits,
        is_value_read=is_value_read,
    ):
        place = report.place
        session.report(
            path,
            place.line,
            report.message,
            is_informational=report.is_informational,
        )


def _inline_constants(session: Session) -> None:
    """Inline constants, then what becomes constant by that."""
    seen: set[Key] = set()
    while True:
        constant = _next_constant(session, seen)
        if constant is None:
            return
        seen.add(constant.key)
        edits, obstacles = inlining.inline(constant, session.project)
        for use, reason in obstacles[:1]:
            what = 'returns' if constant.is_called else 'is'
            text = (
                f'{constant.name} now always {what} {constant.value!r}, and '
                f'is not inlined: {reason} ({use.place})'
            )
            session.report(constant.path, constant.line, text)
        for path, path_edits in edits.items():
            session.apply(path, path_edits)
        if edits:
            # It loses its last user and is removed, so it is not reported.
            session.reported.add((constant.path, constant.name))
        if edits or constant.is_private:
            _remove_unused(session)
            _remove_if_unused(session, constant.key)


def _next_constant(session: Session, seen: Collection[Key]) -> Constant | None:
    """Return a constant that has not been tried, or None."""
    for path in sorted(session.originals):
        if session.is_exhausted(path, 'constants'):
            continue
        for constant in constant_functions.find_constants(
            session.original(path), session.project.index(path)
        ):
            if constant.key not in seen:
                return constant
        session.mark_exhausted(path, 'constants')
    return None


def _remove_if_unused(session: Session, key: Key) -> None:
    """Remove a constant if its last use has been inlined."""
    for constant in constant_functions.find_constants(
        session.original(key[0]), session.project.index(key[0])
    ):
        if constant.key == key and inlining.is_unused(
            constant, session.project
        ):
            edits = Edits(
                removed_statements={(constant.line, constant.column)}
            )
            session.apply(constant.path, edits)
            session.write_order[constant.path] = 1
            return


def _remove_unused(session: Session) -> None:
    """Remove names that are no longer used, then what they used."""
    is_new = True
    while is_new:
        is_new = False
        for path in sorted(session.originals):
            if session.is_exhausted(path, 'unused'):
                continue
            before = session.original(path)
            after = session.project.index(path)
            edits = unused_names.find_unused(before, after)
            for definition in dead_definitions.find_dead_definitions(
                before,
                after,
                session.project,
                session.request.declaration.identifiers,
            ):
                if not definition.obstacle:
                    edits.removed_statements.add(
                        (definition.line, definition.column)
                    )
                    session.write_order[path] = 1
                elif (path, definition.name) not in session.reported:
                    session.reported.add((path, definition.name))
                    session.report(
                        path,
                        definition.line,
                        f'{definition.name} is no longer used, and is kept: '
                        f'{definition.obstacle}',
                        is_informational=True,
                    )
            if edits:
                is_new = session.apply(path, edits) or is_new
            else:
                session.mark_exhausted(path, 'unused')


def _order_changes(
    session: Session, notes: Mapping[str, bytes]
) -> list[Change]:
    changes = [
        Change(path, before, session.project.texts[path])
        for path, before in session.originals.items()
        if session.project.texts[path] != before
    ]
    changes += [Change(path, None, text) for path, text in notes.items()]
    # The note first: a run that finds no changes would not write it.
    write_order = session.write_order | dict.fromkeys(notes, -1)
    return sorted(
        changes,
        key=lambda change: (write_order.get(change.path, 0), change.path),
    )
