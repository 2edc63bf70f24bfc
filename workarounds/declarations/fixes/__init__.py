# SPDX-License-Identifier: Apache-2.0
"""How a workaround stops being needed: a class for each way."""

from workarounds.declarations.fixes.configuration import ConfigFix
from workarounds.declarations.fixes.file import FileFix
from workarounds.declarations.fixes.package import Package
from workarounds.declarations.fixes.package import PackageFix
from workarounds.declarations.fixes.release import ReleaseFix
from workarounds.declarations.fixes.several import AnyOf
from workarounds.declarations.fixes.several import Fix
from workarounds.declarations.fixes.several import HINT
from workarounds.declarations.fixes.several import problems
from workarounds.declarations.fixes.several import single_fixes
from workarounds.declarations.fixes.several import SingleFix
from workarounds.declarations.fixes.stated import Choice
from workarounds.declarations.fixes.stated import ManualFix
from workarounds.declarations.fixes.stated import NoFix
from workarounds.declarations.fixes.version import Undetermined
from workarounds.declarations.fixes.version import Version

__all__ = (
    'HINT',
    'AnyOf',
    'Choice',
    'ConfigFix',
    'FileFix',
    'Fix',
    'ManualFix',
    'NoFix',
    'Package',
    'PackageFix',
    'ReleaseFix',
    'SingleFix',
    'Undetermined',
    'Version',
    'problems',
    'single_fixes',
)
