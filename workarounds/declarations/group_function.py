# SPDX-License-Identifier: Apache-2.0
"""Groups that only operators name: a project's function returns them."""

from collections.abc import Callable
from collections.abc import Iterable

from oslo_config import cfg

from workarounds import _text
from workarounds import exceptions
from workarounds.declarations import plugin_code
from workarounds.declarations import toggle

_CURE = 'it takes the configuration and returns a list of names'


def call(
    name: str,
    function: Callable[[cfg.ConfigOpts], Iterable[str]],
    conf: cfg.ConfigOpts,
) -> tuple[str, ...]:
    """Return the groups that a function finds in a configuration.

    :param name: the workaround's, for the error
    :returns: each group once
    :raises workarounds.exceptions.UnresolvedGroupsError: the function reads an
        option that is not registered
    :raises workarounds.exceptions.UnknownGroupError: it fails otherwise, or
        returns something else
    """
    problem = f'{name}: the function that names the groups of its toggle'
    try:
        return plugin_code.call_plugin(_find_groups, function, conf)
    except exceptions.PluginError as error:
        # Its text is left out: it can quote what is secret.
        cause = error.__cause__
    if isinstance(cause, _WrongGroupsError):
        raise exceptions.UnknownGroupError(
            f'{problem} returned {cause}; {_CURE}'
        )
    problem += f' raised {type(cause).__name__}'
    if isinstance(cause, cfg.NoSuchOptError | cfg.NoSuchGroupError):
        raise exceptions.UnresolvedGroupsError(
            f'{problem}; register the options that it reads first'
        )
    raise exceptions.UnknownGroupError(f'{problem}; {_CURE}')


class _WrongGroupsError(Exception):
    """What a function returned instead of names, as a phrase.

    It quotes no name, which can be the value of another option.
    """


def _find_groups(
    function: Callable[[cfg.ConfigOpts], Iterable[str]], conf: cfg.ConfigOpts
) -> tuple[str, ...]:
    groups = function(conf) or ()
    if isinstance(groups, str):
        raise _WrongGroupsError('one text')
    by_key: dict[str, str] = {}
    for group in groups:
        if not isinstance(group, str):
            raise _WrongGroupsError(
                f'a list with an item of type {type(group).__name__}'
            )
        if not group or group != _text.printable(group):
            raise _WrongGroupsError(
                'a name that is empty or has a control character'
            )
        by_key.setdefault(toggle.group_key(group), group)
    return tuple(by_key.values())
