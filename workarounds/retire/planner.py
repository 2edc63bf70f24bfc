# SPDX-License-Identifier: Apache-2.0
"""The plan of a retirement: the changed files, and the reports."""

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Mapping
from collections.abc import Sequence
import dataclasses
from typing import Final

from workarounds.audit.scan_result import ScanResult
from workarounds.diagnostics import Diagnostic
from workarounds.retire import reports as retire_reports
from workarounds.retire import verify
from workarounds.retire.name_uses import Project
from workarounds.retire.passes import declaration_removal
from workarounds.retire.passes import emptied_bodies
from workarounds.retire.passes import inlining
from workarounds.retire.passes import mocks
from workarounds.retire.passes import program_settings
from workarounds.retire.passes import reads
from workarounds.retire.passes import unused
from workarounds.retire.passes import written_values
from workarounds.retire.reports import Edit
from workarounds.retire.reports import Report
from workarounds.retire.reports import Step
from workarounds.retire.request import Request
from workarounds.retire.session import Session
from workarounds.retire.verify import ReadKey
from workarounds.source import references as source_references
from workarounds.source.files import SkippedFile
from workarounds.source.references import Reference

_HIDDEN: Final = (
    'nothing is changed, because the options of this are not all known '
    'without running it'
)
_DIFFERENT: Final = 'nothing is changed: it is declared in another way at'
_DIFFERENT_CURE: Final = 'make one declaration of both'
#: What is repeated until no pass has anything to do.
_PASSES: Final = (
    unused.remove_unused,
    inlining.inline_constants,
    reads.retry_skipped,
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

    :param name: the workaround
    :param changes: in an order in which an interrupted run leaves code that
        still works
    :param reports: what the user must do or should review
    :param read_only: files that cannot be changed
    :param steps: the edits of all versions of the files, in their order
    :param skipped: files that could not be read
    """

    name: str
    changes: Sequence[Change]
    reports: Sequence[Report]
    read_only: Collection[str] = ()
    steps: Sequence[Step] = ()
    skipped: Sequence[SkippedFile] = ()

    @property
    def edits(self) -> list[Edit]:
        """Return the places that change, by file and line."""
        originals = {
            change.path: change.before
            for change in self.changes
            if change.before is not None
        }
        return retire_reports.explain(
            [step for step in self.steps if step.path in originals],
            originals,
            {change.path: change.after for change in self.changes},
        )

    def diagnostics(self, *, is_written: bool = False) -> list[Diagnostic]:
        """Return what the user must do or should review, sorted by place.

        :param is_written: the lines are those after the changes, not before
        """
        texts = {
            change.path: change.after if is_written else change.before
            for change in self.changes
        }
        found = {
            report.diagnostic(self.name, texts.get(report.path))
            for report in self.reports
        }
        return sorted(found, key=_order)


def plan(
    request: Request,
    scan_result: ScanResult,
    project: Project,
    progress: Callable[[int, int], None] | None = None,
) -> Plan:
    """Plan a retirement. Nothing is written.

    :param scan_result: the references in the files
    :param project: the files, and the others of their project
    :param progress: called with the numbers of changed files and of all that
        have anything of the workaround
    :raises workarounds.exceptions.SourceError: a file changed since the scan
    """
    session = Session(request, scan_result, project, progress=progress)
    declaration = request.declaration
    if _refuses(session):
        return _plan_nothing(session)
    session.refuse_changed()
    refused: dict[ReadKey, str] = {}
    obstacle = program_settings.find_obstacle(session)
    if obstacle:
        refused = {verify.key_of(each): obstacle for each in _edited(session)}
        session = Session(request, scan_result, project, refused, progress)
    while True:
        notes = _run(session)
        problems = list(session.verify())
        if not problems:
            break
        # Without those reads, and so without all that came from them.
        edited = _edited(session)
        refused |= verify.blame(problems, edited)
        project.discard_changes()
        session = Session(request, scan_result, project, refused, progress)
        if not edited:
            for problem in problems:
                text = f'nothing is changed: {problem.reason}'
                session.report('WA312', problem.path, problem.first_line, text)
            return _plan_nothing(session)
    changes = _order_changes(session, notes)
    return Plan(
        declaration.name,
        changes,
        tuple(session.reports),
        tuple(session.read_only),
        tuple(session.steps),
        scan_result.skipped,
    )


def _edited(session: Session) -> list[Reference]:
    """Return the reads and settings that are not left alone."""
    return [
        reference
        for reference in session.references
        if reference.kind in (*source_references.READS, 'setting')
        and not session.refusal_of(reference)
    ]


def _plan_nothing(session: Session) -> Plan:
    name = session.request.declaration.name
    skipped = session.scan_result.skipped
    return Plan(name, (), session.reports, skipped=skipped)


def _refuses(session: Session) -> bool:
    """Report a declaration that nothing can be changed for, if it is one."""
    declaration = session.request.declaration
    place = declaration.place
    if declaration.is_hidden and place is not None:
        session.report('WA311', place.path, place.line, _HIDDEN)
        return True
    for place, other in declaration_removal.find_different(session):
        text = f'{_DIFFERENT} {other}'
        session.report('WA312', place.path, place.line, text, _DIFFERENT_CURE)
        return True
    return False


def _run(session: Session) -> Mapping[str, bytes]:
    """Run all passes; return the release note by its path."""
    reads.fold_reads(session)
    _run_to_fixed_point(session)
    is_replaced = declaration_removal.replace_declarations(session)
    _run_to_fixed_point(session)
    declaration_removal.report_mentions(session)
    emptied_bodies.report_emptied_bodies(session)
    mocks.report_mocks(session)
    written_values.report_written_values(session)
    if not is_replaced:
        # Until then, the option has an effect somewhere.
        return {}
    return declaration_removal.make_release_note(session)


def _run_to_fixed_point(session: Session) -> None:
    while any(run(session) for run in _PASSES):
        # A pass that did something makes those before it worth another run.
        pass


def _order(diagnostic: Diagnostic) -> tuple[str, int, str]:
    location = diagnostic.location
    return location.file or '', location.line or 0, diagnostic.message


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
