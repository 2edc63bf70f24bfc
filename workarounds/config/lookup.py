# SPDX-License-Identifier: Apache-2.0
"""The lookups of a service: is a workaround on, and what is it set to."""

import itertools
from typing import Any
from typing import Protocol
from typing import TYPE_CHECKING

from oslo_config import cfg

from workarounds import exceptions
from workarounds.config import oslo_internals
from workarounds.config.oslo_internals import LookupCache
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.registry import Registry

# Bound once, so that a test that replaces cfg.CONF for a while does not leave
# the answers of its own object in the cache.
_CONF = cfg.CONF
_serial = itertools.count()


if TYPE_CHECKING:

    class _Enabled(Protocol):
        # Callable cannot say that conf may be left out.
        def __call__(
            self, name: str, conf: cfg.ConfigOpts | None = None
        ) -> bool: ...


class Lookup:
    """The lookups in one registry, on any configuration object.

    :param registry: the declarations
    :ivar enabled: see :func:`workarounds.enabled`
    """

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        # A ConfigOpts cannot be hashed, so each carries its own cache.
        self._attribute = f'_workarounds_cache_{next(_serial)}'
        self._cache = LookupCache(_CONF)
        self.enabled = self._make_enabled()

    def _make_enabled(self) -> '_Enabled':
        # A closure takes three quarters of the time of a method, and conf as a
        # keyword-only argument a quarter more.
        global_cache, global_state = self._cache, self._cache.state
        attribute, read_enabled = self._attribute, self._read_enabled

        def enabled(name: str, conf: cfg.ConfigOpts | None = None) -> bool:
            """Return whether a workaround is on.

            Fast enough for every request, and correct at once after a value
            has changed in oslo.config: do not store the answer.

            :param name: the workaround's name
            :param conf: a configuration object, oslo.config's global one if
                left out
            :raises workarounds.exceptions.UnknownWorkaroundError: nothing of
                that name is declared
            :raises workarounds.exceptions.RemovedWorkaroundError: it was
                removed
            :raises workarounds.exceptions.NotRegisteredError:
                ``register_opts`` was not called on ``conf``
            :raises workarounds.exceptions.InvalidValueError: the value of the
                toggle cannot be parsed
            """
            if conf is None:
                snapshot = global_cache.snapshot
                if snapshot.mutable is global_state['_mutable_ns']:
                    try:
                        return snapshot.answers[name]
                    except KeyError:
                        pass
                return read_enabled(name, global_cache, _CONF)
            cache = conf.__dict__.get(attribute)
            if cache is None:
                cache = conf.__dict__[attribute] = LookupCache(conf)
            snapshot = cache.snapshot
            if snapshot.mutable is cache.state['_mutable_ns']:
                try:
                    return snapshot.answers[name]
                except KeyError:
                    pass
            return read_enabled(name, cache, conf)

        return enabled

    def _read_enabled(
        self, name: str, cache: LookupCache, conf: cfg.ConfigOpts
    ) -> bool:
        workaround = self._registry.get(name)
        snapshot = cache.open_snapshot(conf)
        answer = workaround.is_on(
            read_option(workaround, workaround.option, conf)
        )
        if snapshot is not None and cache.may_keep(snapshot):
            snapshot.answers[name] = answer
        return answer

    def value(self, name: str, conf: cfg.ConfigOpts | None = None) -> Any:
        """Return the value of a workaround's toggle.

        For a toggle that is a list. Use :func:`workarounds.enabled` to find
        out whether the workaround is on.

        :param name: the workaround's name
        :param conf: as for :func:`workarounds.enabled`
        :raises workarounds.exceptions.WorkaroundError: as
            :func:`workarounds.enabled`
        """
        workaround = self._registry.get(name)
        return self._value(workaround, workaround.option, conf)

    def param(
        self, name: str, key: str, conf: cfg.ConfigOpts | None = None
    ) -> Any:
        """Return the value of a workaround's parameter.

        :param name: the workaround's name
        :param key: the parameter's option without ``<name>_``
        :param conf: as for :func:`workarounds.enabled`
        :raises workarounds.exceptions.UnknownParamError: there is no such
            parameter
        :raises workarounds.exceptions.WorkaroundError: as
            :func:`workarounds.enabled`
        """
        workaround = self._registry.get(name)
        return self._value(workaround, workaround.param(key).dest, conf)

    def _value(
        self,
        workaround: Workaround,
        option: str,
        conf: cfg.ConfigOpts | None,
    ) -> Any:
        cache: LookupCache
        if conf is None:
            cache, conf = self._cache, _CONF
        else:
            cache = conf.__dict__.get(self._attribute) or LookupCache(conf)
            conf.__dict__[self._attribute] = cache
        current = cache.snapshot
        if current.mutable is cache.state['_mutable_ns']:
            try:
                return current.values[option]
            except KeyError:
                pass
        snapshot = cache.open_snapshot(conf)
        answer = read_option(workaround, option, conf)
        if snapshot is not None and cache.may_keep(snapshot):
            snapshot.values[option] = answer
        return answer


def read_option(
    workaround: Workaround, option: str, conf: cfg.ConfigOpts
) -> Any:
    """Read one option of a workaround.

    :raises workarounds.exceptions.NotRegisteredError: it is not registered
    :raises workarounds.exceptions.InvalidValueError: it cannot be parsed
    """
    try:
        return oslo_internals.read_option(conf, option)
    except (ValueError, RecursionError, cfg.Error):
        # A value can refer to others with $, even in a circle.
        pass
    # Raised outside the handler: oslo.config's error quotes the whole value,
    # which can contain the values of other options, and would be the context.
    if not oslo_internals.is_registered(conf, option):
        raise exceptions.NotRegisteredError(
            f'{workaround.name}: option {option!r} is not registered; '
            f'call workarounds.register_opts(conf) once after the '
            f'declarations'
        )
    # Imported only for a bad value: it parses files.
    from workarounds.config import origin

    raise origin.make_invalid_value_error(conf, option)
