# SPDX-License-Identifier: Apache-2.0
"""WA211: a declaration of the project itself states no bug or no expiry."""

from collections.abc import Iterator

from workarounds.audit import context as audit_context
from workarounds.audit.context import Context
from workarounds.audit.context import SourceRule
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example


class UnstatedField(SourceRule):
    """``Unstated`` in a project's own declaration.

    :class:`~workarounds.Unstated` is for catalogues of other projects, whose
    authors did not state every fact.
    """

    code = 'WA211'
    VALID = (
        Example("""
            import workarounds

            workarounds.Workaround(
                name='flush_images',
                expires=workarounds.Never('operators choose'),
            )
        """),
    )
    INVALID = (
        Example("""
            import workarounds

            workarounds.Workaround(
                name='flush_images',
                expires=workarounds.Unstated('nobody looked'),
            )
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each declaration with such a field."""
        for declaration, place in context.live_declarations():
            if declaration.place is not None and declaration.unstated:
                fields = ' and '.join(declaration.unstated)
                yield self.report(
                    audit_context.location_of(place),
                    f'{declaration.name} is declared with {fields} Unstated',
                    subject=declaration.name,
                )
