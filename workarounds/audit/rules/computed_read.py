# SPDX-License-Identifier: Apache-2.0
"""WA212: which workaround is read is only known at run time."""

from collections.abc import Iterator

from workarounds.audit import context as audit_context
from workarounds.audit.context import Context
from workarounds.audit.context import SourceRule
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example
from workarounds.source.references import Reference


class ComputedRead(SourceRule):
    """A read of a name that is computed, which the audit cannot follow."""

    code = 'WA212'
    scope = 'file'
    VALID = (
        Example("""
            import workarounds

            NAME = 'flush_images'

            def convert():
                return workarounds.enabled(NAME)
        """),
    )
    INVALID = (
        Example("""
            import workarounds

            def is_on(name):
                return workarounds.enabled(name)
        """),
        Example("""
            import workarounds
            from oslo_config import cfg

            workarounds.Workaround(name='announce', enabled_by=make_option())

            def announce():
                return cfg.CONF.workarounds.enable_announcements
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each such read."""
        hidden = audit_context.with_hidden_option(context.declarations)
        for reference in context.references:
            if reference.kind == 'computed':
                yield self._report_computed(reference, context)
            elif (
                reference.kind == 'direct'
                and hidden
                and context.knows_names
                and context.declaration_of(reference) is None
            ):
                yield self.report(
                    audit_context.location_of(reference.place),
                    f'whether {reference.name} is an option of '
                    f'{" or ".join(hidden)} is only known at run time',
                    'write the options of that as literals in its declaration',
                )

    def _report_computed(
        self, reference: Reference, context: Context
    ) -> Diagnostic:
        declaration = context.declaration_of(reference)
        location = audit_context.location_of(reference.place)
        if declaration is None:
            return self.report(
                location, 'which workaround is read is only known at run time'
            )
        lookup = audit_context.replacement(reference.name, declaration)
        return self.report(
            location,
            f'whether this reads {reference.name} of [workarounds] is only '
            f'known at run time',
            f'write {lookup}',
            subject=declaration.name,
        )
