# SPDX-License-Identifier: Apache-2.0
"""WA214: a comment names an expired or removed workaround."""

from collections.abc import Iterator

from workarounds.audit import context as audit_context
from workarounds.audit.context import Context
from workarounds.audit.context import SourceRule
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example


class OutdatedComment(SourceRule):
    """A comment that must change together with the workaround.

    The rule also reports a comment nearby that waits for a condition, such as
    ``MIN_LIBVIRT_VERSION >= (11, 0, 0)``.
    """

    code = 'WA214'
    needs = frozenset({'version'})
    VALID = (
        Example("""
            # It needs flush_images.
            CONVERT = 'qemu-img convert'
        """),
    )
    INVALID = (
        Example(
            """
            # It needs flush_images.
            CONVERT = 'qemu-img convert'
            """,
            service_version='35.0.0',
        ),
        Example("""
            # It took enable_consoleauth.
            CONSOLE = 'novnc'
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each such comment."""
        for reference in context.references:
            outdated = context.describe_outdated(reference)
            if reference.kind == 'comment' and outdated is not None:
                name, fact, cure = outdated
                yield self.report(
                    audit_context.location_of(reference.place),
                    f'this comment names {name}, which {fact}',
                    cure,
                    subject=name,
                )
