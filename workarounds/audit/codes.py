# SPDX-License-Identifier: Apache-2.0
"""The codes of what is wrong in source, and what to do about each.

The codes are promises: comments and CI ignore findings by them. A code is
never used again for something else.
"""

from collections.abc import Mapping
import dataclasses
from typing import Final
from typing import Literal

Severity = Literal['error', 'warning', 'note']


@dataclasses.dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding.

    :param severity: that of its findings, unless one says otherwise; a
        ``note`` asks for nothing to be done now
    :param meaning: what is wrong, as a clause
    :param cure: what to do, as a sentence
    """

    severity: Severity
    meaning: str
    cure: str


SKIPPED = 'WA200'
UNKNOWN = 'WA201'
REMOVED = 'WA202'
DIRECT = 'WA203'
FROZEN = 'WA204'
NEVER_READ = 'WA205'
EXPIRED = 'WA206'
DATE_PASSED = 'WA207'
TOO_FAR = 'WA208'
SUPERFLUOUS = 'WA209'
BAD_IGNORE = 'WA210'
UNSTATED = 'WA211'
COMPUTED = 'WA212'
RENEWED = 'WA213'
COMMENT = 'WA214'
MENTION = 'WA215'

#: What each code means.
CODES: Final[Mapping[str, Code]] = {
    SKIPPED: Code(
        'error',
        'a file cannot be read, or not be parsed',
        'Correct it, or leave it out of the paths.',
    ),
    UNKNOWN: Code(
        'error',
        'no workaround has such a name, option or parameter',
        'Correct the name, or name the catalogue that declares it.',
    ),
    REMOVED: Code(
        'error',
        'a removed workaround is still read or set',
        'Delete the code; workarounds retire writes the patch.',
    ),
    DIRECT: Code(
        'error',
        'a direct read of the option bypasses enabled()',
        'Ask workarounds.enabled, value or param instead.',
    ),
    FROZEN: Code(
        'error',
        'a workaround is read when the module is imported',
        'Ask inside the function that needs to know, every time.',
    ),
    NEVER_READ: Code(
        'error',
        'a workaround is declared and never read',
        'Delete the declaration, or audit the code that reads it as well.',
    ),
    EXPIRED: Code(
        'error',
        "the service's version has reached the expiry",
        'Remove the workaround with workarounds retire, or renew the expiry.',
    ),
    DATE_PASSED: Code(
        'warning',
        'the date of the expiry has passed',
        'Remove the workaround with workarounds retire, or renew the expiry.',
    ),
    TOO_FAR: Code(
        'error',
        'the expiry is more than four releases or two years ahead',
        'Choose an earlier one, when somebody still knows why it is there.',
    ),
    SUPERFLUOUS: Code(
        'error',
        'an ignore comment has nothing left to silence',
        'Delete the comment.',
    ),
    BAD_IGNORE: Code(
        'error',
        'an ignore comment has no reason, or a code that it cannot silence',
        'Write it as # workarounds: ignore=WA203 why',
    ),
    UNSTATED: Code(
        'error',
        'a declaration of the project itself does not state bugs or expiry',
        'State them; Unstated is for catalogues of other projects.',
    ),
    COMPUTED: Code(
        'warning',
        'what is read is computed at run time and cannot be followed',
        'Write the name as a literal, in a read for each workaround.',
    ),
    RENEWED: Code(
        'note',
        'an expiry has been renewed',
        'Ask whether the workaround is temporary at all.',
    ),
    COMMENT: Code(
        'note',
        'a comment speaks of an expired or removed workaround',
        'Clean it up together with the workaround.',
    ),
    MENTION: Code(
        'note',
        'a text names an expired or removed workaround',
        'Clean it up together with the workaround.',
    ),
}

#: They speak of comments, or of files whose comments cannot be seen.
NOT_SILENCED: Final = (SKIPPED, SUPERFLUOUS, BAD_IGNORE)
#: Whether they hold depends on the version of the service.
NEED_VERSION: Final = (EXPIRED, TOO_FAR, COMMENT, MENTION)
