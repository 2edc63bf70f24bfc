# SPDX-License-Identifier: Apache-2.0
"""The names that the options of a declaration had before."""

from workarounds.declarations import toggle as declaration_toggle
from workarounds.declarations.declaration import Declaration
from workarounds.declarations.removed import RemovedWorkaround
from workarounds.declarations.toggle import OptionName


def former_names(declaration: Declaration) -> tuple[OptionName, ...]:
    """Return the former names of all options of a declaration, once each."""
    if isinstance(declaration, RemovedWorkaround):
        return declaration.former_option_names
    names = [
        *declaration_toggle.former_names(
            declaration.groups, declaration.toggle
        )
    ]
    for key in declaration.params:
        group, opt = declaration.param(key)
        groups = declaration.groups if group is None else (group,)
        names += declaration_toggle.former_names(groups, opt)
    return tuple(dict.fromkeys(names))
