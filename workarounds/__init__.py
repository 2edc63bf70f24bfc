# SPDX-License-Identifier: Apache-2.0
"""Declare temporary code for bugs in other software, and ask if it is on."""

from workarounds import exceptions
from workarounds._api import enabled
from workarounds._api import list_opts
from workarounds._api import log_status
from workarounds._api import param
from workarounds._api import register
from workarounds._api import register_opts
from workarounds._api import Registry
from workarounds._api import value
from workarounds.declarations.catalogue import Catalogue
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.expiry import Never
from workarounds.declarations.expiry import Unstated
from workarounds.declarations.fixes import AnyOf
from workarounds.declarations.fixes import Choice
from workarounds.declarations.fixes import ConfigFix
from workarounds.declarations.fixes import FileFix
from workarounds.declarations.fixes import ManualFix
from workarounds.declarations.fixes import NoFix
from workarounds.declarations.fixes import Package
from workarounds.declarations.fixes import PackageFix
from workarounds.declarations.fixes import ReleaseFix
from workarounds.declarations.fixes import Undetermined
from workarounds.declarations.removed import RemovedWorkaround
from workarounds.declarations.toggle import Always
from workarounds.declarations.toggle import Detected

__all__ = (
    'Always',
    'AnyOf',
    'Catalogue',
    'Choice',
    'ConfigFix',
    'FileFix',
    'Detected',
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
