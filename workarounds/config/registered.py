# SPDX-License-Identifier: Apache-2.0
"""The options that are registered on a configuration object.

The record is an attribute of the object, which cannot be hashed.
"""

from oslo_config import cfg

from workarounds.declarations.declaration import Workaround
from workarounds.declarations.toggle import OptionName


def options_of(conf: cfg.ConfigOpts) -> set[OptionName]:
    """Return the options that were registered here, not by the service."""
    found: set[OptionName] = vars(conf).setdefault(
        '_workarounds_registered', set()
    )
    return found


def add_groups(conf: cfg.ConfigOpts, workaround: Workaround) -> None:
    """Remember in which groups the options of a workaround are registered."""
    if callable(workaround.group):
        groups = _groups(conf).setdefault(workaround, {})
        groups |= dict.fromkeys(workaround.groups_on(conf))


def groups_of(conf: cfg.ConfigOpts, workaround: Workaround) -> tuple[str, ...]:
    """Return the groups in which the options of a workaround are registered.

    A function that names groups is not called again: its input can change
    while the service runs, and the options stay where they are.

    :raises workarounds.exceptions.UnknownGroupError: nothing is registered,
        and the function fails
    """
    found = _groups(conf).get(workaround)
    return tuple(found) if found else workaround.groups_on(conf)


def _groups(conf: cfg.ConfigOpts) -> dict[Workaround, dict[str, None]]:
    found: dict[Workaround, dict[str, None]] = vars(conf).setdefault(
        '_workarounds_groups', {}
    )
    return found
