# SPDX-License-Identifier: Apache-2.0
"""Scanning of source for references to workarounds."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
import os
import re
from typing import Final

from workarounds.audit.collect import comments
from workarounds.audit.collect import mentions
from workarounds.audit.collect import module_summary
from workarounds.audit.collect.imports import ImportResolver
from workarounds.audit.collect.module_summary import ModuleSummary
from workarounds.audit.declaration_index import DeclarationIndex
from workarounds.audit.declaration_info import DeclarationInfo
from workarounds.audit.scan_result import ScanResult
from workarounds.declarations.registry import Registry
from workarounds.source import files as source_files
from workarounds.source import references as source_references
from workarounds.source import text as source_text
from workarounds.source.expressions import Modules
from workarounds.source.expressions import ScannedModules
from workarounds.source.files import File
from workarounds.source.files import SkippedFile
from workarounds.source.index import IndexCache
from workarounds.source.known_names import KnownNames
from workarounds.source.references import Reference
from workarounds.source.text import UnreadableError

#: A module that contains one of these is parsed even without a known name.
_RELEVANT: Final = (
    b'workarounds',
    b'orkaround(',
    b'.enabled(',
)
_VARIABLE: Final = source_references.VARIABLE.encode()
_REEXPORT: Final = re.compile(
    rb'from [\w.]+ import (?:\*|(?:\([^)]*?|[^\n]*?)'
    rb'\b(?:enabled|value|param)\b)'
)
#: The kinds of reference that a condition in a comment can be about.
_CONDITION_TARGETS: Final = frozenset(
    (*source_references.READS, 'declaration', 'option')
)


def scan(
    paths: Sequence[str],
    registry: Registry | None = None,
    progress: Callable[[int, int], None] | None = None,
    indexes: IndexCache | None = None,
) -> ScanResult:
    """Scan the files below paths.

    Files that are likely to have declarations are scanned first. If a later
    file declares something, the files before it are scanned again.

    :param paths: files and directories, read with everything below them
    :param registry: workarounds that are declared elsewhere
    :param progress: called with the number of scanned files and of all files
    :param indexes: keeps the indexes of what was read
    :raises workarounds.exceptions.SourceError: a path does not exist
    """
    files, skipped = source_files.find_files(paths)
    indexes = indexes or IndexCache(0)
    scanner = _Scanner(
        DeclarationIndex.from_registry(registry or Registry()),
        skipped,
        indexes,
        ScannedModules(files, indexes),
    )
    for number, file in enumerate(sorted(files, key=_priority), 1):
        scanner.scan_file(file)
        if progress is not None:
            progress(number, len(files))
    return scanner.result()


def scan_text(
    path: str,
    source: bytes,
    declarations: DeclarationIndex,
    indexes: IndexCache | None = None,
    resolver: ImportResolver | None = None,
) -> ScanResult:
    """Scan the text of one file, without access to any file.

    :param declarations: the known workarounds
    :param resolver: knows what the file imports from others
    """
    scanner = _Scanner(declarations, [], indexes or IndexCache(0))
    scanner.scan_data(File(path, is_given=True), source)
    return scanner.result(resolver or ImportResolver())


class _Scanner:
    def __init__(
        self,
        declared: DeclarationIndex,
        skipped: list[SkippedFile],
        indexes: IndexCache,
        modules: Modules | None = None,
    ) -> None:
        self._indexes = indexes
        self._modules = modules
        self._declared = declared
        self._known = declared.known
        #: The names that were found, in this order.
        self._found: list[str] = []
        self._skipped = {file.path: file for file in skipped}
        self._summaries: dict[str, ModuleSummary] = {}
        #: Each file, with the number of names found when it was read.
        self._scanned: list[tuple[File, int]] = []

    def scan_file(self, file: File) -> None:
        data = source_files.read_file(file)
        if isinstance(data, SkippedFile):
            self._skipped[file.path] = data
        elif data is not None:
            self.scan_data(file, data)

    def scan_data(self, file: File, data: bytes) -> None:
        """Scan the content of a file."""
        try:
            summary = self._summarise(file, data)
        except UnreadableError as error:
            self._skipped[file.path] = SkippedFile(
                file.path, error.line, error.reason
            )
        else:
            if summary is not None:
                self._summaries[file.path] = summary
        self._scanned.append((file, len(self._found)))

    def _summarise(self, file: File, data: bytes) -> ModuleSummary | None:
        """Summarise a file, and remember what it declares."""
        known = self._known
        summary = self._summarise_as(file, data, known)
        for declaration in summary.declarations if summary else ():
            self._found += _new_words(declaration, known)
            self._known = self._known.extended(
                declaration.words, declaration.options
            )
        if self._known.elsewhere != known.elsewhere:
            # The file may read the groups that it declares.
            return self._summarise_as(file, data, self._known)
        return summary

    def _summarise_as(
        self, file: File, data: bytes, known: KnownNames
    ) -> ModuleSummary | None:
        """Return the summary of a file, or None if it is not relevant."""
        present = _find_words(data, known.words)
        if not source_files.is_python(file, data):
            if not present:
                return None
            text = source_text.decode(file.path, data, is_python=False)
            return module_summary.summarise_text(text, present)
        # Another encoding, such as UTF-16, would hide all words.
        if not (
            present
            or _may_be_relevant(data)
            or known.may_read_group(data)
            or b'\0' in data
        ):
            return None
        return module_summary.summarise_python(
            self._indexes.get(file.path, data).source,
            known,
            present,
            self._modules,
        )

    def result(self, resolver: ImportResolver | None = None) -> ScanResult:
        """Combine the summaries of all files.

        :param resolver: knows the other files, if these are not all
        """
        file_count = len(self._scanned)
        if resolver is None:
            self._scan_again()
            resolver = ImportResolver()
            for summary in self._summaries.values():
                resolver.add(summary.module)
        declarations = self._declared.with_source(
            declaration
            for summary in self._summaries.values()
            for declaration in summary.declarations
        )
        references = [
            reference
            for summary in self._summaries.values()
            for reference in _resolve_references(
                summary, resolver, declarations
            )
        ]
        suppressions = (
            suppression
            for summary in self._summaries.values()
            for suppression in summary.suppressions
        )
        written = (
            declaration
            for summary in self._summaries.values()
            for declaration in summary.written
        )
        return ScanResult(
            file_count,
            tuple(sorted(self._skipped.values(), key=lambda file: file.path)),
            tuple(sorted(references, key=lambda reference: reference.place)),
            tuple(
                sorted(suppressions, key=lambda suppression: suppression.place)
            ),
            declarations,
            tuple(sorted(written, key=lambda declaration: declaration.place)),
            resolver,
        )

    def _scan_again(self) -> None:
        """Scan files again for names that were declared after them."""
        for file, known in self._scanned[:]:
            late = dict.fromkeys(self._found[known:])
            data = source_files.read_file(file) if late else None
            if isinstance(data, bytes) and (
                _find_words(data, late) or self._known.may_read_group(data)
            ):
                self.scan_data(file, data)


def _new_words(
    declaration: DeclarationInfo, known: KnownNames
) -> Iterator[str]:
    """Yield the names that were not known, or not of an option like that."""
    yield from set(declaration.words) - known.words
    yield from (
        option.name
        for option in declaration.options
        if option not in known.options
    )


def _find_words(data: bytes, words: Iterable[str]) -> list[str]:
    # Few files have a variable, and one search is faster than one for each.
    skipped = () if _VARIABLE in data else source_references.VARIABLE
    return [
        word
        for word in words
        if not word.startswith(skipped) and word.encode() in data
    ]


def _priority(file: File) -> int:
    if not file.is_python:
        return 2
    # Such as conf/workarounds.py or workarounds/declarations.py.
    end = os.sep.join(file.path.split(os.sep)[-2:])
    return not re.search('workaround|declar', end)


def _may_be_relevant(data: bytes) -> bool:
    return any(word in data for word in _RELEVANT) or bool(
        _REEXPORT.search(data)
    )


def _resolve_references(
    summary: ModuleSummary,
    resolver: ImportResolver,
    declarations: DeclarationIndex,
) -> Iterator[Reference]:
    known = declarations.known
    resolved = [
        (reference, unresolved.function)
        for unresolved in summary.unresolved
        if (reference := resolver.resolve(unresolved, summary.module, known))
        is not None
    ]
    yield from (reference for reference, _ in resolved)
    yield from mentions.mentions_outside(
        summary.mentions,
        [reference for reference, _ in resolved],
        declarations,
    )
    targets = [pair for pair in resolved if pair[0].kind in _CONDITION_TARGETS]
    named = {reference.place for reference in summary.mentions}
    for comment in summary.conditions:
        reference = comments.resolve_condition(comment, targets)
        if reference is not None and reference.place not in named:
            yield reference
