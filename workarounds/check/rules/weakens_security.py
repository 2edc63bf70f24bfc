# SPDX-License-Identifier: Apache-2.0
"""WA109: a workaround that weakens security is on."""

from collections.abc import Iterator
from typing import Final

from workarounds.check import cures
from workarounds.check import places as check_places
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example

#: What to do, which ``advise`` says too.
TURN_OFF: Final = 'turn it off if you can do without it'
NO_OPTION: Final = 'no option turns it off; see whether it matters'


class WeakensSecurity(ConfigurationRule):
    """A workaround that is on and gives up a protection."""

    code = 'WA109'
    VALID = (
        Example("""
            [workarounds]
            skip_image_check = false
        """),
    )
    INVALID = (
        Example("""
            [workarounds]
            skip_image_check = true
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each such workaround."""
        for status in context.live:
            workaround = status.workaround
            if workaround.weakens_security and status.is_on:
                cure = NO_OPTION if status.toggle is None else TURN_OFF
                yield self.report(
                    check_places.of_status(status),
                    f'workaround {status.label} is on and weakens security',
                    cures.with_bugs(cure, workaround),
                    subject=workaround.name,
                )
