# SPDX-License-Identifier: Apache-2.0
"""Traces in one module, some of which other modules must decide."""

import ast
import dataclasses

from workarounds.source import references
from workarounds.source.abstract_values import Symbol
from workarounds.source.references import Place
from workarounds.source.references import Reference
from workarounds.source.references import ReferenceKind
from workarounds.source.text import Source
from workarounds.source.walk import Context


@dataclasses.dataclass(frozen=True, slots=True)
class UnresolvedReference:
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

    reference: Reference
    function: tuple[int, int] | None = None
    needs_known: bool = False
    callee: Symbol | None = None
    group: Symbol | None = None
    owner: Symbol | None = None
    name: Symbol | None = None
    key: Symbol | None = None


#: A name as far as it is known here: a text, or what another module defines.
Name = str | Symbol | None


class ReferenceCollector:
    """The traces of one module, in no order."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.unresolved: list[UnresolvedReference] = []

    def add(
        self,
        kind: ReferenceKind,
        node: ast.expr | ast.stmt,
        context: Context,
        name: Name = '',
        *,
        key: Name = '',
        value: object = references.UNKNOWN,
        **needs: object,
    ) -> Place:
        """Add one.

        :param name: as :class:`Draft` and :class:`_trace.Trace` have it; if
            it is None, nobody can tell and the trace is ``computed``
        :param key: likewise
        :param needs: further fields of :class:`Draft`
        """
        if name is None or key is None:
            kind = 'computed'
        place = self._source.place(node)
        reference = Reference(
            kind,
            place,
            name if isinstance(name, str) else '',
            self._source.stripped_line(place.line),
            key if isinstance(key, str) else '',
            context.is_import_time,
            value,
        )
        self.unresolved.append(
            dataclasses.replace(
                UnresolvedReference(
                    reference,
                    context.function,
                    name=name if isinstance(name, Symbol) else None,
                    key=key if isinstance(key, Symbol) else None,
                ),
                **needs,  # type: ignore[arg-type]  # as the caller has it
            )
        )
        return place
