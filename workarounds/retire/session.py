# SPDX-License-Identifier: Apache-2.0
"""The state of a retirement that is being planned."""

from collections.abc import Iterable
from collections.abc import Sequence
import dataclasses

from workarounds import _text
from workarounds import exceptions
from workarounds.audit import scanner
from workarounds.audit.declaration_info import DeclarationInfo
from workarounds.audit.scanner import ScanResult
from workarounds.retire import project_files
from workarounds.retire import scope_checks
from workarounds.retire import tombstone
from workarounds.retire.name_uses import Project
from workarounds.retire.reports import Report
from workarounds.retire.transform import rewriter
from workarounds.retire.transform import unused_names
from workarounds.retire.transform.edits import Edits
from workarounds.retire.transform.edits import Span
from workarounds.retire.transform.rewriter import Rewritten
from workarounds.source.index import SourceIndex
from workarounds.source.references import Reference
from workarounds.source.text import UnreadableError


@dataclasses.dataclass(frozen=True)
class Request:
    """A request to retire a workaround.

    :param declaration: the workaround
    :param is_on: keep its behaviour, as if it were always on
    :param removed_in: the version that removes it, for the tombstone
    :param reason: why it can be removed
    """

    declaration: DeclarationInfo
    is_on: bool = False
    removed_in: str | None = None
    reason: str = ''


