# SPDX-License-Identifier: Apache-2.0
"""Traces in one module, some of which other modules must decide."""

import ast
import dataclasses

from workarounds.audit import _meaning
from workarounds.audit import _source
from workarounds.audit import _trace
from workarounds.audit import _walk


@dataclasses.dataclass(frozen=True, slots=True)
class Draft:
    """A trace, as far as one module tells.

    :param function: the first and the last line of the function around it
    :param needs_known: it counts only if its name is that of an option
    :param callee: what must turn out to be a function of this library
    :param group: what must turn out to be the group of a configuration
    :param owner: the X of ``X.workarounds``, which must turn out to be a
        configuration object
    :param name: what must turn out to be the trace's name
    :param key: what must turn out to be the trace's key
    """

    trace: _trace.Trace
    function: tuple[int, int] | None = None
    needs_known: bool = False
    callee: _meaning.Symbol | None = None
    group: _meaning.Symbol | None = None
    owner: _meaning.Symbol | None = None
    name: _meaning.Symbol | None = None
    key: _meaning.Symbol | None = None


#: A name as far as it is known here: a text, or what another module defines.
Name = str | _meaning.Symbol | None


class Drafts:
    """The traces of one module, in no order."""

    def __init__(self, source: _source.Source) -> None:
        self._source = source
        self.found: list[Draft] = []

    def add(
        self,
        kind: _trace.Kind,
        node: ast.expr | ast.stmt,
        here: _walk.Here,
        name: Name = '',
        *,
        key: Name = '',
        value: object = _trace.UNKNOWN,
        **needs: object,
    ) -> _trace.Place:
        """Add one.

        :param name: as :class:`Draft` and :class:`_trace.Trace` have it; if
            it is None, nobody can tell and the trace is ``computed``
        :param key: likewise
        :param needs: further fields of :class:`Draft`
        """
        if name is None or key is None:
            kind = 'computed'
        place = self._source.place(node)
        trace = _trace.Trace(
            kind,
            place,
            name if isinstance(name, str) else '',
            self._source.shown(place.line),
            key if isinstance(key, str) else '',
            here.is_import_time,
            value,
        )
        self.found.append(
            dataclasses.replace(
                Draft(
                    trace,
                    here.function,
                    name=name if isinstance(name, _meaning.Symbol) else None,
                    key=key if isinstance(key, _meaning.Symbol) else None,
                ),
                **needs,  # type: ignore[arg-type]  # as the caller has it
            )
        )
        return place
