# SPDX-License-Identifier: Apache-2.0
"""One thing that is wrong in source."""

import dataclasses

from workarounds import _text
from workarounds.audit import codes
from workarounds.audit.codes import Severity
from workarounds.source.references import Place


@dataclasses.dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong in source, or to be cleaned up.

    :param code: says what kind of thing it is, for good
    :param place: what it is about; line 0 is the file as a whole
    :param message: one line: what it is and what to do
    :param workaround: the name of the workaround, if it is about one
    :param lowered_to: its severity, where that is not the one of its code
    """

    code: str
    place: Place
    message: str
    workaround: str = ''
    lowered_to: Severity | None = None

    def __post_init__(self) -> None:
        # It quotes a file, and a terminal obeys what a file may contain.
        plain = _text.printable(self.message)
        object.__setattr__(self, 'message', plain)

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.lowered_to or codes.CODES[self.code].severity

    @property
    def path(self) -> str:
        """The file, as it can be shown."""
        return _text.printable(self.place.path)

    @property
    def where(self) -> str:
        """The file and the line."""
        line = self.place.line
        return f'{self.path}:{line}' if line else self.path
