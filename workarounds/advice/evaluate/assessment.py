# SPDX-License-Identifier: Apache-2.0
"""Assessments: a status, a reason code, and the facts behind it.

``workarounds.advice.render.sentences`` makes the prose. The words here are
promises to readers of the JSON. A reason that answers several questions is the
same word in each.
"""

from collections.abc import Mapping
from collections.abc import Sequence
import dataclasses
import enum
from typing import Any


class HostStatus(enum.StrEnum):
    """Whether a host needs a workaround, the worst first."""

    NEEDED = 'needed'
    UNKNOWN = 'unknown'
    CHOICE = 'choice'
    NOT_NEEDED = 'not-needed'


class RemovalStatus(enum.StrEnum):
    """Whether the code of a workaround may be deleted, the worst first."""

    BLOCKED = 'blocked'
    UNKNOWN = 'unknown'
    CHOICE = 'choice'
    REMOVABLE = 'removable'


class PlatformStatus(enum.StrEnum):
    """Whether a platform has the fix, the worst first."""

    UNFIXED = 'unfixed'
    UNKNOWN = 'unknown'
    FIXED = 'fixed'
    NOT_AFFECTED = 'not-affected'


class HostReason(enum.StrEnum):
    """Why a host needs a workaround, or why not."""

    # Not needed.
    CONFIGURATION_RULES_IT_OUT = 'configuration-rules-it-out'
    FILE_RULES_IT_OUT = 'file-rules-it-out'
    FIRST_SHIPPED_AT_OR_PAST_FIX = 'first-shipped-at-or-past-fix'
    FIRST_SHIPPED_NOT_AFFECTED = 'first-shipped-not-affected'
    LOWER_BOUND_AT_OR_PAST_FIX = 'lower-bound-at-or-past-fix'
    LOWER_BOUND_NOT_AFFECTED = 'lower-bound-not-affected'
    MINIMUM_VERSION_PAST_AFFECTED = 'minimum-version-past-affected'
    MINIMUM_VERSION_PAST_FIX = 'minimum-version-past-fix'
    NOT_IN_THIS_RELEASE = 'not-in-this-release'
    OLDEST_PEER_PAST_FIX = 'oldest-peer-past-fix'
    OPTION_IGNORED = 'option-ignored'
    OPTION_REMOVED = 'option-removed'
    PACKAGE_AT_OR_PAST_FIX = 'package-at-or-past-fix'
    PLATFORM_NEVER_AFFECTED = 'platform-never-affected'
    PROGRAM_AT_OR_PAST_FIX = 'program-at-or-past-fix'
    PROGRAM_NOT_AFFECTED = 'program-not-affected'
    PYTHON_PACKAGE_AT_OR_PAST_FIX = 'python-package-at-or-past-fix'
    PYTHON_PACKAGE_NOT_AFFECTED = 'python-package-not-affected'
    RELEASE_AT_OR_PAST_FIX = 'release-at-or-past-fix'
    # Needed.
    CONFIGURATION_NEEDS_IT = 'configuration-needs-it'
    FILE_NEEDS_IT = 'file-needs-it'
    OPEN_AS_OF_RELEASE = 'open-as-of-release'
    PACKAGE_BEFORE_FIX = 'package-before-fix'
    PLATFORM_END_OF_LIFE = 'platform-end-of-life'
    PLATFORM_NOT_FIXED = 'platform-not-fixed'
    PLATFORM_WILL_NOT_FIX = 'platform-will-not-fix'
    PROGRAM_BEFORE_FIX = 'program-before-fix'
    PYTHON_PACKAGE_BEFORE_FIX = 'python-package-before-fix'
    RELEASE_BEFORE_FIX = 'release-before-fix'
    WILL_NOT_BE_FIXED = 'will-not-be-fixed'
    # A choice.
    PREFERENCE = 'preference'
    # Unknown: of the option, which was removed in some release.
    OPTION_RELEASE_NOT_KNOWN = 'option-release-not-known'
    OPTION_STILL_READ = 'option-still-read'
    # Unknown: of the fix.
    CANNOT_BE_SEEN_FROM_HOST = 'cannot-be-seen-from-host'
    CONFIGURATION_NOT_KNOWN = 'configuration-not-known'
    FILE_NOT_KNOWN = 'file-not-known'
    FIX_MAY_BE_BACKPORTED = 'fix-may-be-backported'
    FIX_REOPENED = 'fix-reopened'
    FIXED_VERSION_NOT_KNOWN = 'fixed-version-not-known'
    LATER_RELEASE_NOT_KNOWN = 'later-release-not-known'
    PLATFORM_FIX_NOT_KNOWN = 'platform-fix-not-known'
    PLATFORM_NEWER_THAN_FACTS = 'platform-newer-than-facts'
    VERSION_NOT_COMPARABLE = 'version-not-comparable'
    # Unknown: of what runs.
    OTHER_HOSTS_NOT_KNOWN = 'other-hosts-not-known'
    PROGRAM_CONTRADICTS_PACKAGE = 'program-contradicts-package'
    PROGRAM_HIDES_PACKAGE = 'program-hides-package'
    PROGRAM_OF_ANOTHER_PACKAGE = 'program-of-another-package'
    PROGRAM_VERSION_NOT_KNOWN = 'program-version-not-known'
    RELEASE_NOT_KNOWN = 'release-not-known'
    RUNNING_KERNEL_NOT_KNOWN = 'running-kernel-not-known'
    # Unknown: of the package, which may not be the platform's own.
    FIRST_PACKAGE_NOT_KNOWN = 'first-package-not-known'
    PACKAGE_FROM_BACKPORTS = 'package-from-backports'
    PACKAGE_FROM_CLOUD_ARCHIVE = 'package-from-cloud-archive'
    PACKAGE_FROM_PERSONAL_ARCHIVE = 'package-from-personal-archive'
    PACKAGE_MANAGER_DIFFERS = 'package-manager-differs'
    PACKAGE_MAY_BE_REBUILT = 'package-may-be-rebuilt'
    PACKAGE_NOT_INSTALLED = 'package-not-installed'
    PACKAGE_NOT_KNOWN = 'package-not-known'
    PACKAGE_NOT_PUBLISHED = 'package-not-published'
    PACKAGE_OF_ANOTHER_PLATFORM = 'package-of-another-platform'
    PACKAGE_OF_ANOTHER_RELEASE = 'package-of-another-release'
    PACKAGE_OF_ANOTHER_VENDOR = 'package-of-another-vendor'
    PACKAGE_ORIGIN_NOT_KNOWN = 'package-origin-not-known'


