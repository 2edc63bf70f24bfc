# SPDX-License-Identifier: Apache-2.0
"""A fixture for tests that use the ``fixtures`` package."""

from collections.abc import Mapping
from typing import Any

import fixtures
from oslo_config import cfg

from workarounds import _api
from workarounds import exceptions
from workarounds._api import Registry
from workarounds.config.overrides import Overrides


class WorkaroundFixture(fixtures.Fixture):
    """Turns workarounds on or off for a test, whatever their polarity.

    The end restores the former values, so fixtures can be nested.

    :param conf: configuration object; by default oslo.config's global one
    :param registry: registry; by default that of the service
    :param params: values of parameters, by workaround and key:
        ``{'announce': {'count': 5}}``
    :param group: group of the toggles, if they have several; nest fixtures to
        set several groups
    :param workarounds: True for on, False for off, by the name of the
        workaround; or a value of a toggle that is not boolean
    :raises workarounds.exceptions.WorkaroundError: when the fixture is set up,
        a name, group, parameter or value does not exist
    """

    def __init__(
        self,
        conf: cfg.ConfigOpts | None = None,
        registry: Registry | None = None,
        params: Mapping[str, Mapping[str, Any]] | None = None,
        group: str | None = None,
        **workarounds: Any,
    ) -> None:
        super().__init__()
        self._conf = cfg.CONF if conf is None else conf
        self._registry = _api.REGISTRY if registry is None else registry
        self._params = params or {}
        self._group = group
        self._workarounds = workarounds

    def setUp(self) -> None:
        """Turn the workarounds on or off."""
        try:
            super().setUp()
        except fixtures.MultipleExceptions as wrapped:
            # The original error says more than the wrapper.
            cause = wrapped.args[0][1]
            if isinstance(cause, exceptions.WorkaroundError | TypeError):
                raise cause from None
            raise

    def _setUp(self) -> None:  # noqa: N802, the base class says so
        overrides = Overrides(self._registry, self._conf)
        self.addCleanup(overrides.restore)
        for name, wanted in self._workarounds.items():
            overrides.set_workaround(name, wanted, self._group)
        for name, params in self._params.items():
            if not isinstance(params, Mapping):
                raise TypeError(
                    f'params: {name!r} is {params!r}, not a mapping; write '
                    f"params={{'name_of_workaround': {{{name!r}: ...}}}}"
                )
            overrides.set_params(name, self._group, **params)
