# SPDX-License-Identifier: Apache-2.0
"""Removal of declarations: tombstones, the release note, mentions."""

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
import os
import pathlib
from typing import Final

from workarounds.audit import scanner
from workarounds.retire import project_files
from workarounds.retire import tombstone
from workarounds.retire.passes import bug_mentions
from workarounds.retire.passes import declaration_uses
from workarounds.retire.passes import program_settings
from workarounds.retire.session import Session
from workarounds.retire.transform.edits import Edits
from workarounds.source import references as source_references
from workarounds.source.references import Reference
from workarounds.source.references import SourceRange

_DOCUMENTS: Final = ('.adoc', '.html', '.md', '.rst', '.txt')
_UNREAD: Final = 'nothing reads the workaround any more'
_CREATED: Final = 'the option {} is created here'


def replace_declarations(session: Session) -> bool:
    """Replace declarations by tombstones, if nothing reads the workaround.

    :returns: whether it replaced or removed one
    """
    is_replaced = False
    paths = sorted(
        {
            reference.place.path
            for reference in session.references
            if reference.kind in ('declaration', 'option')
        }
    )
    obstacle = _find_obstacle(session) if paths else ''
    for path in paths:
        declared = session.scan(path)
        if obstacle:
            _report_kept(session, declared, obstacle)
            continue
        edits = Edits()
        _replace_in_file(session, path, declared, edits)
        if edits and session.apply(path, edits, _UNREAD):
            is_replaced = True
            session.write_order[path] = 2
            _report_options(session)
    return is_replaced


def find_different(
    session: Session,
) -> Iterator[tuple[SourceRange, SourceRange]]:
    """Yield two places that declare the workaround in different ways."""
    found = [
        declaration
        for declaration in session.scan_result.written
        if declaration.name == session.request.declaration.name
        and declaration.kind == 'Workaround'
        and declaration.place.path not in session.project.others
    ]
    for other in found[1:]:
        first = found[0]
        if (other.fields, other.options) != (first.fields, first.options):
            yield first.place, other.place


def _report_options(session: Session) -> None:
    """Report the options that are created outside of the declaration."""
    declaration = session.request.declaration
    for name, place in declaration.created:
        if declaration.place is None or _is_inside(place, declaration.place):
            continue
        basis = session.originals.get(place.path)
        text = _CREATED.format(name)
        session.report('WA309', place.path, place.line, text, basis=basis)


def _report_kept(
    session: Session, references: Iterable[Reference], obstacle: str
) -> None:
    """Report the declaration in a file that is kept, or its option."""
    for kind in ('declaration', 'option'):
        for reference in references:
            if reference.kind == kind:
                place = reference.place
                reason, _, cure = obstacle.partition('; ')
                text = f'the {kind} is kept: {reason}'
                session.report('WA302', place.path, place.line, text, cure)
                return


def _find_obstacle(session: Session) -> str:
    """Return why the workaround may still be read; empty if it is not."""
    obstacle = program_settings.find_obstacle(session)
    if obstacle:
        return obstacle
    if any(report.is_remaining_read for report in session.reports):
        return 'the code still reads it'
    if session.scan_result.skipped:
        return 'a file that could not be read may use it'
    place = session.request.declaration.place
    if place is not None:
        lost = declaration_uses.find_lost_attribute(session.project, place)
        if lost:
            return lost
    identifiers = [
        identifier.encode()
        for identifier in session.request.declaration.identifiers
    ]
    for path in session.project.outside:
        data = session.project.text(path)
        if not any(identifier in data for identifier in identifiers):
            continue
        for reference in session.scan(path):
            if reference.name and reference.kind in source_references.READS:
                return (
                    f'{reference.place}, which is not in the given paths, '
                    f'reads it'
                )
    return ''


def _replace_in_file(
    session: Session,
    path: str,
    references: Collection[Reference],
    edits: Edits,
) -> None:
    request, source = session.request, session.project.index(path).source
    declared = [
        reference
        for reference in references
        if reference.kind == 'declaration'
    ]
    if declared and request.removed_in is not None:
        tombstone.insert_tombstones(
            source,
            declared,
            request.declaration,
            edits,
            removed_in=request.removed_in,
            why=request.removal_reason,
        )
    options = [
        reference
        for reference in references
        if reference.kind == 'option'
        and not any(
            _is_inside(reference.place, declaration.place)
            for declaration in declared
        )
    ]
    for reference in tombstone.remove_options(source, options, edits):
        text = _CREATED.format(reference.name)
        session.report('WA309', path, reference.place.line, text)


def _is_inside(inner: SourceRange, outer: SourceRange) -> bool:
    return outer.line <= inner.line and inner.end_line <= outer.end_line


def make_release_note(session: Session) -> Mapping[str, bytes]:
    """Return the release note by path, if code other than tests changes."""
    changed = [
        path
        for path, before in session.originals.items()
        if session.project.texts[path] != before
        and not session.project.is_test(path)
    ]
    for path in changed[:1]:
        notes = project_files.find_notes_directory(path)
        if notes is not None:
            request = session.request
            note, text = tombstone.make_note(
                notes, request.declaration, request.removal_reason
            )
            return {} if os.path.isfile(note) else {note: text}
    return {}


def _report_bugs(session: Session) -> None:
    """Report texts about the bug, but for those of declarations."""
    declaration = session.request.declaration
    for path in session.project.files:
        text = session.project.text(path)
        mentions = dict(bug_mentions.find_bug_mentions(text, declaration))
        if not mentions:
            continue
        scanned = scanner.scan_text(
            path,
            text,
            session.scan_result.declarations,
            session.project.indexes,
        )
        for line, what in mentions.items():
            if not any(
                reference.kind in ('declaration', 'tombstone')
                and reference.place.line <= line <= reference.place.end_line
                for reference in scanned.references
            ):
                message = (
                    f'this line mentions {what}, which {declaration.name} '
                    f'was for'
                )
                session.report('WA310', path, line, message)


def report_mentions(session: Session) -> None:
    """Report texts that still name the workaround, except release notes."""
    _report_bugs(session)
    paths = {reference.place.path for reference in session.references}
    for path in sorted(paths):
        text = session.project.text(path)
        current: Iterable[Reference] = (
            reference
            for reference in session.references
            if reference.place.path == path
        )
        if path in session.originals:
            current = session.scan(path)
        reported = {
            report.line_in(text)
            for report in session.reports
            if report.path == path and not report.is_change
        }
        for reference in current:
            if reference.kind not in ('comment', 'mention'):
                continue
            if reference.place.line in reported:
                # Such as an option that is created there.
                continue
            if 'releasenotes' in pathlib.PurePath(path).parts:
                continue
            _report_mention(session, reference)


def _report_mention(session: Session, reference: Reference) -> None:
    """Report a text that names the workaround, or a variable that sets it."""
    path, line = reference.place.path, reference.place.line
    is_document = os.path.splitext(path)[1] in _DOCUMENTS
    if (
        reference.name.startswith(source_references.VARIABLE)
        and reference.kind == 'mention'
        and not is_document
    ):
        session.report('WA303', path, line, f'this line sets {reference.name}')
        return
    what = 'comment' if reference.kind == 'comment' else 'text'
    text = f'this {what} still mentions {reference.name}'
    session.report('WA310', path, line, text)
