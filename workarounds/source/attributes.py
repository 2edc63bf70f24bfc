# SPDX-License-Identifier: Apache-2.0
"""Abstract values of the attributes of a module's classes."""

import ast
from collections.abc import Iterator
import functools
import re
from typing import Final
from typing import Protocol
import weakref

from workarounds.source import abstract_values
from workarounds.source import tree
from workarounds.source.abstract_values import AbstractValue
from workarounds.source.abstract_values import LocalClass
from workarounds.source.abstract_values import Special
from workarounds.source.abstract_values import Symbol
from workarounds.source.scopes import Function
from workarounds.source.scopes import Scope
from workarounds.source.text import Source
from workarounds.source.tree import LineSet

#: An attribute, unless it is called, indexed or part of a longer chain.
_STORE: Final = re.compile(r'\.(\w+)\b(?![ \t]*[(.\[])')


class Evaluator(Protocol):
    """Evaluates everything but attributes; ``Names`` does it."""

    def evaluate(self, node: ast.expr, scope: Scope) -> AbstractValue:
        """Return the value of an expression."""

    def evaluate_binding(self, name: str, scope: Scope) -> AbstractValue:
        """Return the value of a name in the scope that binds it."""


class Attributes:
    """The attributes of the classes of one module.

    :param names: referenced weakly, because it references this object
    """

    def __init__(self, source: Source, names: Evaluator) -> None:
        self._source = source
        self._names: Evaluator = weakref.proxy(names)
        self._cache: dict[tuple[Scope, str], AbstractValue | None] = {}

    def get(self, owner: LocalClass, name: str) -> AbstractValue | None:
        """Return the value of an attribute of a class, or None."""
        scope = owner.scope
        key = scope, name
        if key not in self._cache:
            # Unknown during its own evaluation: a class may refer to itself.
            self._cache[key] = Special.UNKNOWN
            values = list(self._assigned_in_class(scope, name))
            if name in scope.bindings:
                values.append(self._names.evaluate_binding(name, scope))
            self._cache[key] = (
                abstract_values.union(values)
                if values
                else self._inherited(scope, name)
            )
        if owner.is_instance and self._is_overridden(scope, name):
            return Special.UNKNOWN
        return self._cache[key]

    @functools.cached_property
    def _assignment_lines(self) -> dict[str, LineSet]:
        """The lines that may assign to an attribute, by attribute."""
        lines: dict[str, list[int]] = {}
        for match in _STORE.finditer(self._source.text):
            line = self._source.line_at(match.start())
            lines.setdefault(match[1], []).append(line)
        return {name: LineSet(numbers) for name, numbers in lines.items()}

    def _assigned_in_class(
        self, scope: Scope, name: str
    ) -> Iterator[AbstractValue]:
        """Yield the values that methods of a class assign to ``self.name``."""
        owner = scope.owner
        if (
            not isinstance(owner, ast.ClassDef)
            or name not in self._assignment_lines
        ):
            return
        lines = self._assignment_lines[name].within(owner)
        for method in owner.body if lines else ():
            if isinstance(method, Function) and lines.touches(method):
                yield from self._assigned_in_method(
                    scope.child(method), name, lines
                )

    def _assigned_in_method(
        self, scope: Scope, name: str, lines: LineSet
    ) -> Iterator[AbstractValue]:
        unclear = 0
        for part in tree.nodes_on_lines(scope.owner, lines):
            match part:
                case (
                    ast.Assign(
                        targets=[
                            ast.Attribute(
                                value=ast.Name(id=owner), attr=attribute
                            )
                        ],
                        value=value,
                    )
                    | ast.AnnAssign(
                        target=ast.Attribute(
                            value=ast.Name(id=owner), attr=attribute
                        ),
                        value=ast.expr() as value,
                    )
                ) if attribute == name and owner == scope.self_name:
                    unclear -= 1
                    yield self._names.evaluate(value, scope)
                case ast.Attribute(
                    attr=attribute, ctx=ast.Store() | ast.Del()
                ) if attribute == name:
                    unclear += 1
        if unclear:
            yield Special.UNKNOWN

    def _inherited(self, scope: Scope, name: str) -> AbstractValue | None:
        for base in self._bases(scope):
            if isinstance(base, Symbol):
                return base[name]
            if not isinstance(base, LocalClass):
                return Special.UNKNOWN
            value = self.get(LocalClass(base.scope), name)
            if value is not None:
                return value
        return None

    def _bases(self, scope: Scope) -> Iterator[AbstractValue]:
        owner = scope.owner
        if isinstance(owner, ast.ClassDef) and scope.parent is not None:
            for base in owner.bases:
                yield self._names.evaluate(base, scope.parent)

    def _is_overridden(self, scope: Scope, name: str) -> bool:
        """Return whether a derived class of this module redefines it."""
        parent = scope.parent
        if parent is None or not isinstance(parent.owner, ast.Module):
            return False
        family = {scope}
        for node in parent.owner.body:
            if not isinstance(node, ast.ClassDef):
                continue
            derived = parent.child(node)
            if any(
                isinstance(base, LocalClass) and base.scope in family
                for base in self._bases(derived)
            ):
                family.add(derived)
                if name in derived.bindings or any(
                    self._assigned_in_class(derived, name)
                ):
                    return True
        return False
