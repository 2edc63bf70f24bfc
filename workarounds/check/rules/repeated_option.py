# SPDX-License-Identifier: Apache-2.0
"""WA106: an option is set more than once in one file."""

from collections.abc import Iterator
from collections.abc import Sequence
from typing import Final

from workarounds import _text
from workarounds.check import context as check_context
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example
from workarounds.diagnostics import Location

#: How many lines are worth naming.
_FEW: Final = 3


class RepeatedOption(ConfigurationRule):
    """Two lines of one file that set the same option.

    oslo.config takes the last one. A line of a later file that overrides one
    of an earlier file is how files are meant to be used, and not reported.
    """

    code = 'WA106'
    VALID = (
        Example("""
            [workarounds]
            disable_flush = true
        """),
    )
    INVALID = (
        Example("""
            [workarounds]
            disable_flush = true
            disable_flush = false
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each option, at its last line."""
        for file in context.status.files.files:
            lines: dict[str, list[int]] = {}
            for entry in file.entries:
                if check_context.is_ours(entry.section):
                    lines.setdefault(entry.key, []).append(entry.line)
            for key, numbers in lines.items():
                if len(numbers) == 1:
                    continue
                owner = context.registry.find_owner(key)
                is_shown = owner is not None or _text.is_name(key)
                yield self.report(
                    Location(file.path, numbers[-1]),
                    f'{key if is_shown else "this key"} is set '
                    f'{len(numbers)} times, in lines '
                    f'{_listed(numbers)}',
                    subject='' if owner is None else owner.name,
                )


def _listed(numbers: Sequence[int]) -> str:
    *others, last = map(str, numbers)
    if len(others) > _FEW:
        others = [*others[:_FEW], '...']
    return f'{", ".join(others)} and {last}'
