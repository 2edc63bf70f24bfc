# SPDX-License-Identifier: Apache-2.0
"""Every code of a diagnostic: its name, severity, summary and cure.

Codes and names are promises: scripts, comments and CI ignore diagnostics by
them. Neither is ever used again for something else.
"""

from collections.abc import Mapping
import dataclasses
import enum
from typing import Final


class Severity(enum.StrEnum):
    """How much a diagnostic matters.

    ``error``: it does not work as it stands. ``warning``: it should be
    changed. ``note``: nothing has to be done.
    """

    ERROR = 'error'
    WARNING = 'warning'
    NOTE = 'note'


@dataclasses.dataclass(frozen=True, slots=True)
class Code:
    """One kind of diagnostic.

    :param code: such as ``WA101``
    :param name: the same for people, such as ``removed-option``
    :param severity: that of its diagnostics, unless one has another
    :param summary: what is wrong, as a clause
    :param cure: what to do about it, as a clause
    """

    code: str
    name: str
    severity: Severity
    summary: str
    cure: str


#: What is wrong with a configuration, and with source code from WA200 on.
_TABLE: Final = (
    Code(
        'WA101',
        'removed-option',
        Severity.WARNING,
        'the option of a removed workaround is still set',
        'delete the line',
    ),
    Code(
        'WA102',
        'unknown-option',
        Severity.WARNING,
        'no workaround has such an option',
        'correct the name, or delete the line',
    ),
    Code(
        'WA103',
        'misspelt-section',
        Severity.WARNING,
        'a section is named almost like [workarounds]',
        'write [workarounds]',
    ),
    Code(
        'WA104',
        'misplaced-option',
        Severity.WARNING,
        'the option of a workaround is set in another section',
        'move it to [workarounds]',
    ),
    Code(
        'WA105',
        'invalid-value',
        Severity.ERROR,
        'the value is not one that the option accepts',
        'write a value that the option accepts',
    ),
    Code(
        'WA106',
        'repeated-option',
        Severity.WARNING,
        'an option is set more than once in one file',
        'the last line counts, so delete the others',
    ),
    Code(
        'WA107',
        'deprecated-option',
        Severity.WARNING,
        'a deprecated option is set',
        'delete the line if you can do without',
    ),
    Code(
        'WA108',
        'expired-workaround',
        Severity.WARNING,
        'a workaround has reached its expiry',
        'ask whether it is still needed',
    ),
    Code(
        'WA109',
        'weakens-security',
        Severity.WARNING,
        'a workaround that weakens security is on',
        'turn it off as soon as you can',
    ),
    Code(
        'WA110',
        'not-default',
        Severity.NOTE,
        'a workaround or a parameter is not at its default',
        'check whether it is needed',
    ),
    Code(
        'WA111',
        'repeated-section',
        Severity.NOTE,
        'a file has the section [workarounds] more than once',
        'oslo.config reads them as one, so nothing has to be done',
    ),
    Code(
        'WA112',
        'not-yet-read',
        Severity.WARNING,
        'the release of the service does not read the option yet',
        'delete the line, or leave it for the upgrade',
    ),
    Code(
        'WA113',
        'changes-with-upgrade',
        Severity.WARNING,
        'a line means something else, or nothing, after the upgrade',
        'see what the release notes say of it before the upgrade',
    ),
    Code(
        'WA114',
        'unresolved-reference',
        Severity.WARNING,
        'a value refers to an option that only the service can know',
        "write the value itself, or see the service's own log",
    ),
    Code(
        'WA115',
        'former-name',
        Severity.WARNING,
        'an option is set by a name or in a group that it had before',
        'write the name and the group of today',
    ),
    Code(
        'WA200',
        'skipped-file',
        Severity.ERROR,
        'a file cannot be read, or not be parsed',
        'correct it, or leave it out of the paths',
    ),
    Code(
        'WA201',
        'unknown-name',
        Severity.ERROR,
        'no workaround has such a name, option or parameter',
        'correct the name, or name the catalogue that declares it',
    ),
    Code(
        'WA202',
        'removed-workaround',
        Severity.ERROR,
        'a removed workaround is still read or set',
        'delete the code; workarounds retire writes the patch',
    ),
    Code(
        'WA203',
        'direct-read',
        Severity.ERROR,
        'a direct read of the option bypasses enabled()',
        'call workarounds.enabled, value or param instead',
    ),
    Code(
        'WA204',
        'import-time-read',
        Severity.ERROR,
        'a workaround is read when the module is imported',
        'read it inside the function that depends on it, every time',
    ),
    Code(
        'WA205',
        'never-read',
        Severity.ERROR,
        'a workaround is declared and never read',
        'delete the declaration, or audit the code that reads it as well',
    ),
    Code(
        'WA206',
        'expired-release',
        Severity.ERROR,
        'the version of the service has reached the expiry',
        'remove the workaround with workarounds retire, or renew the expiry',
    ),
    Code(
        'WA207',
        'expired-date',
        Severity.WARNING,
        'the date of the expiry has passed',
        'remove the workaround with workarounds retire, or renew the expiry',
    ),
    Code(
        'WA208',
        'distant-expiry',
        Severity.ERROR,
        'the expiry is more than four releases or two years ahead',
        'choose an earlier expiry, which can be renewed',
    ),
    Code(
        'WA209',
        'unused-suppression',
        Severity.ERROR,
        'an ignore comment suppresses nothing',
        'delete the comment',
    ),
    Code(
        'WA210',
        'invalid-suppression',
        Severity.ERROR,
        'an ignore comment lacks a reason, or cannot suppress its code',
        'write it as # workarounds: ignore=WA203 reason',
    ),
    Code(
        'WA211',
        'unstated-field',
        Severity.ERROR,
        'a declaration of the project itself does not state bugs or expiry',
        'state them; Unstated is for catalogues of other projects',
    ),
    Code(
        'WA212',
        'computed-read',
        Severity.WARNING,
        'which workaround is read is only known at run time',
        'write the name as a literal, in a read for each workaround',
    ),
    Code(
        'WA213',
        'renewed-expiry',
        Severity.NOTE,
        'an expiry has been renewed',
        'ask whether the workaround is temporary at all',
    ),
    Code(
        'WA214',
        'outdated-comment',
        Severity.NOTE,
        'a comment names an expired or removed workaround',
        'change it together with the workaround',
    ),
    Code(
        'WA215',
        'outdated-text',
        Severity.NOTE,
        'a text names an expired or removed workaround',
        'change it together with the workaround',
    ),
    Code(
        'WA216',
        'hidden-option',
        Severity.WARNING,
        'the options of a declaration are not all known without running it',
        'create them in a module of the paths, or name the catalogue with '
        '--namespace',
    ),
)

#: The table, by code.
CODES: Final[Mapping[str, Code]] = {code.code: code for code in _TABLE}
