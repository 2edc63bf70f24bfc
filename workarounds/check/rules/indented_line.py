# SPDX-License-Identifier: Apache-2.0
"""WA117: an indented line looks like a section or an option."""

from collections.abc import Iterator
from collections.abc import Sequence
import dataclasses

from workarounds import _text
from workarounds.check import indented_lines
from workarounds.check.context import ConfigurationRule
from workarounds.check.context import Context
from workarounds.config import indented
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example
from workarounds.diagnostics import Location


class IndentedLine(ConfigurationRule):
    """An indented line that was probably meant to be a line of its own.

    oslo.config takes an indented line as more of the value above it, in
    whatever section that is. So nothing reads the section or the option.
    Reported are sections and options of workarounds, and any section or
    option below ``[workarounds]``.
    """

    code = 'WA117'
    VALID = (
        Example("""
            [DEFAULT]
            transport_url = rabbit://a,
                            rabbit://b
            [workarounds]
            disable_flush = true
        """),
    )
    INVALID = (
        Example("""
            [DEFAULT]
            my_ip = 192.0.2.1
              [workarounds]
              disable_flush = true
        """),
        Example("""
            [libvirt]
            images_type = rbd
              disable_flush = true
        """),
        Example("""
            [workarounds]
            disable_flush = true
              [libvirt]
              images_type = rbd
        """),
    )

    def check(self, context: Context) -> Iterator[Diagnostic]:
        """Yield a diagnostic for the first such line of each value."""
        for entry, line, names in indented_lines.find_named(context):
            runs = [
                dataclasses.replace(run, first=max(run.first, line))
                for run in entry.runs
                if run.end >= line
            ]
            if deletion := context.deletions.get((entry.file, entry.line)):
                runs = [deletion]
            yield self.report(
                Location(entry.file, line, end_line=line),
                _fact(names, entry.line),
                indented.cure(runs),
            )


def _fact(names: Sequence[str], line: int) -> str:
    value = f'the value of line {line}'
    if not names[1:]:
        return (
            f'{names[0]} is indented: it continues {value}, and nothing '
            f'reads it'
        )
    shown = _text.listed(names, most=len(names))
    return (
        f'{shown} are indented: they continue {value}, and nothing reads them'
    )
