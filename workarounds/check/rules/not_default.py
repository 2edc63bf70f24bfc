# SPDX-License-Identifier: Apache-2.0
"""WA110: a workaround or a parameter is not at its default."""

from collections.abc import Iterator
from typing import Final

from workarounds.check import cures
from workarounds.check import deprecation
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.config import help_text
from workarounds.declarations import toggle as declaration_toggle
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example
from workarounds.status import WorkaroundStatus

_CHECK: Final = 'check whether it is needed'


class NotDefault(ConfigurationRule):
    """A workaround that an operator turned on or off, or tuned.

    The location is the line that does so.
    """

    code = 'WA110'
    VALID = (
        Example("""
            [workarounds]
            disable_flush = false
            flush_images_delay = 0
        """),
    )
    INVALID = (
        Example("""
            [workarounds]
            disable_flush = true
        """),
        Example("""
            [workarounds]
            flush_images_delay = 5
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each such toggle and parameter."""
        for status in context.live:
            yield from self._check_toggle(status, context)
            yield from self._check_params(status, context)

    def _check_toggle(
        self, status: WorkaroundStatus, context: Context
    ) -> Iterator[Diagnostic]:
        workaround, toggle = status.workaround, status.toggle
        if toggle is None or toggle.error is not None or toggle.is_default:
            return
        if deprecation.find(status, context):
            # Its rule says what to do.
            return
        is_on = workaround.is_on(declaration_toggle.default_of(toggle.opt))
        note = f'default: {"on" if is_on else "off"}'
        if not toggle.is_default_known:
            defaults = help_text.defaults(workaround, toggle.opt)
            note = f'default: {defaults}'
        elif is_on == status.is_on:
            note = f'as by default, but {toggle.option.name} has another value'
        if workaround.weakens_security and status.is_on:
            note = f'{note}; weakens security'
        yield self.report(
            toggle.origin,
            f'workaround {status.label} is {status.state} ({note})'
            f'{cures.all_lines(toggle, context.status.files)}',
            cures.with_bugs(_CHECK, workaround),
            subject=workaround.name,
        )

    def _check_params(
        self, status: WorkaroundStatus, context: Context
    ) -> Iterator[Diagnostic]:
        workaround = status.workaround
        for param in status.params:
            if param.error is None and not param.is_default:
                idle = ''
                if status.is_on is False:
                    idle = ', and has no effect while the workaround is off'
                yield self.report(
                    param.origin,
                    f'parameter {param.opt.dest} of workaround '
                    f'{workaround.name} is not at its default{idle}'
                    f'{cures.all_lines(param, context.status.files)}',
                    cures.with_bugs(_CHECK, workaround),
                    subject=workaround.name,
                )
