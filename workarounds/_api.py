# SPDX-License-Identifier: Apache-2.0
"""Registries that can be asked, and the default one with its functions.

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
from workarounds.config.options import OwnListing
from workarounds.declarations import registry
from workarounds.declarations import releases
from workarounds.declarations.registry import Registrable


class Registry(registry.Registry):
    """Declarations by name, in the order in which they were registered.

    The functions of this library are those of a default registry, which
    belongs to the service. A library that runs inside services has one of its
    own, so that its expiries are compared with its own version::

        REGISTRY = workarounds.Registry(project='oslo.messaging')
        REGISTRY.register(...)
        REGISTRY.enabled('cancel_on_failover', conf)

    :param declarations: the first to register
    :param project: the distribution whose code it is; ``None`` for the service
    :ivar enabled: as :func:`workarounds.enabled`
    :ivar value: as :func:`workarounds.value`
    :ivar param: as :func:`workarounds.param`
    :raises workarounds.exceptions.DuplicateDeclarationError: as
        :meth:`register` does
    """

    def __init__(
        self, *declarations: Registrable, project: str | None = None
    ) -> None:
        super().__init__(*declarations, project=project)
        lookup = Lookup(self)
        self.enabled = lookup.enabled
        self.value = lookup.value
        self.param = lookup.param

    def register_opts(self, conf: cfg.ConfigOpts) -> None:
        """Register the options of all declared workarounds.

        Call it after the declarations and, where the service registers some
        of the options itself, after that. It can be called any number of
        times, and on any number of configuration objects.

        :param conf: the configuration object
        :raises workarounds.exceptions.OptionConflictError: the service has
            registered an option of the same name that differs in type,
            default or bounds, or the declared one in another group
        """
        options.register_opts(conf, self)
        # Takes some milliseconds the first time: at start, not in a request.
        oslo_internals.is_supported(type(conf))

    def list_opts(self, own: OwnListing = ()) -> Listing:
        """List the options of all declared workarounds.

        For an ``oslo.config.opts`` entry point: the text of each option tells
        operators what it does, what True means, the bugs, where they are
        fixed and when the workaround expires.

        Where options stay in the groups of the service, give it what the
        service lists itself, and return the result instead: a sample then has
        each option once.

        :param own: the pairs of a group, or its name, and its options that
            the service lists itself; an option that is declared is replaced
            by the one with the text
        :returns: pairs of a group and its options
        """
        return options.list_opts(self, own)

    def log_status(
        self,
        conf: cfg.ConfigOpts,
        *,
        today: datetime.date | None = None,
        service_version: str | None = None,
    ) -> None:
        """Log what operators must hear when the service starts.

        One line for each workaround that is not at its default, with its bug
        and where it was set. Warnings for workarounds that have expired or
        weaken security, for what is left in the file of removed ones, for
        unknown and misplaced keys, for sections named almost like
        ``[workarounds]``, and for values that cannot be understood. It never
        raises for what an operator wrote. Of many lines of a file with the
        same problem, 20 are logged, and how many more there are.

        A further call with the same configuration object logs what has
        changed since, and nothing if nothing has: call it again after
        ``mutate_config_files``.

        :param conf: the configuration object, after it has read its files
        :param today: what dates of expiry are compared with, today's date in
            UTC if left out
        :param service_version: the release that all is judged for. If left
            out: for a registry with a project, the version of that which is
            installed; else the version in the ``version`` that ``conf`` was
            called with (``34.0.0``, ``%(prog)s 34.0.0``) or, without one, the
            installed version of the catalogue's project
        :raises workarounds.exceptions.NotRegisteredError: ``register_opts``
            was not called on ``conf``
        :raises workarounds.exceptions.OptionConflictError: the service has
            registered a declared option in another group since
        """
        # oslo.log takes half as long to import as oslo.config.
        from workarounds import _log

        _log.log_status(
            self,
            conf,
            today=today or datetime.datetime.now(datetime.UTC).date(),
            service_version=service_version or self._find_version(conf),
            environ=os.environ,
        )

    def _find_version(self, conf: cfg.ConfigOpts) -> str | None:
        """Return what says the release, or what ought to and does not."""
        project, text = self.project, getattr(conf, 'version', None)
        if project is None and text:
            return releases.find_version(str(text)) or str(text)
        if project is None and self.catalogue is not None:
            project = self.catalogue.project
        if project is None:
            return None
        return releases.installed(project)


#: The declarations of this process: all global state.
REGISTRY = Registry()

register = REGISTRY.register
register_opts = REGISTRY.register_opts
list_opts = REGISTRY.list_opts
log_status = REGISTRY.log_status
enabled = REGISTRY.enabled
value = REGISTRY.value
param = REGISTRY.param
