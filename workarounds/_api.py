# SPDX-License-Identifier: Apache-2.0
"""Registries with lookups, and the default registry with its functions.

Only this module and the command line read the clock. Everything below takes
the registry, the configuration, the day and the version as arguments.
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

    The module-level functions of this library are those of a default registry,
    which belongs to the service. A library that runs inside services has its
    own registry, so that its expiries are compared with its own version::

        REGISTRY = workarounds.Registry(project='oslo.messaging')
        REGISTRY.register(...)
        REGISTRY.enabled('cancel_on_failover', conf)

    :param declarations: declarations to register first
    :param project: Python distribution of the code; ``None`` for the service
    :ivar enabled: as :func:`workarounds.enabled`
    :ivar value: as :func:`workarounds.value`
    :ivar param: as :func:`workarounds.param`
    :raises workarounds.exceptions.DeclarationError: ``project`` cannot be the
        name of a distribution
    :raises workarounds.exceptions.DuplicateDeclarationError: as
        :meth:`register`
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

        Call this after the declarations, and after the service has registered
        options of its own. It can be called any number of times, and on any
        number of configuration objects.

        :param conf: configuration object
        :raises workarounds.exceptions.OptionConflictError: the service has
            registered an option of the same name with another type, default,
            bounds or mutability, or the declared object in another group
        """
        options.register_opts(conf, self)
        # The first call takes some milliseconds, better at start than in a
        # request.
        oslo_internals.is_supported(type(conf))

    def list_opts(self, own: OwnListing = ()) -> Listing:
        """List the options of all workarounds that are registered.

        For an ``oslo.config.opts`` entry point of one project. The default
        registry lists the options of every service that the process has
        imported. The help of each option says what the workaround does, what
        True means, the bugs, the fixes and the expiry.

        If options stay in the groups of the service, give the options that
        the service lists itself and return the result in their place, so that
        a sample has each option once.

        :param own: pairs of a group, or its name, and its options, as the
            service lists them; a declared option is replaced by the one with
            the full help
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
        """Log what operators must know when the service starts.

        Each workaround that is not at its default is one line, with its bug
        and its origin. Warnings report workarounds that have expired or weaken
        security, leftover options of removed workarounds, unknown and
        misplaced keys, sections named almost like ``[workarounds]``, and
        invalid values. Mistakes of an operator never raise. Of many lines with
        the same problem, 20 are logged, and how many more there are.

        A further call with the same configuration object logs only what has
        changed since the last call. Call it again after
        ``mutate_config_files``.

        :param conf: configuration object, after it has read its files
        :param today: day that expiry dates are compared with; by default
            today in UTC
        :param service_version: release that everything is assessed for. The
            default for a registry with a project is the installed version of
            that project. For others it is the version in the ``version`` that
            ``conf`` was called with (``34.0.0``, ``%(prog)s 34.0.0``) or,
            without one, the installed version of the catalogue's project
        :raises workarounds.exceptions.NotRegisteredError: ``register_opts``
            was not called on ``conf``
        :raises workarounds.exceptions.OptionConflictError: the service has
            registered a declared option in another group since
        """
        # Importing oslo.log takes half as long as importing oslo.config.
        from workarounds import _log

        _log.log_status(
            self,
            conf,
            today=today or datetime.datetime.now(datetime.UTC).date(),
            service_version=service_version or self._find_version(conf),
            environ=os.environ,
        )

    def _find_version(self, conf: cfg.ConfigOpts) -> str | None:
        """Return the release, or the text that should contain it."""
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
