# SPDX-License-Identifier: Apache-2.0
"""Temporary code for other people's bugs: declared, asked for, let go."""

from workarounds import exceptions
from workarounds._api import enabled
from workarounds._api import list_opts
from workarounds._api import log_status
from workarounds._api import param
from workarounds._api import register
from workarounds._api import register_opts
from workarounds._api import value
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
    'enabled',
    'exceptions',
    'list_opts',
    'log_status',
    'param',
    'register',
    'register_opts',
    'value',
)
