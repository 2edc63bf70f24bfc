# SPDX-License-Identifier: Apache-2.0
"""WA205: a workaround is declared and never read."""

from collections.abc import Iterator

from workarounds.audit import context as audit_context
from workarounds.audit.context import Context
from workarounds.audit.context import SourceRule
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example
from workarounds.diagnostics import Severity
from workarounds.source import references


class NeverRead(SourceRule):
    """A declaration whose code was removed, or was never written.

    The diagnostic is a warning if a name that is known only at run time may
    be this one.
    """

    code = 'WA205'
    VALID = (
        Example("""
            import workarounds

            workarounds.Workaround(name='flush_images', expires='35.0.0')

            def convert():
                return workarounds.enabled('flush_images')
        """),
    )
    INVALID = (
        Example("""
            import workarounds

            workarounds.Workaround(name='flush_images', expires='35.0.0')
        """),
        Example("""
            import workarounds

            workarounds.Workaround(name='flush_images', expires='35.0.0')

            def is_on(name):
                return workarounds.enabled(name)
        """),
        Example("""
            import workarounds

            workarounds.Workaround(
                name='announce', expires='35.0.0', enabled_by=make_option()
            )
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each declaration without a read."""
        computed = [
            reference
            for reference in context.references
            if reference.kind == 'computed' and not reference.name
        ]
        for declaration, place in context.live_declarations():
            kinds = {
                reference.kind
                for reference in context.references_to(declaration)
            }
            if declaration.place is None or kinds.intersection(
                references.READS
            ):
                continue
            doubt, cure = '', ''
            possible = [
                reference.place
                for reference in computed
                if declaration.is_referred_to(reference)
            ]
            if declaration.is_hidden:
                doubt = 'its option is not declared as a literal'
                cure = 'write it as a literal, or delete the declaration'
            elif possible:
                doubt = f'{possible[0]} may read it'
                cure = 'write the name there, or delete the declaration'
            text = f'{declaration.name} is declared and never read'
            yield self.report(
                audit_context.location_of(place),
                f'{text} by its name, but {doubt}' if doubt else text,
                cure,
                subject=declaration.name,
                lowered_to=Severity.WARNING if doubt else None,
            )
