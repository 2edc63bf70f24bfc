# SPDX-License-Identifier: Apache-2.0
"""A retirement while it is being worked out: files, and what was said."""

from collections.abc import Sequence
import dataclasses

from workarounds.audit.declaration_index import DeclarationInfo
from workarounds.audit.scanner import ScanResult
from workarounds.retire import project_files
from workarounds.retire import tombstone
from workarounds.retire.name_uses import Project
from workarounds.retire.reports import Report
from workarounds.retire.transform import rewriter
from workarounds.retire.transform import unused_names
from workarounds.retire.transform.edits import Edits
from workarounds.source import text as source_text
from workarounds.source.text import Source


@dataclasses.dataclass(frozen=True)
class Request:
    """What is to be retired, and how.

    :param subject: the workaround
    :param is_on: as if it were on for good, not off
    :param removed_in: the version that removes it, for the tombstone
    :param reason: why it can go
    """

    declaration: DeclarationInfo
    is_on: bool = False
    removed_in: str | None = None
    reason: str = ''


class Session:
    """One retirement while it is being worked out."""

    def __init__(
        self, request: Request, scan_result: ScanResult, project: Project
    ) -> None:
        self.request = request
        self.scan_result = scan_result
        self.project = project
        self.originals: dict[str, bytes] = {}
        #: Files that cannot be changed.
        self.read_only: list[str] = []
        #: What was said of which name in which file.
        self.reported: set[tuple[str, str]] = set()
        #: How many changes were made so far, and when each file was looked at.
        self._versions = 0
        self._exhausted: dict[tuple[str, str], int] = {}
        self.reports: list[Report] = []
        #: Files that lose what others may still use until they are written.
        self.write_order: dict[str, int] = {}

    def is_exhausted(self, path: str, what: str) -> bool:
        """Tell whether nothing was found in a file, and no file changed since.

        :param what: was looked for
        """
        return self._exhausted.get((path, what)) == self._versions

    def mark_exhausted(self, path: str, what: str) -> None:
        """Note that nothing was found in a file."""
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
        """Note what a person has to know."""
        basis = self.project.text(path)
        self.reports.append(
            Report(
                path, line, message, basis, is_informational, is_remaining_read
            )
        )

    def report_skipped(self, path: str, line: int, reason: str) -> None:
        """Note that something still asks for the workaround."""
        self.report(
            path, line, f'left as it is: {reason}', is_remaining_read=True
        )

    def forget_skipped(self, path: str) -> None:
        """Forget what still asked for the workaround, to look again."""
        self.reports = [
            report
            for report in self.reports
            if report.path != path or not report.is_remaining_read
        ]

    @property
    def removal_reason(self) -> str:
        """Why the workaround can go."""
        request = self.request
        return request.reason or tombstone.default_reason(
            request.declaration, request.is_on
        )

    def source(self, path: str) -> Source:
        """Return a file as it is now."""
        return source_text.decode(
            path, self.project.text(path), is_python=True
        )

    def apply(self, path: str, edits: Edits) -> bool:
        """Change a file.

        :returns: whether it did change
        """
        before = self.project.text(path)
        if project_files.is_read_only(path):
            self.read_only.append(path)
            self._report_refused(
                path, edits, 'it is read-only; make it writable'
            )
            return False
        try:
            rewritten = rewriter.rewrite(
                before, edits, lambda name: self._is_used_elsewhere(path, name)
            )
            undefined = self._undefined_names(path, before, rewritten.source)
            if undefined:
                self._report_refused(
                    path, edits, f'{undefined[0]!r} would be undefined'
                )
                return False
        except ValueError as error:
            self._report_refused(path, edits, str(error))
            return False
        for span, reason in sorted(rewritten.skipped.items()):
            self.report_skipped(path, span[0], reason)
        if rewritten.source == before:
            return False
        self._versions += 1
        self.originals.setdefault(path, before)
        self.project.texts[path] = rewritten.source
        return True

    def _report_refused(self, path: str, edits: Edits, reason: str) -> None:
        lines = sorted({span[0] for span in edits.constants})
        for line in lines:
            self.report_skipped(path, line, reason)
        if not lines:
            first = min(line for line, _ in edits.lines)
            self.report(path, first, f'left as it is: {reason}')

    def _undefined_names(
        self, path: str, before: bytes, after: bytes
    ) -> Sequence[str]:
        texts = [
            source_text.decode(path, data, is_python=True).text
            for data in (before, after)
        ]
        return [name for _, name in unused_names.find_undefined(path, *texts)]

    def _is_used_elsewhere(self, path: str, name: str) -> bool:
        return any(
            use.place.path != path for use in self.project.find_uses(name)
        )

    def texts_before_and_after(self, path: str) -> tuple[str, str]:
        """Return a changed file as it was and as it is now."""
        before = source_text.decode(path, self.originals[path], is_python=True)
        return before.text, self.source(path).text
