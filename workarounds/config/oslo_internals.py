# SPDX-License-Identifier: Apache-2.0
"""All that is used of oslo.config beyond what it promises, and proof of it.

oslo.config keeps the values that were read in a dictionary of its own and
empties that dictionary whenever a value may have changed. There is no hook to
hear of it. So a *tripwire* object is put into that dictionary and held nowhere
else: when the dictionary is emptied or replaced, the tripwire dies at once and
its weak reference calls back. Nothing of oslo.config is patched or replaced.

One change does not end with the dictionary emptied: ``mutate_config_files``
empties it first and then brings in the new files, so a thread that reads in
between would remember an old value. That one is seen by the identity of the
namespace that the mutable options are read from.

:func:`holds` proves on a configuration object of its own that both are so.
Where they are not (another oslo.config, a class derived from its own), values
are read through oslo.config's public interface instead.
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
#: Stands in for an override that is not there.
NOT_SET: Any = object()

_CACHE = '_ConfigOpts__cache'
MUTABLE = '_mutable_ns'
_GROUP = cfg.OptGroup(GROUP)


class _Tripwire:
    __slots__ = ('__weakref__',)


class Memo:
    """Answers that hold until the configuration may have changed.

    :ivar mutable: the namespace that mutable options were read from
    :ivar parsed: the namespace that the other options were read from
    :ivar answers: by the name of the workaround
    :ivar values: by the name of the option
    :ivar armed: the tripwire is in place; an answer read before it was could
        be out of date and must not be remembered
    """

    __slots__ = (
        'answers',
        'armed',
        'mutable',
        'parsed',
        'tripwire',
        'values',
    )

    def __init__(self, mutable: object, parsed: object) -> None:
        self.mutable = mutable
        self.parsed = parsed
        self.answers: dict[str, bool] = {}
        self.values: dict[str, Any] = {}
        self.armed = False
        self.tripwire: weakref.ref[_Tripwire] | None = None


#: Never current: its namespace is none that a configuration could have.
_NO_MEMO = Memo(NOT_SET, NOT_SET)


class Watch:
    """The memo that is current for one configuration object.

    :param conf: the configuration object
    :ivar memo: to answer from while its ``mutable`` is ``state[MUTABLE]``
    :ivar state: the configuration object's attributes. A look into this
        dictionary is three times as fast as reading an attribute of a class
        that defines ``__getattr__``.
    """

    __slots__ = ('memo', 'state')

    def __init__(self, conf: cfg.ConfigOpts) -> None:
        self.memo = _NO_MEMO
        self.state: dict[str, Any] = {MUTABLE: None}
        if MUTABLE in getattr(conf, '__dict__', ()):
            self.state = vars(conf)

    def __deepcopy__(self, _: object) -> None:
        # A copied tripwire would have nobody to call.
        return None

    def open_memo(self, conf: cfg.ConfigOpts) -> Memo | None:
        """Return the memo for answers that are read from now on.

        ``None`` when nothing that is read now may be remembered.
        """
        state = self.state
        # While the files and the remote sources are being read, values change
        # without the dictionary being emptied.
        parsed = state.get('_namespace')
        if (
            parsed is None
            or len(state['_sources']) < len(conf.config_source)
            or not holds(type(conf))
        ):
            return None
        memo = self.memo
        if memo.mutable is state[MUTABLE]:
            return memo if memo.armed else None
        # The order matters: a memo must be current before its tripwire can
        # be tripped, and armed before anybody writes to it.
        memo = Memo(state[MUTABLE], parsed)
        self.memo = memo
        tripwire = _Tripwire()
        memo.tripwire = weakref.ref(
            tripwire, functools.partial(self._trip, memo)
        )
        state[_CACHE][memo] = tripwire
        del tripwire
        memo.armed = True
        return memo

    def admits(self, memo: Memo) -> bool:
        """Tell whether what was read since a memo was opened may go into it.

        Not if the files were read anew meanwhile.
        """
        return memo.parsed is self.state['_namespace']

    def _trip(self, memo: Memo, _: object) -> None:
        # A thread that is still writing to this memo now has it for itself.
        if self.memo is memo:
            self.memo = _NO_MEMO


def read(conf: cfg.ConfigOpts, option: str) -> Any:
    """Read one option, past oslo.config's own memory if that can be done.

    oslo.config can remember an outdated value for good when one thread reads
    while another one reloads, so its memory is not asked.

    :raises ValueError: the value cannot be parsed
    :raises oslo_config.cfg.Error: nothing of that name is registered
    """
    if holds(type(conf)):
        return conf._do_get(option, _GROUP)[0]
    return conf[GROUP][option]


def is_registered(conf: cfg.ConfigOpts, option: str) -> bool:
    """Tell whether an option of the group is registered."""
    return GROUP in conf and option in conf[GROUP]


def registered(conf: cfg.ConfigOpts, option: str) -> cfg.Opt:
    """Return the object of an option that is registered."""
    return conf._get_opt_info(option, GROUP)['opt']


def override(conf: cfg.ConfigOpts, option: str) -> Any:
    """Return what ``set_override`` put there, :data:`NOT_SET` if nothing."""
    return conf._get_opt_info(option, GROUP).get('override', NOT_SET)


def changed_default(conf: cfg.ConfigOpts, option: str) -> Any:
    """Return what ``set_default`` put there, :data:`NOT_SET` if nothing."""
    return conf._get_opt_info(option, GROUP).get('default', NOT_SET)


def uses_environment(conf: cfg.ConfigOpts) -> bool:
    """Tell whether environment variables count."""
    return bool(getattr(conf, '_use_env', True))


def arguments(conf: cfg.ConfigOpts) -> list[str]:
    """Return the command line that a configuration object has read."""
    return list(getattr(conf, '_args', None) or ())


def missing_sources(conf: cfg.ConfigOpts) -> int:
    """Return how many of the remote sources could not be opened."""
    opened = len(vars(conf).get('_sources', conf.config_source))
    return len(conf.config_source) - opened


_PROVEN: dict[type, bool] = {}


def holds(cls: type) -> bool:
    """Prove that configuration objects of a class behave as assumed.

    :param cls: :class:`oslo_config.cfg.ConfigOpts` or a class derived from it
    """
    if cls not in _PROVEN:
        proven = False
        if issubclass(cls, cfg.ConfigOpts):
            try:
                proven = _Proof(cls).succeeds()
            except (OSError, RuntimeError):
                # No thread or no file to be had: says nothing about the class.
                return False
            except Exception:
                # Whatever it is, the class is not what this room knows.
                LOG.debug('%s is built in another way', cls, exc_info=True)
        if not proven:
            LOG.info(
                '%s.%s is not built as assumed: workarounds are looked up in '
                'public, which takes longer',
                cls.__module__,
                cls.__qualname__,
            )
        _PROVEN[cls] = proven
    return _PROVEN[cls]


class _Proof:
    """Change a value in every way and look at what is noticed."""

    def __init__(self, cls: Callable[[], cfg.ConfigOpts]) -> None:
        self.conf = cls()
        self.conf.register_opt(
            cfg.BoolOpt('proof', default=False, mutable=True), GROUP
        )
        #: What the option held when the tripwire was tripped.
        self.seen: list[Any] = []

    def succeeds(self) -> bool:
        """Tell whether every change is noticed."""
        with tempfile.TemporaryDirectory() as directory:
            path = pathlib.Path(directory, 'proof.conf')
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
        yield lambda: conf.set_override('proof', True, GROUP), True
        yield lambda: conf.clear_override('proof', GROUP), False
        yield lambda: conf.set_default('proof', True, GROUP), True
        yield lambda: conf.clear_default('proof', GROUP), False
        path.write_text(f'[{GROUP}]\nproof = true\n')
        yield conf.reload_config_files, True
        path.write_text(f'[{GROUP}]\nproof = false\n')
        yield conf.mutate_config_files, False
        path.write_text(f'[{GROUP}]\nproof = true\n')
        yield conf.mutate_config_files, True
        yield conf.clear, False

    def _is_noticed(self, change: Callable[[], object], value: bool) -> bool:
        """Tell whether a change trips the wire after the new value is there.

        Or else swaps the namespace that mutable options are read from.
        """
        state = vars(self.conf)
        mutable, parsed = state[MUTABLE], state['_namespace']
        self.seen.clear()
        tripwire = _Tripwire()
        ref = weakref.ref(tripwire, lambda _: self.seen.append(self._value()))
        state[_CACHE][object()] = tripwire
        del tripwire
        # From another thread, so that it is known not to matter which one.
        thread = threading.Thread(target=change)
        thread.start()
        thread.join()
        if self._value() is not value or self.conf[GROUP].proof is not value:
            return False
        swapped = state[MUTABLE] is not mutable
        return (
            ref() is None
            and parsed is not None
            and state['_sources'] == []
            and (self.seen[-1] is value or swapped)
        )

    def _value(self) -> Any:
        return self.conf._do_get('proof', _GROUP)[0]
