# SPDX-License-Identifier: Apache-2.0
"""WA202: a removed workaround is still read or set."""

from collections.abc import Iterator

from workarounds.audit import context as audit_context
from workarounds.audit.context import Context
from workarounds.audit.context import LOOKUPS
from workarounds.audit.context import SourceRule
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example


class RemovedWorkaround(SourceRule):
    """Code that reads or sets a workaround that is declared as removed.

    A lookup of it raises when it runs.
    """

    code = 'WA202'
    scope = 'names'
    VALID = (
        Example("""
            import workarounds

            def convert():
                return workarounds.enabled('flush_images')
        """),
    )
    INVALID = (
        Example("""
            import workarounds

            def connect():
                return workarounds.enabled('consoleauth')
        """),
        Example("""
            class Test:
                def test_it(self):
                    self.flags(enable_consoleauth=True, group='workarounds')
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each read and setting."""
        for reference in context.references:
            if reference.kind not in (*LOOKUPS, 'direct', 'setting'):
                continue
            declaration = context.declaration_of(reference)
            if declaration is None or declaration.removed_in is None:
                continue
            does = 'sets' if reference.kind == 'setting' else 'reads'
            how = f' ({context.retire_command(declaration.name)})'
            if does == 'sets' and declaration.place is not None:
                # Where the declaration is replaced by a RemovedWorkaround,
                # retire has been here, and has left this setting.
                how = '; retire does not delete it'
            yield self.report(
                audit_context.location_of(reference.place),
                f'{declaration.name} '
                f'{audit_context.describe_removal(declaration)}',
                f'delete the code that {does} it{how}',
                subject=declaration.name,
            )
