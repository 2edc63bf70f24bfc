# SPDX-License-Identifier: Apache-2.0
"""The result of a scan of source."""

import dataclasses

from workarounds.audit.collect.comments import Suppression
from workarounds.audit.collect.imports import ImportResolver
from workarounds.audit.declaration_index import DeclarationIndex
from workarounds.audit.declaration_info import DeclarationInfo
from workarounds.audit.declaration_info import WrittenDeclaration
from workarounds.source.files import SkippedFile
from workarounds.source.references import Reference


@dataclasses.dataclass(frozen=True)
class ScanResult:
    """The result of a scan.

    :param file_count: number of files that were read
    :param references: references to workarounds, sorted by place
    :param written: all declarations in source, sorted by place
    :param resolver: knows what each file imports from others
    """

    file_count: int
    skipped: tuple[SkippedFile, ...]
    references: tuple[Reference, ...]
    suppressions: tuple[Suppression, ...]
    declarations: DeclarationIndex
    written: tuple[WrittenDeclaration, ...]
    resolver: ImportResolver

    def references_to(
        self, declaration: DeclarationInfo
    ) -> tuple[Reference, ...]:
        """Return the references to a workaround, by its name and options."""
        return tuple(
            reference
            for reference in self.references
            if reference.name and declaration.is_referred_to(reference)
        )
