# SPDX-License-Identifier: Apache-2.0
"""Use of oslo.config's private parts, and the test that they work as assumed.

oslo.config caches the values that were read in a dictionary, and empties that
dictionary whenever a value may have changed. There is no hook for it. So a
*marker* object is put into that dictionary and referenced nowhere else: when
the dictionary is emptied or replaced, the marker is freed at once and the
callback of its weak reference runs. Nothing of oslo.config is patched.

One change does not end with the dictionary emptied: ``mutate_config_files``
empties it first and then brings in the new files, so a thread that reads in
between would cache an old value. That change is seen by the identity of the
namespace that the mutable options are read from.

:func:`is_supported` tests both on a configuration object of its own. Where
the test fails (another oslo.config, a class derived from its own), values are
read through oslo.config's public interface instead.
"""

from collections.abc import Callable
from collections.abc import Iterator
import functools
import logging
import pathlib
import tempfile
import threading
from typing import Any
import weakref

from oslo_config import cfg

LOG = logging.getLogger('workarounds')

GROUP = 'workarounds'
#: The value of an override that does not exist.
NOT_SET: Any = object()

_OSLO_CACHE = '_ConfigOpts__cache'
MUTABLE = '_mutable_ns'
_GROUP = cfg.OptGroup(GROUP)


class _Marker:
    __slots__ = ('__weakref__',)


class Snapshot:
    """Answers that are valid until the configuration may have changed.

    :ivar mutable: the namespace that mutable options were read from
    :ivar parsed: the namespace that the other options were read from
    :ivar answers: by the name of the workaround
    :ivar values: by the name of the option
    :ivar is_marked: the marker is in place; an answer that was read earlier
        could be out of date and must not be kept
    """

    __slots__ = (
        'answers',
        'is_marked',
        'marker',
        'mutable',
        'parsed',
        'values',
    )

    def __init__(self, mutable: object, parsed: object) -> None:
        self.mutable = mutable
        self.parsed = parsed
        self.answers: dict[str, bool] = {}
        self.values: dict[str, Any] = {}
        self.is_marked = False
        self.marker: weakref.ref[_Marker] | None = None


#: Never current: no configuration object has its namespace.
_OUTDATED = Snapshot(NOT_SET, NOT_SET)


class LookupCache:
    """Keeps the current snapshot of one configuration object.

    :param conf: the configuration object
    :ivar snapshot: valid while its ``mutable`` is ``state[MUTABLE]``
    :ivar state: the configuration object's attributes. Reading an item of
        this dictionary is three times as fast as reading an attribute of a
        class that defines ``__getattr__``.
    """

    __slots__ = ('snapshot', 'state')

    def __init__(self, conf: cfg.ConfigOpts) -> None:
        self.snapshot = _OUTDATED
        self.state: dict[str, Any] = {MUTABLE: None}
        if MUTABLE in getattr(conf, '__dict__', ()):
            self.state = vars(conf)

    def __deepcopy__(self, _: object) -> None:
        # The callback of a copied marker would invalidate nothing.
        return None

    def open_snapshot(self, conf: cfg.ConfigOpts) -> Snapshot | None:
        """Return where to keep answers read from now on; ``None``: nowhere."""
        state = self.state
        # While the files and the remote sources are being read, values change
        # without the dictionary being emptied.
        parsed = state.get('_namespace')
        if (
            parsed is None
            or len(state['_sources']) < len(conf.config_source)
            or not is_supported(type(conf))
        ):
            return None
        snapshot = self.snapshot
        if snapshot.mutable is state[MUTABLE]:
            return snapshot if snapshot.is_marked else None
        # The order matters: a snapshot must be current before its marker can
        # be freed, and marked before an answer is written to it.
        snapshot = Snapshot(state[MUTABLE], parsed)
        self.snapshot = snapshot
        marker = _Marker()
        snapshot.marker = weakref.ref(
            marker, functools.partial(self._invalidate, snapshot)
        )
        state[_OSLO_CACHE][snapshot] = marker
        del marker
        snapshot.is_marked = True
        return snapshot

    def may_keep(self, snapshot: Snapshot) -> bool:
        """Return whether answers read since a snapshot was opened are valid.

        They are not if the files were read again meanwhile.
        """
        return snapshot.parsed is self.state['_namespace']

    def _invalidate(self, snapshot: Snapshot, _: object) -> None:
        # No reader will see what another thread still writes to it.
        if self.snapshot is snapshot:
            self.snapshot = _OUTDATED


def read_option(conf: cfg.ConfigOpts, option: str) -> Any:
    """Read one option, bypassing oslo.config's own cache where possible.

    oslo.config can cache an outdated value for good when one thread reads
    while another one reloads.

    :raises ValueError: the value cannot be parsed
    :raises oslo_config.cfg.Error: nothing of that name is registered
    """
    if is_supported(type(conf)):
        return conf._do_get(option, _GROUP)[0]
    return conf[GROUP][option]


