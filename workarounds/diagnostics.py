# SPDX-License-Identifier: Apache-2.0
"""Diagnostics: the fact, its place, and the cure.

:func:`workarounds.check.check` returns those of a configuration (WA1xx),
:func:`workarounds.audit.check` those of source code (WA2xx);
``workarounds retire`` reports what it did and did not change (WA3xx).
"""

from collections.abc import Sequence
import dataclasses
from typing import Any
from typing import ClassVar

from workarounds import _text
from workarounds._code import Code
from workarounds._code import Severity
from workarounds._codes import CODES

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
    """The place of a diagnostic: in a file, a variable, or elsewhere.

    ``str()`` returns the text for people, with control characters escaped:
    ``nova.conf:19``, ``environment variable OS_WORKAROUNDS__FLUSH``,
    ``by default``.

    :param file: path as it was given, ``None`` outside of files
    :param line: line, counted from 1; ``None`` for the whole file
    :param column: column in characters, counted from 1
    :param end_line: last line, ``None`` if not known
    :param end_column: column after the last character
    :param environment: name of an environment variable
    :param source: any other source of a value: ``default``, ``override``,
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
        elif self.source in (None, 'default'):
            text = 'by default'
        else:
            text = self.source
        return _text.printable(text)

    def to_data(self) -> dict[str, Any]:
        """Return the fields as plain data."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclasses.dataclass(frozen=True)
class Diagnostic:
    """A problem, or a fact that a reader should know.

    All texts have their control characters escaped.

    :param code: such as ``WA101``
    :param location: the place
    :param message: the fact, in one line
    :param cure: what to do; by default the cure of the code
    :param subject: name of the workaround, empty if there is none
    :param lowered_to: severity, if it is lower than that of the code
    :raises KeyError: the code does not exist
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
        """The severity of the code, or the lowered one."""
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
        """Return the fields as plain data, as ``-f json`` prints them."""
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
    """The content of a file that a rule reports or accepts.

    :param text: content; common indentation is removed
    :param file: name of the file; by default that of the rule
    :param service_version: release that the file is checked for
    :param target_version: release of the next upgrade
    :param requirements: what the project of the file requires
    """

    text: str
    file: str = ''
    service_version: str | None = '34.0.0'
    target_version: str | None = None
    requirements: Sequence[str] = ()


class Rule:
    """Reports one code.

    The docstring of a rule says what it finds and why. Its examples are its
    tests and its documentation.

    :cvar code: the code that it reports
    :cvar file: name of the file of most examples
    :cvar VALID: examples without a diagnostic
    :cvar INVALID: examples with a diagnostic
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
