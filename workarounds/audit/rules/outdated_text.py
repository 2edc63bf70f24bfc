# SPDX-License-Identifier: Apache-2.0
"""WA215: a text names an expired or removed workaround."""

from collections.abc import Iterator

from workarounds.audit import context as audit_context
from workarounds.audit.context import Context
from workarounds.audit.context import SourceRule
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example


class OutdatedText(SourceRule):
    """A document, a sample file, CI configuration or a string.

    Release notes that name a removed workaround are history, and are not
    reported.
    """

    code = 'WA215'
    needs = frozenset({'version'})
    VALID = (Example('Set ``disable_flush`` if you must.', file='admin.rst'),)
    INVALID = (
        Example(
            'Set ``disable_flush`` if you must.',
            file='admin.rst',
            service_version='35.0.0',
        ),
        Example('Set ``enable_consoleauth``.', file='admin.rst'),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each such text."""
        for reference in context.references:
            outdated = context.describe_outdated(reference)
            if reference.kind == 'mention' and outdated is not None:
                name, fact, cure = outdated
                yield self.report(
                    audit_context.location_of(reference.place),
                    f'this text names {name}, which {fact}',
                    cure,
                    subject=name,
                )
