# SPDX-License-Identifier: Apache-2.0
"""All global state: the default registry, and the public functions of it.

Like the command line, this is where the clock is read; everything below takes
the registry, the configuration, today's date and the service's version as
arguments.
"""

import datetime
import os

from oslo_config import cfg

from workarounds.config import options
from workarounds.config import oslo_internals
from workarounds.config.lookup import Lookup
from workarounds.config.options import Listing
from workarounds.declarations.registry import Registry

#: The declarations of this process.
REGISTRY = Registry()
_LOOKUP = Lookup(REGISTRY)

register = REGISTRY.register
enabled = _LOOKUP.enabled
value = _LOOKUP.value
param = _LOOKUP.param


def register_opts(conf: cfg.ConfigOpts) -> None:
    """Register the options of all declared workarounds.

    Call it after the declarations and, where the service registers some of
    the options itself, after that. It can be called any number of times, and
    on any number of configuration objects.

    :param conf: the configuration object
    :raises workarounds.exceptions.OptionConflictError: the service has
        registered an option of the same name that differs in type, default
        or bounds
    """
    options.register_opts(conf, REGISTRY)
    # Takes some milliseconds the first time: at start, not in a request.
    oslo_internals.is_supported(type(conf))


def list_opts() -> Listing:
    """List the options of all declared workarounds.

    For a service's ``oslo.config.opts`` entry point: the text of each option
    tells operators what it does, what True means, the bugs, where they are
    fixed and when the workaround expires.

    :returns: pairs of the group and its options
    """
    return options.list_opts(REGISTRY)


def log_status(
    conf: cfg.ConfigOpts,
    *,
    today: datetime.date | None = None,
    service_version: str | None = None,
) -> None:
    """Log what operators must hear when the service starts.

    One line for each workaround that is not at its default, with its bug and
    where it was set. Warnings for workarounds that have expired or weaken
    security, for what is left in the file of removed ones, for unknown and
    misplaced keys, for sections named almost like ``[workarounds]``, and for
    values that cannot be understood. It never raises for what an operator
    wrote.

    :param conf: the configuration object, after it has read its files
    :param today: what dates of expiry are compared with, today's date in UTC
        if left out
    :param service_version: what versions of expiry are compared with, the
        ``version`` that ``conf`` was called with if left out
    :raises workarounds.exceptions.NotRegisteredError: ``register_opts`` was
        not called on ``conf``
    """
    # oslo.log takes half as long to import as oslo.config.
    from workarounds import _log

    _log.log_status(
        REGISTRY,
        conf,
        today=today or datetime.datetime.now(datetime.UTC).date(),
        service_version=service_version or getattr(conf, 'version', None),
        environ=os.environ,
    )
