# SPDX-License-Identifier: Apache-2.0
"""WA218: the library refuses a declaration when it is imported."""

from collections.abc import Iterator

from workarounds.audit import context as audit_context
from workarounds.audit.context import Context
from workarounds.audit.context import SourceRule
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example


class InvalidDeclaration(SourceRule):
    """A declaration that raises ``DeclarationError``.

    Each diagnostic is a problem of that error: a mandatory field is missing,
    the name of a field is misspelt, or its value is not accepted. A value that
    only running the source shows is taken for valid.
    """

    code = 'WA218'
    scope = 'file'
    VALID = (
        Example("""
            import workarounds

            workarounds.Workaround(
                name='flush_images',
                summary='Flushes images before they are read.',
                bugs=['https://bugs.launchpad.net/nova/+bug/1350766'],
                fix=workarounds.NoFix('operators choose'),
                expires='36.0.0',
            )
        """),
        Example("""
            import os
            import workarounds

            workarounds.Workaround(
                name='flush_images', expires=os.environ['NEXT'], **COMMON
            )
        """),
    )
    INVALID = (
        Example("""
            import workarounds

            workarounds.Workaround(
                name='flush_images',
                summary='Flushes images before they are read.',
                bugs=['https://bugs.launchpad.net/nova/+bug/1350766'],
                fix=workarounds.NoFix('operators choose'),
                expire='36.0.0',
            )
        """),
        Example("""
            import workarounds

            workarounds.Workaround(
                name='flush_images',
                summary='Flushes images before they are read.',
                bugs=['https://bugs.launchpad.net/nova/+bug/1350766'],
                fix=workarounds.NoFix('operators choose'),
                expires='2026.1',
            )
        """),
        Example("""
            import workarounds

            workarounds.Workaround(
                name='flush_images',
                summary='Flushes images before they are read.',
                bugs=['https://bugs.launchpad.net/nova/+bug/1350766'],
                fix=workarounds.NoFix('operators choose'),
                introduced='36.0.0',
                expires='35.0.0',
            )
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each problem of each declaration."""
        for declaration in context.result.written:
            label = f'{declaration.kind} {declaration.name}'.rstrip()
            for problem in declaration.problems:
                fact, _, cure = problem.partition('; ')
                yield self.report(
                    audit_context.location_of(declaration.place),
                    f'{label}: {fact}',
                    cure,
                    subject=declaration.name,
                )
