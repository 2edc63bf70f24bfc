# SPDX-License-Identifier: Apache-2.0
"""Abstract evaluation of names and expressions of one module."""

import ast
import builtins
from collections.abc import Iterator
import functools
import re
from typing import Final

from workarounds.source import abstract_values
from workarounds.source import configurations
from workarounds.source import scopes
from workarounds.source import tree as source_tree
from workarounds.source.abstract_values import AbstractValue
from workarounds.source.abstract_values import ImportedGroup
from workarounds.source.abstract_values import KnownString
from workarounds.source.abstract_values import LocalClass
from workarounds.source.abstract_values import OptionGroup
from workarounds.source.abstract_values import Special
from workarounds.source.abstract_values import Symbol
from workarounds.source.abstract_values import UnionValue
from workarounds.source.attributes import Attributes
from workarounds.source.known_names import ANY_GROUP
from workarounds.source.known_names import GROUP
from workarounds.source.known_names import KnownNames
from workarounds.source.scopes import Binding
from workarounds.source.scopes import Scope
from workarounds.source.text import Source
from workarounds.source.tree import LineSet

#: Longer chains of names are not followed.
_DEPTH: Final = 20
_GLOBAL_STATEMENT: Final = re.compile(r'(?:glob|nonloc)al[ \t\\]')
_IMPORTS: Final = re.compile(
    r'^[ \t]*(?:from[ \t]+(\w[\w.]*)|import[ \t]+(\w[\w., \t]*))', re.MULTILINE
)


