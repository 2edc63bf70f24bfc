# SPDX-License-Identifier: Apache-2.0
"""What is wrong with a workaround, and where.

:func:`workarounds.check.check` returns diagnostics of a configuration (codes
WA1xx), :func:`workarounds.audit.check` those of source code (WA2xx).
"""

from collections.abc import Sequence
import dataclasses
from typing import Any
from typing import ClassVar

from workarounds import _text
from workarounds._codes import Code
from workarounds._codes import CODES
from workarounds._codes import Severity

__all__ = (
    'CODES',
    'Code',
    'Diagnostic',
    'Example',
    'Location',
    'Rule',
    'Severity',
)


@dataclasses.dataclass(frozen=True, slots=True)
class Location:
    """Where something is wrong: in a file, a variable, or elsewhere.

    ``str()`` is what people read, with control characters escaped:
    ``nova.conf:19``, ``environment variable OS_WORKAROUNDS__FLUSH``,
    ``default``.

    :param file: the path as it was given, ``None`` if it is not in a file
    :param line: counted from 1, ``None`` for the file as a whole
    :param column: in characters, counted from 1
    :param end_line: where it ends, ``None`` if that is not known
    :param end_column: the column behind the last character
    :param environment: the name of an environment variable
    :param source: what else sets an option: ``default``, ``override``,
        ``command line`` with its details, or the address of a remote source
    """

    file: str | None = None
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    environment: str | None = None
    source: str | None = None

    def __str__(self) -> str:
        if self.file is not None:
            line = '' if self.line is None else f':{self.line}'
            text = f'{self.file}{line}'
        elif self.environment is not None:
            text = f'environment variable {self.environment}'
        else:
            text = self.source or 'default'
        return _text.printable(text)

    def to_data(self) -> dict[str, Any]:
        """Return the fields as plain data."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclasses.dataclass(frozen=True)
class Diagnostic:
    """Something that is wrong, or that should be known.

    Control characters of files are escaped in all of its texts.

    :param code: what kind it is, such as ``WA101``
    :param location: where it is
    :param message: the fact, in one line
    :param cure: what to do about it; that of the code if left out
    :param subject: the name of the workaround, empty if it is about none
    :param lowered_to: its severity, where that is not the one of its code
    :raises KeyError: there is no such code
    """

    code: str
    location: Location
    message: str
    cure: str = ''
    subject: str = ''
    lowered_to: Severity | None = None

    def __post_init__(self) -> None:
        texts = {
            'message': self.message,
            'cure': self.cure or CODES[self.code].cure,
            'subject': self.subject,
        }
        for field, text in texts.items():
            object.__setattr__(self, field, _text.printable(text))

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.lowered_to or CODES[self.code].severity

    @property
    def name(self) -> str:
        """The name of the code, such as ``removed-option``."""
        return CODES[self.code].name

    @property
    def text(self) -> str:
        """The message and the cure."""
        return f'{self.message}; {self.cure}'

    def __str__(self) -> str:
        return f'{self.code} {self.location}: {self.text}'

    def to_data(self) -> dict[str, Any]:
        """Return it as plain data, as ``-f json`` prints it."""
        return {
            'code': self.code,
            'name': self.name,
            'severity': str(self.severity),
            'location': self.location.to_data(),
            'subject': self.subject,
            'message': self.message,
            'cure': self.cure,
        }


@dataclasses.dataclass(frozen=True, slots=True)
class Example:
    """A file that a rule reports, or does not.

    :param text: of the file; the indentation of all lines is removed
    :param file: its name, that of the rule if left out
    :param service_version: the release that it is checked for
    :param target_version: the release of the next upgrade
    """

    text: str
    file: str = ''
    service_version: str | None = '34.0.0'
    target_version: str | None = None


class Rule:
    """What reports one code.

    Its docstring says what it finds and why. Its examples are its tests and
    its documentation.

    :cvar code: what it reports
    :cvar file: the name of the file of most examples
    :cvar VALID: what it does not report
    :cvar INVALID: what it reports
    """

    code: ClassVar[str]
    file: ClassVar[str]
    VALID: ClassVar[Sequence[Example]]
    INVALID: ClassVar[Sequence[Example]]

    def report(
        self,
        location: Location,
        message: str,
        cure: str = '',
        *,
        subject: str = '',
        lowered_to: Severity | None = None,
    ) -> Diagnostic:
        """Make a diagnostic with the code of this rule."""
        return Diagnostic(
            self.code, location, message, cure, subject, lowered_to
        )
