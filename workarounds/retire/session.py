# SPDX-License-Identifier: Apache-2.0
"""The state of a retirement that is being planned."""

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
import dataclasses

from workarounds import _text
from workarounds import exceptions
from workarounds.audit import scanner
from workarounds.audit.scan_result import ScanResult
from workarounds.retire import project_files
from workarounds.retire import rewriting
from workarounds.retire import verify
from workarounds.retire.name_uses import Project
from workarounds.retire.reports import Report
from workarounds.retire.reports import Step
from workarounds.retire.request import Request
from workarounds.retire.transform.edits import Edits
from workarounds.retire.transform.edits import Span
from workarounds.retire.verify import Problem
from workarounds.retire.verify import ReadKey
from workarounds.source.index import SourceIndex
from workarounds.source.references import Reference
from workarounds.source.text import UnreadableError

#: A constant function or name: its file, its scope, its name.
ConstantKey = tuple[str, tuple[str, ...], str]


class Session:
    """The state of a retirement that is being planned.

    :param refused: reads and settings to leave alone, with the reasons
    :param progress: called before a file is rewritten, with the number of
        changed files, and of those that have anything of the workaround
    """

    def __init__(
        self,
        request: Request,
        scan_result: ScanResult,
        project: Project,
        refused: Mapping[ReadKey, str] | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> None:
        self.request = request
        self._progress = progress
        self._refused = refused or {}
        self.scan_result = scan_result
        self.project = project
        #: What the scan found of the workaround.
        self.references: list[Reference] = []
        #: Those that belong to other projects, but for texts.
        self.others: list[Reference] = []
        for reference in self._relevant(scan_result):
            is_text = reference.kind in ('comment', 'mention')
            is_other = reference.place.path in project.others
            found = (
                self.others if is_other and not is_text else self.references
            )
            found.append(reference)
        #: The constants that were tried, and those to remove when unused.
        self.tried: set[ConstantKey] = set()
        self.inlined: set[ConstantKey] = set()
        #: The old contents of changed files.
        self.originals: dict[str, bytes] = {}
        #: Files that have no write permission.
        self.read_only: list[str] = []
        #: The names, with their files, that need no further report.
        self.reported: set[tuple[str, str]] = set()
        #: How many changes there were, and how many when a search ended.
        self._versions = 0
        self._exhausted: dict[tuple[str, str], int] = {}
        self.reports: list[Report] = []
        #: The edits, in their order.
        self.steps: list[Step] = []
        #: Where each changed file has literals that edits wrote.
        self.written: dict[str, Collection[Span]] = {}
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
        code: str,
        path: str,
        line: int,
        message: str,
        cure: str = '',
        *,
        basis: bytes | None = None,
    ) -> None:
        """Add a report for the user.

        :param basis: the content of the file; by default, as it is now
        """
        if basis is None:
            basis = self.project.text(path)
        self.reports.append(Report(code, path, line, message, basis, cure))

    def report_skipped(
        self, path: str, line: int, reason: str, *, is_read: bool = True
    ) -> None:
        """Report something that is not replaced.

        :param reason: a clause; and, after a semicolon, what to do
        :param is_read: it still reads the workaround
        """
        reason, _, cure = reason.partition('; ')
        code = 'WA301' if is_read else 'WA312'
        self.report(code, path, line, f'left as it is: {reason}', cure)

    def forget(self, path: str, codes: Collection[str]) -> None:
        """Drop reports of a file, to try again or because nothing changed."""
        self.reports = [
            report
            for report in self.reports
            if report.path != path or report.code not in codes
        ]

    def original(self, path: str) -> SourceIndex:
        """Return the index of a file as it was."""
        data = self.originals.get(path)
        if data is None:
            return self.project.index(path)
        return self.project.indexes.get(path, data)

    def scan(self, path: str) -> Sequence[Reference]:
        """Return the references of a file, as it is now, to the workaround."""
        return self._relevant(
            scanner.scan_text(
                path,
                self.project.text(path),
                self.scan_result.declarations,
                self.project.indexes,
                self.scan_result.resolver,
            )
        )

    def _relevant(self, result: ScanResult) -> Sequence[Reference]:
        declaration = self.request.declaration
        return [
            reference
            for reference in result.references
            if declaration.is_referred_to(reference)
        ]

    def refusal_of(self, reference: Reference) -> str:
        """Return why a read or setting is left alone; empty if it is not."""
        return self._refused.get(verify.key_of(reference), '')

    def verify(self) -> Iterator[Problem]:
        """Yield what is wrong with the files as they are now."""
        identifiers = self.request.declaration.identifiers
        for path in sorted(self.originals):
            before, after = self.original(path), self.project.index(path)
            yield from verify.find_problems(before, after)
            yield from verify.find_lost_names(
                before, after, self.project, identifiers
            )

    def refuse_changed(self) -> None:
        """Refuse files that are not as they were when they were scanned.

        The place of a reference is of what was there then.

        :raises workarounds.exceptions.SourceError: a line differs
        """
        lines: dict[str, list[str]] = {}
        for reference in self.references:
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

    def apply(
        self, path: str, edits: Edits, reason: str, *, is_read: bool = True
    ) -> bool:
        """Apply edits to a file.

        Nothing is changed if that would break the file.

        :param reason: why, a clause; but for the lines that have their own
        :param is_read: what is folded reads the workaround
        :returns: whether the file changed
        """
        self._show_progress()
        before = self.project.index(path)
        if project_files.is_read_only(path):
            self.read_only.append(path)
            obstacle = 'it is read-only; make it writable'
            self._report_refused(path, edits, obstacle, is_read)
            return False
        written = set(self.written.get(path, ()))
        try:
            rewritten = rewriting.rewrite(
                self.project, path, dataclasses.replace(edits, written=written)
            )
        except ValueError as error:
            self._report_refused(path, edits, str(error), is_read)
            return False
        for span, obstacle in sorted(rewritten.skipped.items()):
            self.report_skipped(path, span[0], obstacle, is_read=is_read)
        if rewritten.source == before.data:
            return False
        self._versions += 1
        self.written[path] = rewritten.written
        self.originals.setdefault(path, before.data)
        self.project.texts[path] = rewritten.source
        skipped = {span[0] for span in rewritten.skipped}
        for line in sorted({first for first, _ in edits.lines} - skipped):
            name = edits.unused.get(line, '')
            why = edits.reasons.get(line, reason)
            if name:
                why = f'nothing uses {name} any more'
            self.steps.append(Step(path, line, why, before.data, name))
        return True

    def _show_progress(self) -> None:
        if self._progress is not None:
            concerned = {
                reference.place.path
                for reference in self.references
                if reference.kind != 'mention'
            }
            files = concerned | self.originals.keys()
            self._progress(len(self.originals), len(files))

    def _report_refused(
        self, path: str, edits: Edits, reason: str, is_read: bool
    ) -> None:
        lines = sorted({span[0] for span in edits.constants})
        for line in lines:
            self.report_skipped(path, line, reason, is_read=is_read)
        if not lines:
            first = min(line for line, _ in edits.lines)
            self.report_skipped(path, first, reason, is_read=False)