def is_registered(conf: cfg.ConfigOpts, option: str) -> bool:
    """Return whether an option of the group is registered."""
    return GROUP in conf and option in conf[GROUP]


def get_registered_opt(conf: cfg.ConfigOpts, option: str) -> cfg.Opt:
    """Return the object that an option was registered with."""
    return conf._get_opt_info(option, GROUP)['opt']


def get_override(conf: cfg.ConfigOpts, option: str) -> Any:
    """Return the value of ``set_override``, :data:`NOT_SET` if none."""
    return conf._get_opt_info(option, GROUP).get('override', NOT_SET)


def get_changed_default(conf: cfg.ConfigOpts, option: str) -> Any:
    """Return the value of ``set_default``, :data:`NOT_SET` if none."""
    return conf._get_opt_info(option, GROUP).get('default', NOT_SET)


def uses_environment(conf: cfg.ConfigOpts) -> bool:
    """Return whether environment variables set options."""
    return bool(getattr(conf, '_use_env', True))


def get_arguments(conf: cfg.ConfigOpts) -> list[str]:
    """Return the command line that a configuration object has parsed."""
    return list(getattr(conf, '_args', None) or ())


def count_missing_sources(conf: cfg.ConfigOpts) -> int:
    """Return how many of the remote sources could not be opened."""
    opened = len(vars(conf).get('_sources', conf.config_source))
    return len(conf.config_source) - opened


_SUPPORTED: dict[type, bool] = {}


def is_supported(cls: type) -> bool:
    """Return whether configuration objects of a class behave as assumed.

    :param cls: :class:`oslo_config.cfg.ConfigOpts` or a class derived from it
    """
    if cls not in _SUPPORTED:
        supported = False
        if issubclass(cls, cfg.ConfigOpts):
            try:
                supported = _SelfTest(cls).passes()
            except (OSError, RuntimeError):
                # No thread or file could be made: the class is not to blame.
                return False
            except Exception:
                # Any other error means that its private parts differ.
                LOG.debug('%s cannot be tested', cls, exc_info=True)
        if not supported:
            LOG.info(
                'unsupported ConfigOpts class %s.%s; using the slower public '
                'lookup',
                cls.__module__,
                cls.__qualname__,
            )
        _SUPPORTED[cls] = supported
    return _SUPPORTED[cls]


class _SelfTest:
    """Changes a value in every way and checks that it is noticed."""

    def __init__(self, cls: Callable[[], cfg.ConfigOpts]) -> None:
        self.conf = cls()
        self.conf.register_opt(
            cfg.BoolOpt('self_test', default=False, mutable=True), GROUP
        )
        #: The value of the option each time that the marker was freed.
        self.seen: list[Any] = []

    def passes(self) -> bool:
        """Return whether every change is noticed."""
        with tempfile.TemporaryDirectory() as directory:
            path = pathlib.Path(directory, 'self_test.conf')
            path.write_text('')
            self.conf(
                [f'--config-file={path}'],
                default_config_files=[],
                default_config_dirs=[],
                use_env=False,
            )
            return all(
                self._is_noticed(change, value)
                for change, value in self._changes(path)
            )

    def _changes(
        self, path: pathlib.Path
    ) -> Iterator[tuple[Callable[[], object], bool]]:
        """Yield changes, and the value that each leads to."""
        conf = self.conf
        yield lambda: conf.set_override('self_test', True, GROUP), True
        yield lambda: conf.clear_override('self_test', GROUP), False
        yield lambda: conf.set_default('self_test', True, GROUP), True
        yield lambda: conf.clear_default('self_test', GROUP), False
        path.write_text(f'[{GROUP}]\nself_test = true\n')
        yield conf.reload_config_files, True
        path.write_text(f'[{GROUP}]\nself_test = false\n')
        yield conf.mutate_config_files, False
        path.write_text(f'[{GROUP}]\nself_test = true\n')
        yield conf.mutate_config_files, True
        yield conf.clear, False

    def _is_noticed(self, change: Callable[[], object], value: bool) -> bool:
        """Return whether a change frees the marker after the value is set.

        Or else replaces the namespace that mutable options are read from.
        """
        state = vars(self.conf)
        mutable, parsed = state[MUTABLE], state['_namespace']
        self.seen.clear()
        marker = _Marker()
        ref = weakref.ref(marker, lambda _: self.seen.append(self._value()))
        state[_OSLO_CACHE][object()] = marker
        del marker
        # In another thread: a change must be noticed whoever makes it.
        thread = threading.Thread(target=change)
        thread.start()
        thread.join()
        if (
            self._value() is not value
            or self.conf[GROUP].self_test is not value
        ):
            return False
        swapped = state[MUTABLE] is not mutable
        return (
            ref() is None
            and parsed is not None
            and state['_sources'] == []
            and (self.seen[-1] is value or swapped)
        )

    def _value(self) -> Any:
        return self.conf._do_get('self_test', _GROUP)[0]
