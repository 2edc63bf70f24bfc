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
import logging
import pathlib
import tempfile
import threading
from typing import Any
import weakref

from oslo_config import cfg

from workarounds.declarations.toggle import OptionName

LOG = logging.getLogger('workarounds')

#: The value of an override that does not exist.
NOT_SET: Any = object()

OSLO_CACHE = '_ConfigOpts__cache'
MUTABLE = '_mutable_ns'
#: The group of the option of the self-test.
_GROUP = 'workarounds'
#: The name of oslo.config's default group in a file.
_DEFAULT_GROUP = 'DEFAULT'


class Marker:
    """Freed when oslo.config's dictionary of read values is emptied."""

    __slots__ = ('__weakref__',)


def check_conf(conf: object) -> None:
    """Check that an argument is a configuration object.

    :raises TypeError: it is not; the error says how to give a group
    """
    if isinstance(conf, cfg.ConfigOpts) or hasattr(conf, 'register_opt'):
        return
    hint = 'give an oslo_config.cfg.ConfigOpts'
    if isinstance(conf, str):
        hint = f'write group={conf!r} if it is the group of the toggle'
    raise TypeError(
        f'conf is a {type(conf).__name__}, not a configuration object; {hint}'
    )


def group_argument(group: str) -> str | None:
    """Return the argument that oslo.config's methods take for a group."""
    return None if group == _DEFAULT_GROUP else group


def read_option(conf: cfg.ConfigOpts, option: OptionName) -> Any:
    """Read one option, bypassing oslo.config's own cache where possible.

    oslo.config can cache an outdated value for good when one thread reads
    while another one reloads.

    :raises ValueError: the value cannot be parsed
    :raises oslo_config.cfg.Error: no option of that name is registered
    """
    group = group_argument(option.group)
    if is_supported(type(conf)):
        found = None if group is None else conf._get_group(group)
        return conf._do_get(option.name, found)[0]
    return (conf if group is None else conf[group])[option.name]


def is_registered(conf: cfg.ConfigOpts, option: OptionName) -> bool:
    """Return whether an option is registered."""
    return find_registered_opt(conf, option) is not None


def find_registered_opt(
    conf: cfg.ConfigOpts, option: OptionName
) -> cfg.Opt | None:
    """Return the object that an option was registered with, if any."""
    try:
        return get_registered_opt(conf, option)
    except cfg.Error:
        return None


def get_registered_opt(conf: cfg.ConfigOpts, option: OptionName) -> cfg.Opt:
    """Return the object that an option was registered with.

    :raises oslo_config.cfg.Error: the option is not registered
    """
    opt: cfg.Opt = _get_info(conf, option)['opt']
    return opt


def list_registered_opts(conf: cfg.ConfigOpts, group: str) -> list[cfg.Opt]:
    """List the objects of all options that are registered in a group."""
    name = group_argument(group)
    if name is None:
        infos = conf._opts
    elif name in conf._groups:
        infos = conf._groups[name]._opts
    else:
        return []
    return [info['opt'] for info in infos.values()]


def groups_with(conf: cfg.ConfigOpts, opt: cfg.Opt) -> list[str]:
    """Return the groups in which the same object is registered."""
    names = [_DEFAULT_GROUP, *getattr(conf, '_groups', ())]
    return [
        name
        for name in names
        if any(opt is other for other in list_registered_opts(conf, name))
    ]


def get_override(conf: cfg.ConfigOpts, option: OptionName) -> Any:
    """Return the value of ``set_override``, :data:`NOT_SET` if none."""
    return _get_info(conf, option).get('override', NOT_SET)


def get_changed_default(conf: cfg.ConfigOpts, option: OptionName) -> Any:
    """Return the value of ``set_default``, :data:`NOT_SET` if none."""
    return _get_info(conf, option).get('default', NOT_SET)


def _get_info(conf: cfg.ConfigOpts, option: OptionName) -> Any:
    return conf._get_opt_info(option.name, group_argument(option.group))


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
            cfg.LOG.addFilter(_is_of_the_service)
            try:
                supported = _SelfTest(cls).passes()
            except (OSError, RuntimeError):
                # No thread or file could be made: the class is not to blame.
                return False
            except Exception:
                # Any other error means that its private parts differ.
                LOG.debug('%s cannot be tested', cls, exc_info=True)
            finally:
                cfg.LOG.removeFilter(_is_of_the_service)
        if not supported:
            LOG.info(
                'unsupported ConfigOpts class %s.%s; using the slower public '
                'lookup',
                cls.__module__,
                cls.__qualname__,
            )
        _SUPPORTED[cls] = supported
    return _SUPPORTED[cls]


def _is_of_the_service(record: logging.LogRecord) -> bool:
    # oslo.config logs each value that mutate_config_files() changes.
    return 'self_test' not in record.getMessage()


class _SelfTest:
    """Changes a value in every way and checks that it is noticed."""

    def __init__(self, cls: Callable[[], cfg.ConfigOpts]) -> None:
        self.conf = cls()
        self.conf.register_opt(
            cfg.BoolOpt('self_test', default=False, mutable=True), _GROUP
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
        yield lambda: conf.set_override('self_test', True, _GROUP), True
        yield lambda: conf.clear_override('self_test', _GROUP), False
        yield lambda: conf.set_default('self_test', True, _GROUP), True
        yield lambda: conf.clear_default('self_test', _GROUP), False
        path.write_text(f'[{_GROUP}]\nself_test = true\n')
        yield conf.reload_config_files, True
        path.write_text(f'[{_GROUP}]\nself_test = false\n')
        yield conf.mutate_config_files, False
        path.write_text(f'[{_GROUP}]\nself_test = true\n')
        yield conf.mutate_config_files, True
        yield conf.clear, False

    def _is_noticed(self, change: Callable[[], object], value: bool) -> bool:
        """Return whether a change frees the marker after the value is set.

        Or else replaces the namespace that mutable options are read from.
        """
        state = vars(self.conf)
        mutable, parsed = state[MUTABLE], state['_namespace']
        self.seen.clear()
        marker = Marker()
        ref = weakref.ref(marker, lambda _: self.seen.append(self._value()))
        state[OSLO_CACHE][object()] = marker
        del marker
        # In another thread: a change must be noticed whoever makes it.
        thread = threading.Thread(target=change)
        thread.start()
        thread.join()
        if (
            self._value() is not value
            or self.conf[_GROUP].self_test is not value
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
        group = self.conf._get_group(_GROUP)
        return self.conf._do_get('self_test', group)[0]
