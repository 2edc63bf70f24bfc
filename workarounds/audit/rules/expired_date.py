# SPDX-License-Identifier: Apache-2.0
"""WA207: the expiry date has passed."""

from collections.abc import Iterator
import datetime

from workarounds.audit import context as audit_context
from workarounds.audit.context import Context
from workarounds.audit.context import SourceRule
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example


class ExpiredDate(SourceRule):
    """A workaround whose date for removal or review has passed.

    The diagnostic is a warning, because an error would break old commits and
    unrelated changes.
    """

    code = 'WA207'
    VALID = (
        Example("""
            import datetime
            import workarounds

            workarounds.Workaround(
                name='flush_images', expires=datetime.date(2027, 6, 30)
            )
        """),
    )
    INVALID = (
        Example("""
            import datetime
            import workarounds

            workarounds.Workaround(
                name='flush_images', expires=datetime.date(2026, 6, 30)
            )
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each workaround that has expired."""
        for declaration, place in context.live_declarations():
            expires = declaration.expires
            is_date = isinstance(expires, datetime.date)
            if is_date and context.is_expired(declaration):
                yield self.report(
                    audit_context.location_of(place),
                    f'{declaration.name}{audit_context.fixed_by(declaration)} '
                    f'expired on {expires}',
                    context.cure_expiry(declaration),
                    subject=declaration.name,
                )
