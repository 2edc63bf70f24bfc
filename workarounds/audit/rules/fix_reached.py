# SPDX-License-Identifier: Apache-2.0
"""WA217: what the project requires has the fix."""

from collections.abc import Iterator

from workarounds.audit import context as audit_context
from workarounds.audit.context import Context
from workarounds.audit.context import SourceRule
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example

_SAML = """
    import workarounds

    workarounds.Workaround(
        name='add_namespace',
        enabled_by=workarounds.Always('pysaml2 drops the namespace'),
        fix=workarounds.PackageFix(component='pysaml2', version='7.1.0'),
    )
"""


class FixReached(SourceRule):
    """A workaround that nothing which the project supports still needs.

    All its fixes are in what the project requires: in the lowest version of a
    Python distribution by its dependencies, in the lowest version of other
    software by a data file, or in the release that the source leads to. The
    diagnostic appears with the change that raises the requirement.

    It is a warning, because a newer data file can bring it too.
    """

    code = 'WA217'
    needs = frozenset({'requirements'})
    VALID = (Example(_SAML, requirements=('pysaml2>=6.5.0',)),)
    INVALID = (Example(_SAML, requirements=('pysaml2>=7.1.0',)),)

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each workaround whose fixes are there."""
        if context.why_removable is None:
            return
        for declaration, place in context.live_declarations():
            if declaration.hides_fix or not declaration.fixes:
                continue
            reason = context.why_removable(declaration)
            if reason:
                yield self.report(
                    audit_context.location_of(place),
                    f'{declaration.name} may be deleted: {reason}',
                    f'remove it ({context.retire_command(declaration.name)})',
                    subject=declaration.name,
                )
