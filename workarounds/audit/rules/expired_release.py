# SPDX-License-Identifier: Apache-2.0
"""WA206: the version of the service has reached the expiry."""

from collections.abc import Iterator

from workarounds.audit import context as audit_context
from workarounds.audit.context import Context
from workarounds.audit.context import SourceRule
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example


class ExpiredRelease(SourceRule):
    """A workaround that was to be removed or reviewed by this release.

    A workaround of another catalogue is reported where the code of it is.
    """

    code = 'WA206'
    needs_version = True
    VALID = (
        Example("""
            import workarounds

            workarounds.Workaround(name='flush_images', expires='35.0.0')
        """),
    )
    INVALID = (
        Example(
            """
            import workarounds

            def convert():
                return workarounds.enabled('flush_images')
            """,
            service_version='35.0.0',
        ),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each workaround that has expired."""
        for declaration, place in context.live_declarations():
            expires = declaration.expires
            if isinstance(expires, str) and context.is_expired(declaration):
                yield self.report(
                    audit_context.location_of(place),
                    f'{declaration.name}{audit_context.fixed_by(declaration)} '
                    f'has expired: expires={expires!r}, and this is '
                    f'{context.service_version}',
                    audit_context.cure_expiry(declaration),
                    subject=declaration.name,
                )
