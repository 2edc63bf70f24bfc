# SPDX-License-Identifier: Apache-2.0
"""Expressions, as far as source says what they are, in whatever module."""

import ast
from collections.abc import Iterator
from collections.abc import Sequence
import dataclasses
from typing import Final
from typing import Protocol

from workarounds.source import files as source_files
from workarounds.source import literals
from workarounds.source import names as source_names
from workarounds.source.abstract_values import LocalClass
from workarounds.source.abstract_values import Symbol
from workarounds.source.files import File
from workarounds.source.index import IndexCache
from workarounds.source.known_names import KnownNames
from workarounds.source.modules import ModuleIndex
from workarounds.source.modules import ModuleName
from workarounds.source.names import Names
from workarounds.source.references import SourceRange
from workarounds.source.scopes import Binding
from workarounds.source.scopes import Scope
from workarounds.source.text import Source
from workarounds.source.text import UnreadableError

#: Longer chains of names and modules are not followed.
_DEPTH: Final = 20


class Modules(Protocol):
    """The modules that an expression may import from."""

    def load(
        self, symbol: Symbol, importer: ModuleName
    ) -> tuple['Expression', Sequence[str]] | None:
        """Return a module as an expression, and the names to follow in it."""


@dataclasses.dataclass(frozen=True, slots=True)
class Expression:
    """An expression in a scope of a module.

    :param modules: those that its module may import from, if any are known
    """

    node: ast.expr
    scope: Scope
    names: Names
    source: Source
    modules: Modules | None = None

    def at(self, node: ast.expr) -> 'Expression':
        """Return another expression in the same scope."""
        return dataclasses.replace(self, node=node)

    @property
    def place(self) -> SourceRange:
        """The place of the expression."""
        return self.source.place(self.node)

    def definition(self) -> 'Expression':
        """Return what a name is bound to, through imports, or itself."""
        current = self
        for _ in range(_DEPTH):
            node = current.names.definition(current.node, current.scope)
            current = current.at(node)
            following = current._follow_name()
            if following is None:
                break
            current = following
        return current

    def _follow_name(self) -> 'Expression | None':
        """Return what ``module.name`` or ``Class.name`` is bound to."""
        attributes: list[str] = []
        node = self.node
        while isinstance(node, ast.Attribute):
            attributes.insert(0, node.attr)
            node = node.value
        if not isinstance(node, ast.Name):
            return None
        match self.names.evaluate_name(node.id, self.scope), attributes:
            case Symbol() as symbol, _ if self.modules is not None:
                for attribute in attributes:
                    symbol = symbol[attribute]
                return self._load(symbol, self.modules)
            case LocalClass(scope=scope, is_instance=False), [attribute]:
                match scope.bindings.get(attribute):
                    case [Binding('value', ast.expr() as value)]:
                        return dataclasses.replace(
                            self, node=value, scope=scope
                        )
        return None

    def _load(self, symbol: Symbol, modules: Modules) -> 'Expression | None':
        loaded = modules.load(symbol, ModuleName.of_path(self.source.path))
        if loaded is None or not loaded[1]:
            return None
        module, [first, *rest] = loaded
        node: ast.expr = ast.Name(first, ast.Load())
        for attribute in rest:
            node = ast.Attribute(node, attribute, ast.Load())
        return module.at(node)

    def text(self) -> str | None:
        """Return the string that it is known to be, or None."""
        found = self.definition()
        return found.names.string(found.node, found.scope)

    def value(self) -> object:
        """Return the value of a literal, or ``references.UNKNOWN``."""
        return literals.value(self.definition().node)

    def items(self) -> Iterator['Expression']:
        """Yield the items of a list or a tuple, or a single value."""
        found = self.definition()
        if isinstance(found.node, ast.List | ast.Tuple):
            for item in found.node.elts:
                yield found.at(item).definition()
        else:
            yield found

    def arguments(self, *positional: str) -> dict[str, 'Expression']:
        """Return the arguments of a call by their names.

        :param positional: the names of the positional ones
        """
        given = literals.arguments(self.node, *positional)
        return {name: self.at(node) for name, node in given.items()}

    def class_name(self) -> str:
        """Return the name of the class that a call instantiates."""
        if not isinstance(self.node, ast.Call):
            return ''
        callee = self.names.evaluate(self.node.func, self.scope)
        if isinstance(callee, Symbol):
            return callee.name
        return source_names.last_identifier(self.node.func)


class ScannedModules:
    """The modules among the scanned files, each parsed when it is needed."""

    def __init__(self, files: Sequence[File], indexes: IndexCache) -> None:
        self._indexes = indexes
        self._files: ModuleIndex[File] = ModuleIndex()
        self._loaded: dict[str, Expression | None] = {}
        for file in files:
            if file.path.endswith('.py'):
                self._files.add(ModuleName.of_path(file.path), file)

    def load(
        self, symbol: Symbol, importer: ModuleName
    ) -> tuple[Expression, Sequence[str]] | None:
        """Return a module as an expression, and the names to follow in it."""
        found = self._files.find(symbol, importer)
        if found is None:
            return None
        file, rest = found
        if file.path not in self._loaded:
            self._loaded[file.path] = self._parse(file)
        module = self._loaded[file.path]
        return None if module is None else (module, rest)

    def _parse(self, file: File) -> Expression | None:
        data = source_files.read_file(file)
        if not isinstance(data, bytes):
            return None
        try:
            source = self._indexes.get(file.path, data).source
            tree = source.tree
            # The groups of workarounds do not matter to what a name is.
            names = Names(source, tree, KnownNames())
        except (UnreadableError, RecursionError):
            return None
        nothing = ast.Constant(None)
        return Expression(nothing, names.module, names, source, self)