class Session:
    """The state of a retirement that is being planned.

    :ivar originals: the old contents of changed files
    """

    def __init__(
        self, request: Request, scan_result: ScanResult, project: Project
    ) -> None:
        self.request = request
        self.scan_result = scan_result
        self.project = project
        self.originals: dict[str, bytes] = {}
        #: Files that have no write permission.
        self.read_only: list[str] = []
        #: The unused names, with their files, that were reported.
        self.reported: set[tuple[str, str]] = set()
        #: The number of changes so far, and at which number a search of a
        #: file found nothing more.
        self._versions = 0
        self._exhausted: dict[tuple[str, str], int] = {}
        self.reports: list[Report] = []
        #: Files to write later than others, which may still use their names.
        self.write_order: dict[str, int] = {}

    def is_exhausted(self, path: str, what: str) -> bool:
        """Return whether a search found nothing, and no file changed since.

        :param what: the kind of search
        """
        return self._exhausted.get((path, what)) == self._versions

    def mark_exhausted(self, path: str, what: str) -> None:
        """Record that a search of a file found nothing."""
        self._exhausted[path, what] = self._versions

    def report(
        self,
        path: str,
        line: int,
        message: str,
        *,
        is_informational: bool = False,
        is_remaining_read: bool = False,
    ) -> None:
        """Add a report for the user."""
        basis = self.project.text(path)
        self.reports.append(
            Report(
                path, line, message, basis, is_informational, is_remaining_read
            )
        )

    def report_skipped(self, path: str, line: int, reason: str) -> None:
        """Report a read of the workaround that is not replaced."""
        self.report(
            path, line, f'left as it is: {reason}', is_remaining_read=True
        )

    def forget_skipped(self, path: str) -> None:
        """Drop the reports of skipped reads of a file, to try them again."""
        self.reports = [
            report
            for report in self.reports
            if report.path != path or not report.is_remaining_read
        ]

    def forget_changes(self, path: str) -> None:
        """Drop the reports of changes to a file that was not changed."""
        self.reports = [
            report
            for report in self.reports
            if report.path != path or not report.is_informational
        ]

    @property
    def removal_reason(self) -> str:
        """Return why the workaround can be removed."""
        request = self.request
        return request.reason or tombstone.default_reason(
            request.declaration, request.is_on
        )

    def original(self, path: str) -> SourceIndex:
        """Return the index of a changed file as it was."""
        return self.project.indexes.get(path, self.originals[path])

    def scan(self, path: str) -> Sequence[Reference]:
        """Return the references of a file, as it is now, to the workaround."""
        result = scanner.scan_text(
            path,
            self.project.text(path),
            self.scan_result.declarations,
            self.project.indexes,
        )
        return self.relevant(result.references)

    def relevant(self, references: Iterable[Reference]) -> Sequence[Reference]:
        """Return the references that are, or may be, to the workaround."""
        declaration = self.request.declaration
        return [
            reference
            for reference in references
            if declaration.is_referred_to(reference)
        ]

    def refuse_changed(self, references: Iterable[Reference]) -> None:
        """Refuse files that are not as they were when they were scanned.

        The place of a reference is of what was there then.

        :raises workarounds.exceptions.SourceError: a line differs
        """
        lines: dict[str, list[str]] = {}
        for reference in references:
            place = reference.place
            if reference.kind in ('mention', 'comment'):
                continue
            if place.path not in lines:
                lines[place.path] = self._lines(place.path)
            now = lines[place.path][place.line - 1 : place.line]
            if [line.strip() for line in now] != [reference.text]:
                raise exceptions.SourceError(
                    f'{_text.printable(place.path)} changed while it was '
                    f'read; nothing is changed. Run the command again'
                )

    def _lines(self, path: str) -> list[str]:
        try:
            return self.project.index(path).source.lines
        except UnreadableError:
            return []

    def apply(self, path: str, edits: Edits) -> bool:
        """Apply edits to a file.

        Nothing is changed if that would break the file.

        :returns: whether the file changed
        """
        before = self.project.index(path)
        if project_files.is_read_only(path):
            self.read_only.append(path)
            self._report_refused(
                path, edits, 'it is read-only; make it writable'
            )
            return False
        try:
            rewritten = self._rewrite(path, before, edits)
        except ValueError as error:
            self._report_refused(path, edits, str(error))
            return False
        for span, reason in sorted(rewritten.skipped.items()):
            self.report_skipped(path, span[0], reason)
        if rewritten.source == before.data:
            return False
        self._versions += 1
        self.originals.setdefault(path, before.data)
        self.project.texts[path] = rewritten.source
        return True

    def _rewrite(
        self, path: str, before: SourceIndex, edits: Edits
    ) -> Rewritten:
        """Return a file with those edits that only do what they should.

        :raises ValueError: there is a reason against all of them
        """
        opened = rewriter.Rewriter(
            before, edits, lambda name: self._is_used_elsewhere(path, name)
        )
        refused: dict[Span, str] = {}
        while True:
            rewritten = opened.rewrite(edits)
            after = self.project.indexes.get(path, rewritten.source)
            new = _find_refused(before, after, edits)
            if not new:
                break
            refused |= new
            edits = edits.without(new.keys())
        for _, name in unused_names.find_undefined(before, after):
            raise ValueError(f'{name!r} would be undefined')
        return Rewritten(rewritten.source, {**rewritten.skipped, **refused})

    def _report_refused(self, path: str, edits: Edits, reason: str) -> None:
        lines = sorted({span[0] for span in edits.constants})
        for line in lines:
            self.report_skipped(path, line, reason)
        if not lines:
            first = min(line for line, _ in edits.lines)
            self.report(path, first, f'left as it is: {reason}')

    def _is_used_elsewhere(self, path: str, name: str) -> bool:
        return any(
            use.place.path != path for use in self.project.find_uses(name)
        )


def _find_refused(
    before: SourceIndex, after: SourceIndex, edits: Edits
) -> dict[Span, str]:
    """Return the expressions whose folding has unintended effects.

    :raises ValueError: an edit that is not a folding has such an effect
    """
    refused: dict[Span, str] = {}
    for change in scope_checks.find_scope_changes(before, after):
        spans = [
            span
            for span in edits.constants
            if change.first_line <= span[0] <= change.last_line
        ]
        if not spans:
            raise ValueError(change.reason)
        refused |= dict.fromkeys(spans, change.reason)
    return refused
