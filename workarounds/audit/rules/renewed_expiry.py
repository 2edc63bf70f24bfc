# SPDX-License-Identifier: Apache-2.0
"""WA213: an expiry has been renewed."""

from collections.abc import Iterator

from workarounds.audit import context as audit_context
from workarounds.audit.context import Context
from workarounds.audit.context import SourceRule
from workarounds.declarations import expiry
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example


class RenewedExpiry(SourceRule):
    """A workaround whose expiry was renewed, and how often."""

    code = 'WA213'
    VALID = (
        Example("""
            import workarounds

            workarounds.Workaround(name='flush_images', expires='35.0.0')
        """),
    )
    INVALID = (
        Example("""
            import workarounds

            workarounds.Workaround(
                name='flush_images',
                expires='37.0.0',
                renewed_from=['33.0.0', '35.0.0'],
            )
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each workaround that was renewed."""
        for declaration, place in context.live_declarations():
            earlier = list(map(expiry.summary, declaration.renewed_from))
            if earlier:
                times = (
                    'once' if len(earlier) == 1 else f'{len(earlier)} times'
                )
                yield self.report(
                    audit_context.location_of(place),
                    f'{declaration.name} was renewed {times}; earlier '
                    f'expiries: {", ".join(earlier)}',
                    subject=declaration.name,
                )
