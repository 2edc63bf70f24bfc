# SPDX-License-Identifier: Apache-2.0
"""WA203: a direct read of the option bypasses enabled()."""

from collections.abc import Iterator

from workarounds.audit import context as audit_context
from workarounds.audit.context import Context
from workarounds.audit.context import SourceRule
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example


class DirectRead(SourceRule):
    """``CONF.workarounds.option`` instead of a lookup, or of another group.

    An option that is true may turn its workaround off, and such a read is
    easily missed when the workaround is removed. The cure is the lookup to
    write.
    """

    code = 'WA203'
    scope = 'names'
    VALID = (
        Example("""
            import workarounds

            def convert():
                return workarounds.enabled('flush_images')
        """),
    )
    INVALID = (
        Example("""
            from oslo_config import cfg

            def convert():
                return not cfg.CONF.workarounds.disable_flush
        """),
        Example("""
            from oslo_config import cfg

            def convert():
                return cfg.CONF.workarounds.flush_images_delay
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each direct read."""
        for reference in context.references:
            if reference.kind != 'direct':
                continue
            declaration = context.declaration_of(reference)
            if declaration is None or declaration.removed_in is not None:
                continue
            lookup = audit_context.replacement(reference, declaration)
            yield self.report(
                audit_context.location_of(reference.place),
                f'this read of the option {reference.name} bypasses enabled()',
                f'write {lookup}',
                subject=declaration.name,
            )
