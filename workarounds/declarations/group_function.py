# SPDX-License-Identifier: Apache-2.0
"""Groups that only operators name: a project's function returns them."""

from collections.abc import Callable
from collections.abc import Iterable

from oslo_config import cfg

from workarounds import exceptions


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
        return tuple(function(conf) or ())
    except (cfg.NoSuchOptError, cfg.NoSuchGroupError) as error:
        raise exceptions.UnresolvedGroupsError(
            f'{problem} raised {type(error).__name__}; register the options '
            f'that it reads first'
        ) from None
    except Exception as error:
        # Its text is left out: it can quote what is secret.
        raise exceptions.UnknownGroupError(
            f'{problem} raised {type(error).__name__}; it takes the '
            f'configuration and returns a list of names'
        ) from None
