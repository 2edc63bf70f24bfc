# SPDX-License-Identifier: Apache-2.0
"""Every code of a diagnostic: its name, severity, summary and cure.

Codes and names are promises: CI and comments name them. None is reused.
"""

from typing import Final

from workarounds import _rewriting_codes
from workarounds._code import Code
from workarounds._code import Severity

#: WA1xx is about configurations, WA2xx about source code, WA3xx about its
#: rewriting.
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
        'no workaround has this option',
        'correct the name, or delete the line',
    ),
    Code(
        'WA103',
        'misspelt-section',
        Severity.WARNING,
        'a section is named almost like [workarounds]',
        'rename the section to [workarounds]',
    ),
    Code(
        'WA104',
        'misplaced-option',
        Severity.WARNING,
        'an option of a workaround is set in the wrong section',
        'move it to [workarounds]',
    ),
    Code(
        'WA105',
        'invalid-value',
        Severity.ERROR,
        'an option does not accept its value',
        'write a value that the option accepts',
    ),
    Code(
        'WA106',
        'repeated-option',
        Severity.WARNING,
        'an option is set more than once in one file',
        'the last line counts; delete the others',
    ),
    Code(
        'WA107',
        'deprecated-option',
        Severity.WARNING,
        'a deprecated option is set',
        'delete the line if you can do without it',
    ),
    Code(
        'WA108',
        'expired-workaround',
        Severity.WARNING,
        'a workaround has reached its expiry',
        'check whether you still need it',
    ),
    Code(
        'WA109',
        'weakens-security',
        Severity.WARNING,
        'a workaround that weakens security is on',
        'turn it off if you can do without it',
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
        'nothing to do; oslo.config reads them as one',
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
        'the target release reads a line differently, or has another default',
        'read the release notes before the upgrade',
    ),
    Code(
        'WA114',
        'unresolved-reference',
        Severity.WARNING,
        'a value refers to an option that only the service knows',
        "write the value itself, or see the service's own log",
    ),
    Code(
        'WA115',
        'former-name',
        Severity.WARNING,
        'an option is set by a former name or in a former group',
        'write its current name and group',
    ),
    Code(
        'WA116',
        'repeats-default',
        Severity.NOTE,
        'a line or variable sets an option to its default',
        'nothing would change without it',
    ),
    Code(
        'WA117',
        'indented-line',
        Severity.WARNING,
        'an indented line looks like a section or an option',
        'remove the indentation, or delete the line',
    ),
    Code(
        'WA200',
        'skipped-file',
        Severity.ERROR,
        'a file cannot be read or parsed',
        'correct the file, or leave it out of the paths',
    ),
    Code(
        'WA201',
        'unknown-name',
        Severity.ERROR,
        'no workaround has this name, option or parameter',
        'correct the name, or name the catalogue that declares it',
    ),
    Code(
        'WA202',
        'removed-workaround',
        Severity.ERROR,
        'a removed workaround is still read or set',
        'delete the code with workarounds retire',
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
        'read it inside the function that needs it',
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
        'the release has reached the expiry',
        'remove the workaround with workarounds retire, or renew the expiry',
    ),
    Code(
        'WA207',
        'expired-date',
        Severity.WARNING,
        'the expiry date has passed',
        'remove the workaround with workarounds retire, or renew the expiry',
    ),
    Code(
        'WA208',
        'distant-expiry',
        Severity.ERROR,
        'the expiry is more than four releases or two years ahead',
        'choose an earlier expiry; it can be renewed',
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
        'a declaration of the project itself states no bug or no expiry',
        'state the fact; Unstated is only for catalogues of other projects',
    ),
    Code(
        'WA212',
        'computed-read',
        Severity.WARNING,
        'the name of the workaround is known only at run time',
        'write one read with a literal name for each workaround',
    ),
    Code(
        'WA213',
        'renewed-expiry',
        Severity.NOTE,
        'an expiry has been renewed',
        'decide whether the workaround is really temporary',
    ),
    Code(
        'WA214',
        'outdated-comment',
        Severity.NOTE,
        'a comment names an expired or removed workaround',
        'change the comment together with the workaround',
    ),
    Code(
        'WA215',
        'outdated-text',
        Severity.NOTE,
        'a text names an expired or removed workaround',
        'change the text together with the workaround',
    ),
    Code(
        'WA216',
        'hidden-option',
        Severity.WARNING,
        'some options of a declaration are known only at run time',
        'give the option its own name in the paths, or name its catalogue',
    ),
    Code(
        'WA217',
        'fix-reached',
        Severity.WARNING,
        'what the project requires has the fix',
        'remove the workaround with workarounds retire',
    ),
    Code(
        'WA218',
        'invalid-declaration',
        Severity.ERROR,
        'the library refuses a declaration when it is imported',
        'correct the field',
    ),
    Code(
        'WA219',
        'duplicate-declaration',
        Severity.ERROR,
        'two different declarations have the same name or option',
        'rename or delete one of the two',
    ),
    *_rewriting_codes.ROWS,
)

#: The table, by code.
CODES: Final = {code.code: code for code in _TABLE}
