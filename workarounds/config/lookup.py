# SPDX-License-Identifier: Apache-2.0
"""The lookups of a service: whether a workaround is on, and its values."""

import itertools
from typing import Any
from typing import Protocol
from typing import TYPE_CHECKING

from oslo_config import cfg

from workarounds import exceptions
from workarounds.config import detection
from workarounds.config import oslo_internals
from workarounds.config import registered
from workarounds.config.lookup_cache import LookupCache
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.registry import Registry
from workarounds.declarations.toggle import Detected
from workarounds.declarations.toggle import OptionName

# Bound once, so that a test that replaces cfg.CONF for a while does not leave
# the answers of its own object in the cache.
_CONF = cfg.CONF
_serial = itertools.count()


if TYPE_CHECKING:

    class _Enabled(Protocol):
        # Callable cannot express an optional argument.
        def __call__(
            self,
            name: str,
            conf: cfg.ConfigOpts | None = None,
            group: str | None = None,
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
        make_cache = self._make_cache

        def enabled(
            name: str,
            conf: cfg.ConfigOpts | None = None,
            group: str | None = None,
        ) -> bool:
            """Return whether a workaround is on.

            A call is fast enough for every request, and correct at once after
            a value has changed in oslo.config. Do not store the answer.

            :param name: name of the workaround
            :param conf: configuration object; by default oslo.config's global
                one
            :param group: group of the toggle, if it has several; otherwise
                ignored
            :raises workarounds.exceptions.UnknownWorkaroundError: no
                workaround has that name
            :raises workarounds.exceptions.RemovedWorkaroundError: the
                workaround was removed
            :raises workarounds.exceptions.NotRegisteredError:
                ``register_opts`` was not called on ``conf``
            :raises workarounds.exceptions.InvalidValueError: the value of the
                toggle cannot be parsed
            :raises workarounds.exceptions.UnknownGroupError: the toggle has
                several groups, and ``group`` is none of them
            :raises TypeError: ``conf`` is not a configuration object
            """
            # Of a toggle in several groups, no answer is kept by its name.
            if conf is None:
                snapshot = global_cache.snapshot
                if snapshot.mutable is global_state['_mutable_ns']:
                    try:
                        return snapshot.answers[name]
                    except KeyError:
                        pass
                return read_enabled(name, global_cache, _CONF, group)
            try:
                cache = conf.__dict__.get(attribute)
            except AttributeError:
                cache = None
            if cache is None:
                cache = make_cache(conf)
            snapshot = cache.snapshot
            if snapshot.mutable is cache.state['_mutable_ns']:
                try:
                    return snapshot.answers[name]
                except KeyError:
                    pass
            return read_enabled(name, cache, conf, group)

        return enabled

    def _read_enabled(
        self,
        name: str,
        cache: LookupCache,
        conf: cfg.ConfigOpts,
        group: str | None,
    ) -> bool:
        workaround = self._registry.get(name)
        if isinstance(workaround.toggle, Detected):
            return detection.detect(name, workaround.toggle).is_on
        if workaround.option and not isinstance(workaround.group, str):
            return workaround.is_on(self.value(name, conf, group))
        snapshot = cache.open_snapshot(conf)
        answer = workaround.option is None or workaround.is_on(
            read_option(workaround, _toggle(workaround, conf, group), conf)
        )
        if snapshot is not None and cache.may_keep(snapshot):
            snapshot.answers[name] = answer
        return answer

    def _cache_of(
        self, conf: cfg.ConfigOpts | None
    ) -> tuple[LookupCache, cfg.ConfigOpts]:
        if conf is None:
            return self._cache, _CONF
        cache = getattr(conf, '__dict__', {}).get(self._attribute)
        return cache or self._make_cache(conf), conf

    def _make_cache(self, conf: cfg.ConfigOpts) -> LookupCache:
        oslo_internals.check_conf(conf)
        cache = vars(conf)[self._attribute] = LookupCache(conf)
        return cache

    def value(
        self,
        name: str,
        conf: cfg.ConfigOpts | None = None,
        group: str | None = None,
    ) -> Any:
        """Return the value of a workaround's toggle.

        For a toggle that is not boolean. :func:`workarounds.enabled` returns
        whether the workaround is on.

        :param name: name of the workaround
        :param conf: as for :func:`workarounds.enabled`
        :param group: as for :func:`workarounds.enabled`
        :raises workarounds.exceptions.NoToggleError: the workaround has no
            option
        :raises workarounds.exceptions.WorkaroundError: as
            :func:`workarounds.enabled`
        """
        workaround = self._registry.get(name)
        cache, conf = self._cache_of(conf)
        option = _toggle(workaround, conf, group)
        return self._value(workaround, option, cache, conf)

    def param(
        self,
        name: str,
        key: str,
        conf: cfg.ConfigOpts | None = None,
        group: str | None = None,
    ) -> Any:
        """Return the value of a workaround's parameter.

        :param name: name of the workaround
        :param key: key of the parameter in the declaration
        :param conf: as for :func:`workarounds.enabled`
        :param group: as for :func:`workarounds.enabled`
        :raises workarounds.exceptions.UnknownParamError: the workaround has no
            such parameter
        :raises workarounds.exceptions.WorkaroundError: as
            :func:`workarounds.enabled`
        """
        workaround = self._registry.get(name)
        own_group, opt = workaround.param(key)
        cache, conf = self._cache_of(conf)
        if own_group is None:
            own_group = choose_group(workaround, conf, group)
        option = OptionName(own_group, opt.dest)
        return self._value(workaround, option, cache, conf)

    def _value(
        self,
        workaround: Workaround,
        option: OptionName,
        cache: LookupCache,
        conf: cfg.ConfigOpts,
    ) -> Any:
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


def choose_group(
    workaround: Workaround, conf: cfg.ConfigOpts, group: str | None
) -> str:
    """Return the group of a toggle to read.

    :param group: the given group, if any; ignored if the toggle has one group
    :raises workarounds.exceptions.UnknownGroupError: the toggle does not have
        the group, or has several and none is given
    """
    if isinstance(workaround.group, str):
        return workaround.group
    groups = registered.groups_of(conf, workaround)
    if group in groups:
        return group
    if group in workaround.groups_on(conf):
        # The service registers it there itself, or it is not registered.
        return str(group)
    known = ', '.join(groups) or 'none'
    which = 'give group=' if group is None else f'{group!r} is none of them'
    raise exceptions.UnknownGroupError(
        f'{workaround.name}: the groups of its toggle are {known}; {which}'
    )


def _toggle(
    workaround: Workaround, conf: cfg.ConfigOpts, group: str | None
) -> OptionName:
    """Return the name of the toggle in a group.

    :raises workarounds.exceptions.NoToggleError: the workaround has no option
    :raises workarounds.exceptions.UnknownGroupError: as :func:`choose_group`
    """
    if workaround.option is None:
        raise exceptions.NoToggleError(
            f'{workaround.name} has no option, and so no value; ask enabled()'
        )
    return OptionName(choose_group(workaround, conf, group), workaround.option)


def read_option(
    workaround: Workaround, option: OptionName, conf: cfg.ConfigOpts
) -> Any:
    """Read one option of a workaround.

    :raises workarounds.exceptions.NotRegisteredError: the option is not
        registered
    :raises workarounds.exceptions.InvalidValueError: the value cannot be
        parsed
    :raises workarounds.exceptions.UnresolvedReferenceError: the value refers
        to an option that is not registered
    """
    reference = ''
    try:
        return oslo_internals.read_option(conf, option)
    except cfg.NoSuchOptError as error:
        reference = error.opt_name
    except cfg.NoSuchGroupError as error:
        reference = error.group_name
    except (ValueError, RecursionError, cfg.Error):
        # A value can refer to others with $, even in a circle.
        pass
    # Raised outside the handler: oslo.config's error quotes the whole value,
    # which can contain the values of other options, and would be the context.
    if not oslo_internals.is_registered(conf, option):
        raise exceptions.NotRegisteredError(
            f'{workaround.name}: option {option} is not registered; '
            f'call workarounds.register_opts(conf), or register_opts(conf) of '
            f'the registry of a library, once after the declarations'
        )
    # Imported only for a bad value: it parses files.
    from workarounds.config import origin

    raise origin.make_invalid_value_error(conf, option, reference)
