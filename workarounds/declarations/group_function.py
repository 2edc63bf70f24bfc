# SPDX-License-Identifier: Apache-2.0
"""Groups that only operators name: a project's function returns them."""

from collections.abc import Callable
from collections.abc import Iterable

from oslo_config import cfg

from workarounds import exceptions
from workarounds.declarations import plugin_code


def call(
    name: str,
    function: Callable[[cfg.ConfigOpts], Iterable[str]],
    conf: cfg.ConfigOpts,
) -> tuple[str, ...]:
    """Return the groups that a function finds in a configuration.

    :param name: the workaround's, for the error
    :raises workarounds.exceptions.UnresolvedGroupsError: the function reads an
        option that is not registered
    :raises workarounds.exceptions.UnknownGroupError: it fails otherwise
    """
    problem = f'{name}: the function that names the groups of its toggle'
    try:
        return plugin_code.call_plugin(lambda: tuple(function(conf) or ()))
    except exceptions.PluginError as error:
        # Its text is left out: it can quote what is secret.
        cause = error.__cause__
    problem += f' raised {type(cause).__name__}'
    if isinstance(cause, cfg.NoSuchOptError | cfg.NoSuchGroupError):
        raise exceptions.UnresolvedGroupsError(
            f'{problem}; register the options that it reads first'
        )
    raise exceptions.UnknownGroupError(
        f'{problem}; it takes the configuration and returns a list of names'
    )
