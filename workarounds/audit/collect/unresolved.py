# SPDX-License-Identifier: Apache-2.0
"""References in one module, some of which depend on other modules."""

import ast
import dataclasses

from workarounds.source import references
from workarounds.source.abstract_values import Symbol
from workarounds.source.references import Reference
from workarounds.source.references import ReferenceKind
from workarounds.source.references import SourceRange
from workarounds.source.text import Source
from workarounds.source.walk import Context


@dataclasses.dataclass(frozen=True, slots=True)
class UnresolvedReference:
    """A reference, as far as one module determines it.

    Each symbol must resolve to the given thing, or else there is no reference
    or its kind is ``computed``.

    :param function: the first and last line of the outermost function
    :param needs_known: dropped unless its name is a known one; so is every
        named option of another group than the usual one
    :param callee: a function of this library
    :param owner: the X of ``X.option``: a group or a configuration object
    :param conf: the X of ``X.workarounds``: a configuration object
    :param name: the name of the reference
    :param key: the key of the reference
    """

    reference: Reference
    function: tuple[int, int] | None = None
    needs_known: bool = False
    callee: Symbol | None = None
    owner: Symbol | None = None
    conf: Symbol | None = None
    name: Symbol | None = None
    key: Symbol | None = None


#: A name: a string, a symbol of another module, or None if it is unknown.
Name = str | Symbol | None


class ReferenceCollector:
    """Collects the references of one module, in any order."""

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
        group: str = '',
        **needs: object,
    ) -> SourceRange:
        """Add a reference.

        :param name: None makes the reference ``computed``
        :param key: likewise
        :param group: of the option that is named
        :param needs: further fields of :class:`UnresolvedReference`
        :returns: the place of the node
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
            group,
        )
        self.unresolved.append(
            dataclasses.replace(
                UnresolvedReference(
                    reference,
                    context.function,
                    name=name if isinstance(name, Symbol) else None,
                    key=key if isinstance(key, Symbol) else None,
                ),
                **needs,  # type: ignore[arg-type]  # fields of the class
            )
        )
        return place
