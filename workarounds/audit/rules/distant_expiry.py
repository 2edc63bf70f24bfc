# SPDX-License-Identifier: Apache-2.0
"""WA208: the expiry is more than four releases or two years ahead."""

from collections.abc import Iterator

from workarounds.audit import context as audit_context
from workarounds.audit.context import Context
from workarounds.audit.context import SourceRule
from workarounds.declarations import expiry
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example


class DistantExpiry(SourceRule):
    """An expiry so late that nobody will remember the promise.

    Releases are counted by their first number. If that is a year, as in
    2026.1.0, two years are four releases.
    """

    code = 'WA208'
    needs = frozenset({'version'})
    VALID = (
        Example("""
            import workarounds

            workarounds.Workaround(name='flush_images', expires='38.0.0')
        """),
    )
    INVALID = (
        Example("""
            import workarounds

            workarounds.Workaround(name='flush_images', expires='39.0.0')
        """),
        Example("""
            import datetime
            import workarounds

            workarounds.Workaround(
                name='flush_images', expires=datetime.date(2029, 1, 1)
            )
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each expiry too far ahead."""
        for declaration, place in context.live_declarations():
            expires = declaration.expires
            if expires is not None and expiry.is_too_far(
                expires,
                today=context.today,
                service_version=context.release,
            ):
                yield self.report(
                    audit_context.location_of(place),
                    f'{declaration.name} expires {expiry.describe(expires)}, '
                    f'more than {expiry.FARTHEST} releases or '
                    f'{expiry.FARTHEST_YEARS} years ahead',
                    subject=declaration.name,
                )
