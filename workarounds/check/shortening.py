# SPDX-License-Identifier: Apache-2.0
"""A limit on the diagnostics that people get to read."""

from collections.abc import Iterator
from collections.abc import Sequence
import itertools
import operator
from typing import Final

from workarounds.check.rules.indented_line import IndentedLine
from workarounds.check.rules.misplaced_option import MisplacedOption
from workarounds.check.rules.misspelt_section import MisspeltSection
from workarounds.check.rules.removed_option import RemovedOption
from workarounds.check.rules.repeated_option import RepeatedOption
from workarounds.check.rules.repeated_section import RepeatedSection
from workarounds.check.rules.unknown_option import UnknownOption
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Location
from workarounds.diagnostics import Severity

#: How many diagnostics of a code are shown.
MOST: Final = 20
_WORST: Final = (Severity.NOTE, Severity.WARNING, Severity.ERROR)
#: A file can have one of these for each of its lines. The number of others is
#: bounded by the number of options.
_UNBOUNDED: Final = frozenset(
    rule.code
    for rule in (
        RemovedOption,
        UnknownOption,
        MisspeltSection,
        MisplacedOption,
        RepeatedOption,
        RepeatedSection,
        IndentedLine,
    )
)


def shorten(diagnostics: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the first diagnostics of each code, and how many more there are.

    :param diagnostics: in the order of their codes
    """
    by_code = itertools.groupby(diagnostics, operator.attrgetter('code'))
    for code, group in by_code:
        found = list(group)
        shown = found[:MOST] if code in _UNBOUNDED else found
        yield from shown
        others = found[len(shown) :]
        if others:
            yield Diagnostic(
                code,
                Location(source='elsewhere'),
                f'{len(others)} more of this code',
                'see all with: workarounds check -f csv',
                lowered_to=max(
                    (other.severity for other in others), key=_WORST.index
                ),
            )
