# SPDX-License-Identifier: Apache-2.0
"""WA200: a file cannot be read or parsed."""

from collections.abc import Iterator

from workarounds.audit.context import Context
from workarounds.audit.context import SourceRule
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example
from workarounds.diagnostics import Location


class SkippedFile(SourceRule):
    """A file that was not read, so that the answer is incomplete.

    The exit code is 2. Such files are in Python 2, templates, not in UTF-8,
    larger than 8 MiB, or links out of the paths. A file with no word that
    could name a workaround is searched, and not parsed: a mistake in its
    syntax cannot hide anything, and is not reported.
    """

    code = 'WA200'
    can_be_suppressed = False
    VALID = (
        Example("""
            import workarounds

            print('Python 3')
        """),
    )
    INVALID = (
        Example("""
            import workarounds

            print 'Python 2'
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each file that was not read."""
        for skipped in context.result.skipped:
            # The reason is a fact, a semicolon and a cure.
            fact, _, cure = skipped.reason.rpartition('; ')
            yield self.report(
                Location(skipped.path, skipped.line),
                f'not read: {fact}',
                cure,
            )
