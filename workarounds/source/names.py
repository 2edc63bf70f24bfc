# SPDX-License-Identifier: Apache-2.0
"""What a name, or an expression, means at its place in a module."""

import ast
import builtins
from collections.abc import Iterator
import re
from typing import Final

from workarounds.source import abstract_values
from workarounds.source import scopes
from workarounds.source import tree as source_tree
from workarounds.source.abstract_values import GroupOf
from workarounds.source.abstract_values import Inside
from workarounds.source.abstract_values import Meaning
from workarounds.source.abstract_values import Several
from workarounds.source.abstract_values import Special
from workarounds.source.abstract_values import Symbol
from workarounds.source.abstract_values import Text
from workarounds.source.attributes import Attributes
from workarounds.source.scopes import Binding
from workarounds.source.scopes import Scope
from workarounds.source.text import Source
from workarounds.source.tree import Lines

#: The group of the options, and the attribute that holds it.
GROUP: Final = 'workarounds'
#: Longer chains of names are not followed.
_DEPTH: Final = 20
_ELSEWHERE: Final = re.compile(r'(?:glob|nonloc)al[ \t\\]')
_IMPORTS: Final = re.compile(
    r'^[ \t]*(?:from[ \t]+(\w[\w.]*)|import[ \t]+(\w[\w., \t]*))', re.MULTILINE
)


