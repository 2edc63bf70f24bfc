# SPDX-License-Identifier: Apache-2.0
"""The variables of a module: what binds each of them, and what reads it.

::

    import os           # binds the variable os of the module

    def sync(disk):     # binds the variable disk of the function
        os.sync()       # reads that of the module
"""

import ast
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
import dataclasses
import functools
import re
from typing import Final
from typing import Literal

from workarounds.source import scopes
from workarounds.source import walk
from workarounds.source.index import SourceIndex
from workarounds.source.scopes import Binding
from workarounds.source.scopes import Function
from workarounds.source.scopes import Scope
from workarounds.source.tree import LineSet
from workarounds.source.walk import Context

#: Where a name is bound, as seen from a scope that uses it.
Kind = Literal['local', 'global', 'free']
_Declaration = ast.Global | ast.Nonlocal
#: Functions that may read any variable of the scope that calls them.
_INSPECTING: Final = frozenset(('dir', 'eval', 'exec', 'locals', 'vars'))
_TYPING: Final = ('typing', 'typing_extensions')
_EXPORTS: Final = '__all__'
#: Without attributes.
_NAME: Final = re.compile(r'(?<![\w.])[^\W\d]\w*')


@dataclasses.dataclass(frozen=True, slots=True)
class Read:
    """A read of a variable; a declaration as global or nonlocal counts too.

    :param scope: the scope that evaluates it
    """

    node: ast.AST
    scope: Scope


@dataclasses.dataclass(frozen=True, slots=True)
class Variable:
    """A name in the scope that it belongs to.

    :param scope: that of the module if nothing binds it
    """

    name: str
    scope: Scope
    bindings: list[Binding] = dataclasses.field(default_factory=list)
    reads: list[Read] = dataclasses.field(default_factory=list)

    @property
    def key(self) -> tuple[tuple[str, ...], str]:
        """Return what identifies it in all versions of a file."""
        return self.scope.path, self.name


