# SPDX-License-Identifier: Apache-2.0
"""What the attributes of a module's classes mean."""

import ast
from collections.abc import Iterator
import functools
import re
from typing import Final
from typing import Protocol
import weakref

from workarounds.source import abstract_values
from workarounds.source import tree
from workarounds.source.abstract_values import Inside
from workarounds.source.abstract_values import Meaning
from workarounds.source.abstract_values import Special
from workarounds.source.abstract_values import Symbol
from workarounds.source.scopes import Function
from workarounds.source.scopes import Scope
from workarounds.source.text import Source
from workarounds.source.tree import Lines

#: An attribute, unless it is called, indexed or part of a longer chain.
_STORE: Final = re.compile(r'\.(\w+)\b(?![ \t]*[(.\[])')


class Names(Protocol):
    """What tells what anything else means."""

    def of(self, node: ast.expr, scope: Scope) -> Meaning:
        """Tell what an expression means."""

    def bound(self, name: str, scope: Scope) -> Meaning:
        """Tell what a name means in the scope that binds it."""


class Attributes:
    """The attributes of the classes of one module.

    :param names: is referred to weakly, for it holds this
    """

    def __init__(self, source: Source, names: Names) -> None:
        self._source = source
        self._names: Names = weakref.proxy(names)
        self._known: dict[tuple[Scope, str], Meaning | None] = {}

    def get(self, owner: Inside, name: str) -> Meaning | None:
        """Tell what an attribute of a class means; None if it has none."""
        scope = owner.scope
        key = scope, name
        if key not in self._known:
            # While it is looked for it is unknown: a class may name itself.
            self._known[key] = Special.UNKNOWN
            found = list(self._stored(scope, name))
            if name in scope.bindings:
                found.append(self._names.bound(name, scope))
            self._known[key] = (
                abstract_values.together(found)
                if found
                else self._inherited(scope, name)
            )
        if owner.is_instance and self._is_overridden(scope, name):
            return Special.UNKNOWN
        return self._known[key]

    @functools.cached_property
    def _stores(self) -> dict[str, Lines]:
        """The lines that may assign to an attribute, by its name."""
        lines: dict[str, list[int]] = {}
        for found in _STORE.finditer(self._source.text):
            line = self._source.line_at(found.start())
            lines.setdefault(found[1], []).append(line)
        return {name: Lines(its) for name, its in lines.items()}

    def _stored(self, scope: Scope, name: str) -> Iterator[Meaning]:
        """Find what the methods of a class assign to ``self.name``."""
        owner = scope.owner
        if not isinstance(owner, ast.ClassDef) or name not in self._stores:
            return
        lines = self._stores[name].within(owner)
        for method in owner.body if lines else ():
            if isinstance(method, Function) and lines.touch(method):
                yield from self._assigned(scope.inner(method), name, lines)

    def _assigned(
        self, scope: Scope, name: str, lines: Lines
    ) -> Iterator[Meaning]:
        unclear = 0
        for part in tree.touching(scope.owner, lines):
            match part:
                case (
                    ast.Assign(
                        targets=[
                            ast.Attribute(
                                value=ast.Name(id=me), attr=attribute
                            )
                        ],
                        value=value,
                    )
                    | ast.AnnAssign(
                        target=ast.Attribute(
                            value=ast.Name(id=me), attr=attribute
                        ),
                        value=ast.expr() as value,
                    )
                ) if attribute == name and me == scope.me:
                    unclear -= 1
                    yield self._names.of(value, scope)
                case ast.Attribute(
                    attr=attribute, ctx=ast.Store() | ast.Del()
                ) if attribute == name:
                    unclear += 1
        if unclear:
            yield Special.UNKNOWN

    def _inherited(self, scope: Scope, name: str) -> Meaning | None:
        for base in self._bases(scope):
            if isinstance(base, Symbol):
                return base[name]
            if not isinstance(base, Inside):
                return Special.UNKNOWN
            found = self.get(Inside(base.scope), name)
            if found is not None:
                return found
        return None

    def _bases(self, scope: Scope) -> Iterator[Meaning]:
        owner = scope.owner
        if isinstance(owner, ast.ClassDef) and scope.parent is not None:
            for base in owner.bases:
                yield self._names.of(base, scope.parent)

    def _is_overridden(self, scope: Scope, name: str) -> bool:
        """Tell whether a derived class of this module has its own."""
        parent = scope.parent
        if parent is None or not isinstance(parent.owner, ast.Module):
            return False
        family = {scope}
        for node in parent.owner.body:
            if not isinstance(node, ast.ClassDef):
                continue
            derived = parent.inner(node)
            if any(
                isinstance(base, Inside) and base.scope in family
                for base in self._bases(derived)
            ):
                family.add(derived)
                if name in derived.bindings or any(
                    self._stored(derived, name)
                ):
                    return True
        return False