class Names:
    """The names of one module."""

    def __init__(self, source: Source, tree: ast.Module) -> None:
        self.module = Scope(tree)
        self._known: dict[tuple[Scope, str], Meaning | None] = {}
        self._depth = 0
        # Bound by a part of the module that is not the one they belong to.
        self._rebound = frozenset(_rebound(source, tree))
        self._modules = frozenset(_modules(source.text))
        self.attributes = Attributes(source, self)

    def name(self, name: str, scope: Scope) -> Meaning | None:
        """Tell what a name means; None if nothing binds it."""
        found = scopes.lookup(name, scope)
        if found is not None:
            return self.bound(name, found)
        if scopes.STAR not in self.module.bindings or hasattr(builtins, name):
            return None
        match self.bound(scopes.STAR, self.module):
            case Symbol() as symbol:
                return symbol[name]
        return Special.UNKNOWN

    def of(self, node: ast.expr, scope: Scope) -> Meaning:
        """Tell what an expression means."""
        steps: list[tuple[str | None, bool]] = []
        while True:
            match node:
                case ast.Attribute(value=owner, attr=attribute):
                    steps.append((attribute, True))
                case ast.Subscript(value=owner, slice=key):
                    steps.append((self.text(key, scope), False))
                case ast.Call(args=[owner, key, *_]) if self.is_builtin(
                    node.func, 'getattr', scope
                ):
                    steps.append((self.text(key, scope), True))
                case _:
                    break
            node = owner
        meaning = self._start(node, scope)
        written = last(node)
        for name, is_attribute in reversed(steps):
            meaning = self._step(meaning, written, name, is_attribute)
            written = name if name and is_attribute else ''
        if meaning is Special.UNKNOWN and abstract_values.is_conf(written):
            return Special.CONF
        return meaning

    def text(self, node: ast.expr, scope: Scope) -> str | None:
        """Return the text that an expression is known to be."""
        if isinstance(node, ast.Constant):
            return node.value if isinstance(node.value, str) else None
        meaning = self.of(node, scope)
        return meaning.value if isinstance(meaning, Text) else None

    def definition(self, node: ast.expr, scope: Scope) -> ast.expr:
        """Return what a name is bound to, or the expression itself."""
        for _ in range(_DEPTH):
            if not isinstance(node, ast.Name) or node.id in self._rebound:
                break
            found = scopes.lookup(node.id, scope)
            match found.bindings[node.id] if found else ():
                case [Binding('value', ast.expr() as value)]:
                    node = value
                case _:
                    break
        return node

    def is_builtin(self, node: ast.expr, name: str, scope: Scope) -> bool:
        """Tell whether a node is the builtin of that name."""
        return (
            isinstance(node, ast.Name)
            and node.id == name
            and self.name(name, scope) is None
        )

    def bound(self, name: str, scope: Scope) -> Meaning:
        """Tell what a name means in the scope that binds it."""
        key = scope, name
        if key not in self._known:
            if self._depth > _DEPTH:
                return Special.UNKNOWN
            self._depth += 1
            # While it is looked for it means nothing: it may name itself.
            self._known[key] = None
            found = [
                self._binding(binding, scope)
                for binding in scope.bindings[name]
            ]
            if name in self._rebound:
                found.append(Special.UNKNOWN)
            self._known[key] = abstract_values.together(found)
            self._depth -= 1
        return self._known[key] or Special.UNKNOWN

    def _binding(self, binding: Binding, scope: Scope) -> Meaning:
        match binding:
            case Binding('import'):
                return Symbol(binding.path, binding.level)
            case Binding('class', ast.ClassDef() as node):
                return Inside(scope.inner(node))
            case Binding('value', ast.expr() as node):
                return self.of(node, scope)
            case Binding('param', ast.arg(arg=name)):
                if name == scope.me and scope.parent is not None:
                    return Inside(scope.parent, is_instance=True)
            case Binding(
                'other',
                ast.FunctionDef(decorator_list=[])
                | ast.AsyncFunctionDef(decorator_list=[]),
            ):
                return Special.OTHER
        return Special.UNKNOWN

    def _start(self, node: ast.expr, scope: Scope) -> Meaning:
        match node:
            case ast.Name(id=name):
                return self.name(name, scope) or Special.UNKNOWN
            case ast.Constant(value=str(value)):
                return Text(value)
            case ast.Call():
                is_conf = abstract_values.is_conf(last(node))
                return Special.CONF if is_conf else Special.OTHER
            case ast.BoolOp() | ast.IfExp():
                values = (
                    node.values
                    if isinstance(node, ast.BoolOp)
                    else (node.body, node.orelse)
                )
                return abstract_values.together(
                    self.of(value, scope) for value in values
                )
        is_open = isinstance(node, ast.Await | ast.NamedExpr | ast.Starred)
        is_none = isinstance(node, ast.Constant) and node.value is None
        return Special.UNKNOWN if is_open or is_none else Special.OTHER

    def _step(
        self,
        start: Meaning,
        written: str,
        name: str | None,
        is_attribute: bool,
    ) -> Meaning:
        match start:
            case Several(meanings):
                return abstract_values.together(
                    self._step(one, written, name, is_attribute)
                    for one in meanings
                )
            case Symbol():
                return self._of_symbol(start, name, is_attribute)
            case Inside() if name and is_attribute:
                found = self.attributes.get(start, name)
                if found is not None:
                    return found
        if name != GROUP:
            return Special.UNKNOWN
        is_conf = start is Special.UNKNOWN and abstract_values.is_conf(written)
        if is_conf or start is Special.CONF:
            return Special.GROUP
        return Special.MAYBE_GROUP

    def _of_symbol(
        self, owner: Symbol, name: str | None, is_attribute: bool
    ) -> Meaning:
        if name is None:
            return Special.UNKNOWN
        if name != GROUP:
            return owner[name] if is_attribute else Special.UNKNOWN
        if not owner.level and owner.path in self._modules:
            return owner[name] if is_attribute else Special.OTHER
        if abstract_values.is_conf(owner.last) and not owner.path.islower():
            # No module is named like this: nova.conf.CONF.
            return Special.GROUP
        return GroupOf(owner)


def last(node: ast.expr) -> str:
    """Return the last identifier of an expression."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Call(func=function):
            return last(function)
    return ''


def _rebound(source: Source, tree: ast.Module) -> Iterator[str]:
    found = _ELSEWHERE.finditer(source.text)
    lines = Lines(source.line_at(match.start()) for match in found)
    for node in source_tree.touching(tree, lines) if lines else ():
        if isinstance(node, ast.Global | ast.Nonlocal):
            yield from node.names


def _modules(text: str) -> Iterator[str]:
    """List what is certainly a module, because something is imported from it.

    ``import a.b`` says so of ``a`` and ``a.b``.
    """
    for found in _IMPORTS.finditer(text):
        for path in (found[1] or found[2]).split(','):
            parts = path.split()[0].split('.') if path.strip() else []
            for length in range(1, len(parts) + 1):
                yield '.'.join(parts[:length])
