# SPDX-License-Identifier: Apache-2.0
"""The rules of the check, each with its examples in a file of its own."""

from typing import Final

from workarounds.check.context import ConfigurationRule
from workarounds.check.rules.changes_with_upgrade import ChangesWithUpgrade
from workarounds.check.rules.deprecated_option import DeprecatedOption
from workarounds.check.rules.expired_workaround import ExpiredWorkaround
from workarounds.check.rules.former_name import FormerName
from workarounds.check.rules.indented_line import IndentedLine
from workarounds.check.rules.invalid_value import InvalidValue
from workarounds.check.rules.misplaced_option import MisplacedOption
from workarounds.check.rules.misspelt_section import MisspeltSection
from workarounds.check.rules.not_default import NotDefault
from workarounds.check.rules.not_yet_read import NotYetRead
from workarounds.check.rules.removed_option import RemovedOption
from workarounds.check.rules.repeated_option import RepeatedOption
from workarounds.check.rules.repeated_section import RepeatedSection
from workarounds.check.rules.repeats_default import RepeatsDefault
from workarounds.check.rules.unknown_option import UnknownOption
from workarounds.check.rules.unresolved_reference import UnresolvedReference
from workarounds.check.rules.weakens_security import WeakensSecurity

#: All rules, in the order of their codes.
RULES: Final[tuple[ConfigurationRule, ...]] = (
    RemovedOption(),
    UnknownOption(),
    MisspeltSection(),
    MisplacedOption(),
    InvalidValue(),
    RepeatedOption(),
    DeprecatedOption(),
    ExpiredWorkaround(),
    WeakensSecurity(),
    NotDefault(),
    RepeatedSection(),
    NotYetRead(),
    ChangesWithUpgrade(),
    UnresolvedReference(),
    FormerName(),
    RepeatsDefault(),
    IndentedLine(),
)
