# SPDX-License-Identifier: Apache-2.0
"""The rules of the audit, each with its examples in a file of its own."""

from typing import Final

from workarounds.audit.context import SourceRule
from workarounds.audit.rules.computed_read import ComputedRead
from workarounds.audit.rules.direct_read import DirectRead
from workarounds.audit.rules.distant_expiry import DistantExpiry
from workarounds.audit.rules.duplicate_declaration import DuplicateDeclaration
from workarounds.audit.rules.expired_date import ExpiredDate
from workarounds.audit.rules.expired_release import ExpiredRelease
from workarounds.audit.rules.fix_reached import FixReached
from workarounds.audit.rules.hidden_option import HiddenOption
from workarounds.audit.rules.import_time_read import ImportTimeRead
from workarounds.audit.rules.invalid_declaration import InvalidDeclaration
from workarounds.audit.rules.invalid_suppression import InvalidSuppression
from workarounds.audit.rules.never_read import NeverRead
from workarounds.audit.rules.outdated_comment import OutdatedComment
from workarounds.audit.rules.outdated_text import OutdatedText
from workarounds.audit.rules.removed_workaround import RemovedWorkaround
from workarounds.audit.rules.renewed_expiry import RenewedExpiry
from workarounds.audit.rules.skipped_file import SkippedFile
from workarounds.audit.rules.unknown_name import UnknownName
from workarounds.audit.rules.unstated_field import UnstatedField
from workarounds.audit.rules.unused_suppression import UnusedSuppression

#: All rules, in the order of their codes.
RULES: Final[tuple[SourceRule, ...]] = (
    SkippedFile(),
    UnknownName(),
    RemovedWorkaround(),
    DirectRead(),
    ImportTimeRead(),
    NeverRead(),
    ExpiredRelease(),
    ExpiredDate(),
    DistantExpiry(),
    UnusedSuppression(),
    InvalidSuppression(),
    UnstatedField(),
    ComputedRead(),
    RenewedExpiry(),
    OutdatedComment(),
    OutdatedText(),
    HiddenOption(),
    FixReached(),
    InvalidDeclaration(),
    DuplicateDeclaration(),
)
