# SPDX-License-Identifier: Apache-2.0
"""The check of a configuration: its files and variables."""

from workarounds.check.checker import check
from workarounds.check.checker import check_status
from workarounds.check.checker import COUNTED
from workarounds.check.rules import RULES

__all__ = (
    'COUNTED',
    'RULES',
    'check',
    'check_status',
)