class Variables:
    """The variables of a module, in the order of the text."""

    def __init__(self, index: SourceIndex) -> None:
        self.module = Scope(index.tree)
        #: All scopes, by the module, definition or expression.
        self.scopes: dict[ast.AST, Scope] = {index.tree: self.module}
        self._names: dict[tuple[Scope, str], Variable] = {}
        self._uses: list[tuple[str, ast.AST, Scope]] = []
        self._declared: dict[tuple[Scope, str], _Declaration] = {}
        #: Local variables by their annotations: ``x: int``.
        self._annotated: dict[tuple[Scope, str], Binding] = {}
        self._owners: dict[tuple[Scope, str], Scope] = {}
        lines = LineSet(range(1, len(index.source.lines) + 1))
        walk.walk(self.module, lines, self._collect)
        for scope in self.scopes.values():
            for name, bindings in scope.bindings.items():
                self._variable(name, scope).bindings.extend(bindings)
        for (scope, name), binding in self._annotated.items():
            self._variable(name, scope).bindings.append(binding)
        for name, node, scope in self._uses:
            self._variable(name, scope).reads.append(Read(node, scope))
        for (scope, name), node in self._declared.items():
            self._variable(name, scope).reads.append(Read(node, scope))

    def __iter__(self) -> Iterator[Variable]:
        return iter(self._names.values())

    def _variable(self, name: str, scope: Scope) -> Variable:
        key = self._scope_of(name, scope), name
        if key not in self._names:
            self._names[key] = Variable(name, key[0])
        return self._names[key]

    def _scope_of(self, name: str, scope: Scope) -> Scope:
        if (scope, name) not in self._owners:
            self._owners[scope, name] = self._find_scope(name, scope)
        return self._owners[scope, name]

    def _find_scope(self, name: str, scope: Scope) -> Scope:
        at: Scope | None = scope
        while at is not None:
            declared = self._declared.get((at, name))
            if isinstance(declared, ast.Global):
                break
            if (
                declared is None
                and (name in at.bindings or (at, name) in self._annotated)
                and (at is scope or not at.is_class)
            ):
                return at
            at = at.parent
        return self.module

    @property
    def unbound(self) -> Iterator[Variable]:
        """Return those that nothing binds; builtins are among them."""
        is_open = scopes.STAR in self.module.bindings
        return (name for name in self if not (name.bindings or is_open))

    @property
    def useless_declarations(self) -> Iterator[tuple[Variable, _Declaration]]:
        """Yield what is declared as global or nonlocal, and not bound there.

        ::

            nonlocal done
        """
        for (scope, name), node in self._declared.items():
            if name not in scope.bindings:
                yield self._variable(name, scope), node

    @property
    def unresolved(self) -> Iterator[str]:
        """Yield nonlocal names that no outer function binds: an error."""
        for (scope, name), node in self._declared.items():
            if isinstance(node, ast.Nonlocal) and (
                self._scope_of(name, scope) is self.module
            ):
                yield name

    def is_inspected(self, scope: Scope) -> bool:
        """Return whether a scope may read any variable of it by its name."""
        return scope in self._inspected

    @functools.cached_property
    def _inspected(self) -> frozenset[Scope]:
        return frozenset(
            scope for name, _, scope in self._uses if name in _INSPECTING
        )

    @functools.cached_property
    def kinds(self) -> Mapping[Scope, Mapping[str, Kind]]:
        """Return where the names in functions and classes are bound.

        Those that a lambda or comprehension reads count for what is around.
        """
        kinds: dict[Scope, dict[str, Kind]] = defaultdict(dict)
        used = [(name, scope) for name, _, scope in self._uses]
        used += [
            (name, scope)
            for scope in self.scopes.values()
            for name in scope.bindings
        ]
        used += [*((name, scope) for scope, name in self._annotated)]
        for name, scope in used:
            owner = self._scope_of(name, scope)
            around = _definition_around(scope)
            if owner is around:
                kinds[around][name] = 'local'
            elif owner is self.module:
                kinds[around].setdefault(name, 'global')
            elif (
                owner is not scope and _definition_around(owner) is not around
            ):
                kinds[around].setdefault(name, 'free')
        return kinds

    def _collect(self, node: ast.AST, context: Context) -> None:
        """Record a use, or a scope."""
        scope = context.scope
        if scope.owner not in self.scopes:
            self.scopes[scope.owner] = scope
        match node:
            case ast.Name(id=name, ctx=ast.Load() | ast.Del()):
                self._uses.append((name, node, scope))
            case ast.AugAssign(target=ast.Name(id=name)):
                self._uses.append((name, node, scope))
                self._collect_exports(node, scope)
            case ast.Global() | ast.Nonlocal():
                for name in node.names:
                    self._declared[scope, name] = node
            case ast.AnnAssign():
                self._collect_annotated(node, scope)
            case ast.Assign() | ast.Expr():
                self._collect_exports(node, scope)
            case _:
                self._collect_types(node, scope)

    def _collect_types(self, node: ast.AST, scope: Scope) -> None:
        """Record the names in annotations and types that are texts."""
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                arguments = scopes.parameters(node.args)
                for part in (node.returns, *(a.annotation for a in arguments)):
                    self._collect_text(part, scope)
            case ast.Subscript() if self._is_of_typing(node.value):
                self._collect_text(node.slice, scope)
            case ast.Call(args=[kind, _]) if self._is_of_typing(node.func):
                # cast('os.PathLike', path)
                self._collect_text(kind, scope)

    def _collect_annotated(self, node: ast.AnnAssign, scope: Scope) -> None:
        self._collect_text(node.annotation, scope)
        self._collect_exports(node, scope)
        if (
            isinstance(node.target, ast.Name)
            and node.value is None
            and isinstance(scope.owner, Function)
        ):
            name = node.target.id
            self._annotated[scope, name] = Binding('other', node)

    def _collect_exports(self, node: ast.stmt, scope: Scope) -> None:
        """Record the names in ``__all__ = ['copy']`` as reads."""
        if scope is not self.module:
            return
        match node:
            case (
                ast.Assign(targets=[target])
                | ast.Expr(value=ast.Call(func=ast.Attribute(value=target)))
            ):
                pass
            case ast.AnnAssign(target=target) | ast.AugAssign(target=target):
                pass
            case _:
                return
        if isinstance(target, ast.Name) and target.id == _EXPORTS:
            for part in ast.walk(node):
                if isinstance(part, ast.Constant) and str(part.value):
                    self._uses.append((str(part.value), part, scope))

    def _collect_text(self, node: ast.expr | None, scope: Scope) -> None:
        """Record the names in the texts of an annotation as reads."""
        for part in ast.walk(node) if node else ():
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                self._uses += (
                    (name, part, scope) for name in _NAME.findall(part.value)
                )

    def _is_of_typing(self, node: ast.expr) -> bool:
        while isinstance(node, ast.Attribute):
            node = node.value
        if not isinstance(node, ast.Name):
            return False
        bindings: Sequence[Binding] = self.module.bindings.get(node.id, ())
        return any(
            binding.path.partition('.')[0] in _TYPING for binding in bindings
        )


def find_variables(index: SourceIndex) -> Variables:
    """Return the variables of a module."""
    return index.derive(Variables)


def _definition_around(scope: Scope) -> Scope:
    """Return the scope of the function, class or module around."""
    while (
        not isinstance(scope.owner, Function | ast.ClassDef | ast.Module)
        and scope.parent is not None
    ):
        scope = scope.parent
    return scope
