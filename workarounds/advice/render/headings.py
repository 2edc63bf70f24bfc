# SPDX-License-Identifier: Apache-2.0
"""What workarounds that may not be deleted wait for, by reason.

They are grouped under these headings; the sentence about each says more.
"""

from collections.abc import Mapping
from collections.abc import Sequence
import dataclasses
import datetime

from workarounds.advice.evaluate.assessment import RemovalReason
from workarounds.advice.evaluate.assessment import RemovalStatus
from workarounds.advice.evaluate.matrix import Matrix
from workarounds.advice.evaluate.matrix import Row


@dataclasses.dataclass(frozen=True)
class Heading:
    """A reason in a few words, and what to do about it."""

    title: str
    cure: str


#: By the reason why code is blocked, or why the answer is unknown.
HEADINGS: Mapping[str, Heading] = {
    RemovalReason.DEPENDS_ON_CONFIGURATION: Heading(
        'Some configurations need it',
        'It may be deleted when no supported configuration does.',
    ),
    RemovalReason.DEPENDS_ON_HOST: Heading(
        'Some hosts need it',
        'It may be deleted when no supported host does.',
    ),
    RemovalReason.OLDEST_PEER_BEFORE_FIX: Heading(
        'An older release without the fix may still run beside this one',
        'Look again when the oldest release that may run beside it has the '
        'fix.',
    ),
    RemovalReason.OPEN_AS_OF_RELEASE: Heading(
        'The bug is open',
        'Look again when it is closed; then declare the release with the fix.',
    ),
    RemovalReason.PLATFORMS_NOT_FIXED: Heading(
        'A supported platform does not have the fix',
        'Look again when its support ends, or when it gets the fix.',
    ),
    RemovalReason.RELEASE_BEFORE_FIX: Heading(
        'This release does not have the fix',
        'Look again in the release that has it.',
    ),
    RemovalReason.WILL_NOT_BE_FIXED: Heading(
        'The bug will never be fixed',
        'The code must stay as long as the software with the bug is '
        'supported.',
    ),
    RemovalReason.CANNOT_BE_SEEN_FROM_HOST: Heading(
        'Only a person can see it',
        'Check by hand what the sentence says.',
    ),
    RemovalReason.FIX_REOPENED: Heading(
        'The fix did not hold',
        'Find out whether a later one does, and declare that.',
    ),
    RemovalReason.FIXED_VERSION_NOT_KNOWN: Heading(
        'The version with the fix is not known',
        'Find it out, and declare it.',
    ),
    RemovalReason.LATER_RELEASE_NOT_KNOWN: Heading(
        'It was open in an earlier release',
        'Find out whether the bug is still open, and declare the release.',
    ),
    RemovalReason.NO_SUPPORTED_PLATFORM: Heading(
        'No supported platform is known',
        'Name the supported platforms in a data file (--data).',
    ),
    RemovalReason.OLDEST_PEER_NOT_KNOWN: Heading(
        'Which releases may run beside this one is not known',
        'State the oldest one in a data file (--data, oldest_peer).',
    ),
    RemovalReason.PLATFORMS_NOT_KNOWN: Heading(
        'What a platform has is not known',
        'State in a data file (--data) what it first shipped, or which '
        'package has the fix.',
    ),
    RemovalReason.RELEASE_NOT_KNOWN: Heading(
        'The release of this code is not known',
        'Give --service-version.',
    ),
    RemovalReason.VERSION_NOT_COMPARABLE: Heading(
        'A version cannot be compared',
        'Correct it where it is declared or stated.',
    ),
}


@dataclasses.dataclass(frozen=True)
class Group:
    """The workarounds of one status that have a reason in common."""

    heading: Heading | None
    rows: Sequence[Row]


def group(matrix: Matrix, status: RemovalStatus) -> list[Group]:
    """Group the workarounds of a status by reason.

    The expired ones come first, then those whose day to look again is near.
    """
    groups: dict[Heading | None, list[Row]] = {}
    for row in matrix.rows:
        if row.assessment.status == status:
            heading = HEADINGS.get(row.assessment.reason)
            groups.setdefault(heading, []).append(row)
    return [
        Group(heading, sorted(rows, key=_urgency))
        for heading, rows in groups.items()
    ]


def _urgency(row: Row) -> tuple[bool, str]:
    until = str(row.assessment.fields.get('until', datetime.date.max))
    return not row.is_expired, until
