# SPDX-License-Identifier: Apache-2.0
"""Temporary code for other people's bugs: declared, asked for, let go."""

from workarounds import exceptions
from workarounds._declaration import RemovedWorkaround
from workarounds._declaration import Workaround
from workarounds._expiry import Never
from workarounds._expiry import Unstated
from workarounds._fix import ManualFix
from workarounds._fix import NoFix
from workarounds._fix import Package
from workarounds._fix import PackageFix
from workarounds._fix import ReleaseFix
from workarounds._fix import Undetermined
from workarounds._registry import Registry

__all__ = (
    'ManualFix',
    'Never',
    'NoFix',
    'Package',
    'PackageFix',
    'Registry',
    'ReleaseFix',
    'RemovedWorkaround',
    'Undetermined',
    'Unstated',
    'Workaround',
    'exceptions',
)
