# SPDX-License-Identifier: Apache-2.0
"""Answers of lookups, kept while the configuration does not change."""

import functools
from typing import Any
import weakref

from oslo_config import cfg

from workarounds.config import oslo_internals
from workarounds.config.oslo_internals import Marker
from workarounds.declarations.toggle import OptionName


class Snapshot:
    """Answers that are valid until the configuration may have changed.

    :ivar mutable: the namespace that mutable options were read from
    :ivar parsed: the namespace that the other options were read from
    :ivar answers: by the name of the workaround, whose toggle has one group
    :ivar values: by the name of the option, with its group
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
        self.values: dict[OptionName, Any] = {}
        self.is_marked = False
        self.marker: weakref.ref[Marker] | None = None


#: Never current: no configuration object has its namespace.
_OUTDATED = Snapshot(oslo_internals.NOT_SET, oslo_internals.NOT_SET)


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
        self.state: dict[str, Any] = {oslo_internals.MUTABLE: None}
        if oslo_internals.MUTABLE in getattr(conf, '__dict__', ()):
            self.state = vars(conf)

    def __deepcopy__(self, _: object) -> None:
        # The callback of a copied marker would invalidate nothing.
        return None

    def open_snapshot(self, conf: cfg.ConfigOpts) -> Snapshot | None:
        """Return the snapshot for answers read from now on, or ``None``."""
        state = self.state
        # While the files and the remote sources are being read, values change
        # without the dictionary being emptied.
        parsed = state.get('_namespace')
        if (
            parsed is None
            or len(state['_sources']) < len(conf.config_source)
            or not oslo_internals.is_supported(type(conf))
        ):
            return None
        snapshot = self.snapshot
        if snapshot.mutable is state[oslo_internals.MUTABLE]:
            return snapshot if snapshot.is_marked else None
        # The order matters: a snapshot must be current before its marker can
        # be freed, and marked before an answer is written to it.
        snapshot = Snapshot(state[oslo_internals.MUTABLE], parsed)
        self.snapshot = snapshot
        marker = Marker()
        snapshot.marker = weakref.ref(
            marker, functools.partial(self._invalidate, snapshot)
        )
        state[oslo_internals.OSLO_CACHE][snapshot] = marker
        del marker
        snapshot.is_marked = True
        return snapshot

    def may_keep(self, snapshot: Snapshot) -> bool:
        """Return whether answers read since a snapshot was opened are valid.

        Answers are not valid if the files were read again meanwhile.
        """
        return snapshot.parsed is self.state['_namespace']

    def _invalidate(self, snapshot: Snapshot, _: object) -> None:
        # No reader will see what another thread still writes to the old one.
        if self.snapshot is snapshot:
            self.snapshot = _OUTDATED
