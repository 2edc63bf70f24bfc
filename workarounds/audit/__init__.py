# SPDX-License-Identifier: Apache-2.0
"""The audit of source code: uses of workarounds, and diagnostics."""

from workarounds.audit.checker import check
from workarounds.audit.checker import check_file
from workarounds.audit.checker import unevaluated_expiries
from workarounds.audit.rules import RULES
from workarounds.audit.scan_result import ScanResult
from workarounds.audit.scanner import scan
from workarounds.source.references import Reference

__all__ = (
    'RULES',
    'Reference',
    'ScanResult',
    'check',
    'check_file',
    'scan',
    'unevaluated_expiries',
)