class PlatformReason(enum.StrEnum):
    """Why a platform has the fix, or why not."""

    FIRST_SHIPPED_AT_OR_PAST_FIX = 'first-shipped-at-or-past-fix'
    FIRST_SHIPPED_NOT_AFFECTED = 'first-shipped-not-affected'
    FIX_MAY_BE_BACKPORTED = 'fix-may-be-backported'
    FIX_REOPENED = 'fix-reopened'
    FIXED_VERSION_NOT_KNOWN = 'fixed-version-not-known'
    LOWER_BOUND_AT_OR_PAST_FIX = 'lower-bound-at-or-past-fix'
    LOWER_BOUND_NOT_AFFECTED = 'lower-bound-not-affected'
    MINIMUM_VERSION_PAST_AFFECTED = 'minimum-version-past-affected'
    MINIMUM_VERSION_PAST_FIX = 'minimum-version-past-fix'
    MINOR_RELEASE_NOT_KNOWN = 'minor-release-not-known'
    PLATFORM_END_OF_LIFE = 'platform-end-of-life'
    PLATFORM_FIX_NOT_KNOWN = 'platform-fix-not-known'
    PLATFORM_HAS_FIX = 'platform-has-fix'
    PLATFORM_NEVER_AFFECTED = 'platform-never-affected'
    PLATFORM_NEWER_THAN_FACTS = 'platform-newer-than-facts'
    PLATFORM_NOT_FIXED = 'platform-not-fixed'
    PLATFORM_WILL_NOT_FIX = 'platform-will-not-fix'
    VERSION_NOT_COMPARABLE = 'version-not-comparable'


class RemovalReason(enum.StrEnum):
    """Why the code of a workaround may be deleted, or why not."""

    # Removable.
    MINIMUM_VERSION_PAST_AFFECTED = 'minimum-version-past-affected'
    MINIMUM_VERSION_PAST_FIX = 'minimum-version-past-fix'
    OLDEST_PEER_PAST_FIX = 'oldest-peer-past-fix'
    PLATFORMS_HAVE_FIX = 'platforms-have-fix'
    RELEASE_AT_OR_PAST_FIX = 'release-at-or-past-fix'
    # Blocked.
    DEPENDS_ON_CONFIGURATION = 'depends-on-configuration'
    DEPENDS_ON_HOST = 'depends-on-host'
    OLDEST_PEER_BEFORE_FIX = 'oldest-peer-before-fix'
    OPEN_AS_OF_RELEASE = 'open-as-of-release'
    PLATFORMS_NOT_FIXED = 'platforms-not-fixed'
    RELEASE_BEFORE_FIX = 'release-before-fix'
    WILL_NOT_BE_FIXED = 'will-not-be-fixed'
    # A choice.
    PREFERENCE = 'preference'
    # Unknown.
    CANNOT_BE_SEEN_FROM_HOST = 'cannot-be-seen-from-host'
    FIX_REOPENED = 'fix-reopened'
    FIXED_VERSION_NOT_KNOWN = 'fixed-version-not-known'
    LATER_RELEASE_NOT_KNOWN = 'later-release-not-known'
    NO_SUPPORTED_PLATFORM = 'no-supported-platform'
    OLDEST_PEER_NOT_KNOWN = 'oldest-peer-not-known'
    PLATFORMS_NOT_KNOWN = 'platforms-not-known'
    RELEASE_NOT_KNOWN = 'release-not-known'
    VERSION_NOT_COMPARABLE = 'version-not-comparable'


Status = HostStatus | RemovalStatus | PlatformStatus
Reason = HostReason | RemovalReason | PlatformReason


@dataclasses.dataclass(frozen=True)
class Assessment:
    """A status, its reason, and the facts behind it.

    :param status: the answer
    :param reason: why, from the enumeration that belongs to the status
    :param fields: facts as plain JSON values; ``fields.FIELDS`` has all names
    """

    status: Status
    reason: Reason
    fields: Mapping[str, Any]

    def to_data(self) -> dict[str, Any]:
        """Return the assessment as plain data."""
        return {
            'status': self.status.value,
            'reason': self.reason.value,
            'fields': dict(self.fields),
        }


def combine(assessments: Sequence[Assessment]) -> Assessment:
    """Return the assessment of several required fixes.

    The first fix with the worst status decides. If there are several fixes,
    the field ``fixes`` has the assessments of all.
    """
    order = list(type(assessments[0].status))
    worst = min(assessments, key=lambda assessed: order.index(assessed.status))
    if len(assessments) == 1:
        return worst
    fixes = []
    for assessed in assessments:
        data = assessed.to_data()
        fixes.append({'bug': data['fields'].pop('bug', None), **data})
    return dataclasses.replace(worst, fields={**worst.fields, 'fixes': fixes})
