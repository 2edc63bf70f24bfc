# SPDX-License-Identifier: Apache-2.0
"""WA206: the release has reached the expiry."""

from collections.abc import Iterator

from workarounds.audit import context as audit_context
from workarounds.audit.context import Context
from workarounds.audit.context import SourceRule
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example
from workarounds.diagnostics import Severity

_STABLE_CURE = (
    'nothing to do on a stable branch; remove the workaround on the main '
    'branch'
)


class ExpiredRelease(SourceRule):
    """A workaround that is due for removal or review by the next release.

    A pre-release or development version counts as the release that it leads
    to, so that the audit fails before that release ships. On a stable branch
    a workaround that has expired in that series is reported as a warning.

    A workaround of another catalogue is reported at its code.
    """

    code = 'WA206'
    needs = frozenset({'version'})
    VALID = (
        Example("""
            import workarounds

            workarounds.Workaround(name='flush_images', expires='35.0.0')
        """),
    )
    INVALID = tuple(
        Example(
            """
            import workarounds

            def convert():
                return workarounds.enabled('flush_images')
            """,
            service_version=version,
        )
        for version in ('35.0.0', '34.0.1.dev7')
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each workaround that has expired."""
        for declaration, place in context.live_declarations():
            expires = declaration.expires
            if isinstance(expires, str) and context.is_expired(declaration):
                yield self.report(
                    audit_context.location_of(place),
                    f'{declaration.name}{audit_context.fixed_by(declaration)} '
                    f'has expired: expires={expires!r}, and {_this(context)}',
                    _STABLE_CURE
                    if context.is_stable
                    else context.cure_expiry(declaration),
                    subject=declaration.name,
                    lowered_to=Severity.WARNING if context.is_stable else None,
                )


def _this(context: Context) -> str:
    release, version = context.release, context.service_version
    if context.is_stable:
        return f'this stable branch is at {release}'
    if release == version:
        return f'this is {version}'
    return f'this is {version}, which leads to {release}'
