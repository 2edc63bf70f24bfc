# SPDX-License-Identifier: Apache-2.0
"""Removal of a workaround from source, as if it were always off, or on."""

from workarounds.retire.api import plan
from workarounds.retire.planner import Change
from workarounds.retire.planner import Plan
from workarounds.retire.reports import Edit

__all__ = (
    'Change',
    'Edit',
    'Plan',
    'plan',
)
