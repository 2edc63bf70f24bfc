# SPDX-License-Identifier: Apache-2.0
"""The check of a configuration: what is wrong in files and variables."""

from workarounds.check.checker import check
from workarounds.check.checker import check_status
from workarounds.check.rules import RULES
from workarounds.check.shortening import MOST
from workarounds.check.shortening import shorten

__all__ = (
    'MOST',
    'RULES',
    'check',
    'check_status',
    'shorten',
)
