# SPDX-License-Identifier: Apache-2.0
"""One thing that operators must hear, and the codes of all such things.

The codes are promises: scripts ignore findings by them. A code is never used
again for something else.
"""

from collections.abc import Mapping
import dataclasses
from typing import Literal

from workarounds import _text
from workarounds.config.origin import Origin

Severity = Literal['error', 'warning', 'note']

REMOVED = 'WA101'
UNKNOWN_OPTION = 'WA102'
UNKNOWN_SECTION = 'WA103'
MISPLACED = 'WA104'
INVALID_VALUE = 'WA105'
SET_TWICE = 'WA106'
DEPRECATED = 'WA107'
EXPIRED = 'WA108'
WEAKENS_SECURITY = 'WA109'
NOT_DEFAULT = 'WA110'
SECTION_TWICE = 'WA111'

#: What each code means.
CODES: Mapping[str, str] = {
    REMOVED: 'a workaround was removed and its option is still set',
    UNKNOWN_OPTION: 'no workaround has such an option',
    UNKNOWN_SECTION: 'a section is named almost like [workarounds]',
    MISPLACED: "a workaround's option is set in another section",
    INVALID_VALUE: 'the value cannot be understood',
    SET_TWICE: 'an option is set more than once in one file',
    DEPRECATED: 'a deprecated option is set',
    EXPIRED: 'a workaround has outlived its expiry',
    WEAKENS_SECURITY: 'a workaround that weakens security is on',
    NOT_DEFAULT: 'a workaround is not at its default',
    SECTION_TWICE: 'a file has the section [workarounds] more than once',
}


@dataclasses.dataclass(frozen=True)
class Finding:
    """One thing to hear.

    :param code: says what kind of thing it is, for good
    :param severity: a ``note`` asks for nothing to be done
    :param origin: the place that it is about
    :param message: what it is and what to do
    :param workaround: the name of the workaround, if it is about one
    """

    code: str
    severity: Severity
    origin: Origin
    message: str
    workaround: str = ''

    def __post_init__(self) -> None:
        # It quotes a file, and a terminal obeys what a file may contain.
        plain = _text.printable(self.message)
        object.__setattr__(self, 'message', plain)

    def __str__(self) -> str:
        return f'{self.code} {self.origin}: {self.message}'
