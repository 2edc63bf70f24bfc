# SPDX-License-Identifier: Apache-2.0
"""WA204: a workaround is read when the module is imported."""

from collections.abc import Iterator

from workarounds.audit import context as audit_context
from workarounds.audit.context import Context
from workarounds.audit.context import LOOKUPS
from workarounds.audit.context import SourceRule
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example


class ImportTimeRead(SourceRule):
    """A read in the body of a module or class, a decorator or a default value.

    No configuration file has been read by then, so the answer comes from the
    option's default and never changes. A workaround without an option,
    ``Always`` or ``Detected``, may be read there.
    """

    code = 'WA204'
    scope = 'file'
    VALID = (
        Example("""
            import workarounds

            def convert():
                return workarounds.enabled('flush_images')
        """),
    )
    INVALID = (
        Example("""
            import workarounds

            FLUSH = workarounds.enabled('flush_images')
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each such read."""
        # Without the names, the workaround of a direct read is not known.
        kinds = (*LOOKUPS, 'direct') if context.knows_names else LOOKUPS
        for reference in context.references:
            if reference.kind not in kinds or not reference.is_import_time:
                continue
            name = reference.name
            if context.knows_names:
                declaration = context.declaration_of(reference)
                if (
                    declaration is None
                    or declaration.removed_in is not None
                    or not declaration.is_option
                ):
                    continue
                name = declaration.name
            yield self.report(
                audit_context.location_of(reference.place),
                f'{name} is read only once, at import, before any '
                f'configuration file is read',
                subject=name,
            )
