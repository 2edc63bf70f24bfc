# SPDX-License-Identifier: Apache-2.0
"""WA216: some options of a declaration are known only at run time."""

from collections.abc import Iterator

from workarounds.audit import context as audit_context
from workarounds.audit.context import Context
from workarounds.audit.context import SourceRule
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example


class HiddenOption(SourceRule):
    """A declaration whose option comes from elsewhere, or is computed.

    The audit finds no direct read of that option, and ``workarounds retire``
    refuses the workaround. The audit knows options that a module in the paths
    binds to a name (``RETRIES``, not ``OPTS[0]``), and those of a catalogue
    that ``--namespace`` names.
    """

    code = 'WA216'
    VALID = (
        Example("""
            import workarounds
            from oslo_config import cfg

            RETRIES = cfg.IntOpt('retries', default=3)

            workarounds.Workaround(
                name='retry_busy', enabled_by=RETRIES, off_values=[1],
            )
        """),
    )
    INVALID = (
        Example("""
            import workarounds
            from another_distribution import RETRIES

            workarounds.Workaround(
                name='retry_busy', enabled_by=RETRIES, off_values=[1],
            )
        """),
        Example("""
            import workarounds
            from oslo_config import cfg

            OPTS = [cfg.IntOpt('retries', default=3)]

            workarounds.Workaround(
                name='retry_busy', enabled_by=OPTS[0], off_values=[1],
            )
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each declaration with such an option."""
        for declaration in context.declarations:
            if declaration.is_hidden and declaration.place is not None:
                yield self.report(
                    audit_context.location_of(declaration.place),
                    f'some options of {declaration.name} are known only at '
                    f'run time',
                    subject=declaration.name,
                )