class Names:
    """The names of one module.

    :param known: the known workarounds, whose groups are recognised
    """

    def __init__(
        self, source: Source, tree: ast.Module, known: KnownNames
    ) -> None:
        self.module = Scope(tree)
        self._source = source
        self._known = known
        self._cache: dict[tuple[Scope, str], AbstractValue | None] = {}
        self._depth = 0
        # Rebound from another scope, by global or nonlocal.
        self._rebound = frozenset(_rebound_names(source, tree))
        self._modules = frozenset(_imported_modules(source.text))
        self.attributes = Attributes(source, self)

    @functools.cached_property
    def makes_conf(self) -> bool:
        """Return whether ``conf`` may be another one than the service's."""
        return configurations.makes_another(self._source, self.module)

    def evaluate_name(self, name: str, scope: Scope) -> AbstractValue | None:
        """Return the value of a name, or None if nothing binds it."""
        binder = scopes.binding_scope(name, scope)
        if binder is not None:
            return self.evaluate_binding(name, binder)
        if scopes.STAR not in self.module.bindings or hasattr(builtins, name):
            return None
        match self.evaluate_binding(scopes.STAR, self.module):
            case Symbol() as symbol:
                return symbol[name]
        return Special.UNKNOWN

    def evaluate(self, node: ast.expr, scope: Scope) -> AbstractValue:
        """Return the value of an expression."""
        steps: list[tuple[str | None, bool]] = []
        while True:
            match node:
                case ast.Attribute(value=owner, attr=attribute):
                    steps.append((attribute, True))
                case ast.Subscript(value=owner, slice=key):
                    steps.append((self.string(key, scope), False))
                case ast.Call(args=[owner, key, *_]) if self.is_builtin(
                    node.func, 'getattr', scope
                ):
                    steps.append((self.string(key, scope), True))
                case ast.Call(
                    func=ast.Attribute(value=owner, attr='get'),
                    args=[key, *_],
                ) if self._known.has_group(self.string(key, scope) or ''):
                    steps.append((self.string(key, scope), False))
                case _:
                    break
            node = owner
        value = self._evaluate_base(node, scope)
        written = last_identifier(node)
        for name, is_attribute in reversed(steps):
            value = self._evaluate_access(value, written, name, is_attribute)
            written = name if name and is_attribute else ''
        if value is Special.UNKNOWN and abstract_values.is_conf_name(written):
            return Special.CONF
        return value

    def string(self, node: ast.expr, scope: Scope) -> str | None:
        """Return the string that an expression is known to be, or None."""
        if isinstance(node, ast.Constant):
            return node.value if isinstance(node.value, str) else None
        value = self.evaluate(node, scope)
        return value.value if isinstance(value, KnownString) else None

    def definition(self, node: ast.expr, scope: Scope) -> ast.expr:
        """Return the expression that a name is bound to, or itself."""
        for _ in range(_DEPTH):
            if not isinstance(node, ast.Name) or node.id in self._rebound:
                break
            binder = scopes.binding_scope(node.id, scope)
            match binder.bindings[node.id] if binder else ():
                case [Binding('value', ast.expr() as value)]:
                    node = value
                case _:
                    break
        return node

    def is_builtin(self, node: ast.expr, name: str, scope: Scope) -> bool:
        """Return whether a node is the builtin of that name."""
        return (
            isinstance(node, ast.Name)
            and node.id == name
            and self.evaluate_name(name, scope) is None
        )

    def evaluate_binding(self, name: str, scope: Scope) -> AbstractValue:
        """Return the value of a name in the scope that binds it."""
        key = scope, name
        if key not in self._cache:
            if self._depth > _DEPTH:
                return Special.UNKNOWN
            self._depth += 1
            # None during its own evaluation: it may refer to itself.
            self._cache[key] = None
            values = [
                self._evaluate_one(binding, scope)
                for binding in scope.bindings[name]
            ]
            if name in self._rebound:
                values.append(Special.UNKNOWN)
            self._cache[key] = abstract_values.union(values)
            self._depth -= 1
        return self._cache[key] or Special.UNKNOWN

    def _evaluate_one(self, binding: Binding, scope: Scope) -> AbstractValue:
        match binding:
            case Binding('import'):
                return Symbol(binding.path, binding.level)
            case Binding('class', ast.ClassDef() as node):
                return LocalClass(scope.child(node))
            case Binding('value', ast.expr() as node):
                return self.evaluate(node, scope)
            case Binding('param', ast.arg(arg=name)):
                if name == scope.self_name and scope.parent is not None:
                    return LocalClass(scope.parent, is_instance=True)
            case Binding(
                'other',
                ast.FunctionDef(decorator_list=[])
                | ast.AsyncFunctionDef(decorator_list=[]),
            ):
                return Special.OTHER
        return Special.UNKNOWN

    def _evaluate_base(self, node: ast.expr, scope: Scope) -> AbstractValue:
        match node:
            case ast.Name(id=name):
                return self.evaluate_name(name, scope) or Special.UNKNOWN
            case ast.Constant(value=str(value)):
                return KnownString(value)
            case ast.Call():
                is_conf = abstract_values.is_conf_name(last_identifier(node))
                return Special.CONF if is_conf else Special.OTHER
            case ast.BoolOp() | ast.IfExp():
                values = (
                    node.values
                    if isinstance(node, ast.BoolOp)
                    else (node.body, node.orelse)
                )
                return abstract_values.union(
                    self.evaluate(value, scope) for value in values
                )
        is_open = isinstance(node, ast.Await | ast.NamedExpr | ast.Starred)
        is_none = isinstance(node, ast.Constant) and node.value is None
        return Special.UNKNOWN if is_open or is_none else Special.OTHER

    def _evaluate_access(
        self,
        owner: AbstractValue,
        written: str,
        name: str | None,
        is_attribute: bool,
    ) -> AbstractValue:
        match owner:
            case UnionValue(members):
                return abstract_values.union(
                    self._evaluate_access(member, written, name, is_attribute)
                    for member in members
                )
            case Symbol():
                return self._evaluate_attribute(owner, name, is_attribute)
            case LocalClass() if name and is_attribute:
                value = self.attributes.get(owner, name)
                if value is not None:
                    return value
        is_conf = owner is Special.CONF or (
            owner is Special.UNKNOWN and abstract_values.is_conf_name(written)
        )
        if name is None and is_conf:
            return OptionGroup(ANY_GROUP, is_certain=False)
        if name is not None and (
            name in self._known.groups
            or (is_conf and self._known.has_group(name))
        ):
            is_own = not (is_conf and self.makes_conf)
            return OptionGroup(name, is_certain=is_conf, is_own=is_own)
        return Special.UNKNOWN

    def _evaluate_attribute(
        self, owner: Symbol, name: str | None, is_attribute: bool
    ) -> AbstractValue:
        is_conf = abstract_values.is_conf_symbol(owner)
        if name is None:
            if is_conf:
                return OptionGroup(ANY_GROUP, is_certain=False)
            return Special.UNKNOWN
        # Other modules and objects may have an attribute like that, too.
        is_group = (
            name == GROUP
            or (is_conf and self._known.has_group(name))
            or (
                abstract_values.is_conf_name(owner.name)
                and name in self._known.groups
            )
        )
        if not is_group:
            return owner[name] if is_attribute else Special.UNKNOWN
        if not owner.level and owner.path in self._modules:
            return owner[name] if is_attribute else Special.OTHER
        return ImportedGroup(owner, name)


def last_identifier(node: ast.expr) -> str:
    """Return the last identifier of an expression: ``c`` of ``a.b.c()``."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Call(func=function):
            return last_identifier(function)
    return ''


def _rebound_names(source: Source, tree: ast.Module) -> Iterator[str]:
    matches = _GLOBAL_STATEMENT.finditer(source.text)
    lines = LineSet(source.line_at(match.start()) for match in matches)
    for node in source_tree.nodes_on_lines(tree, lines) if lines else ():
        if isinstance(node, ast.Global | ast.Nonlocal):
            yield from node.names


def _imported_modules(text: str) -> Iterator[str]:
    """Yield the paths that must be modules because they are imported from.

    ``import a.b`` proves it for ``a`` and ``a.b``.
    """
    for match in _IMPORTS.finditer(text):
        for path in (match[1] or match[2]).split(','):
            parts = path.split()[0].split('.') if path.strip() else []
            for length in range(1, len(parts) + 1):
                yield '.'.join(parts[:length])
