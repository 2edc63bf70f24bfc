# SPDX-License-Identifier: Apache-2.0
"""The modules that the names of a file come from, and who uses them."""

import ast
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
import functools
import os
import re

from workarounds.retire.name_uses import NameUse
from workarounds.retire.name_uses import Project
from workarounds.source import scopes
from workarounds.source.abstract_values import Symbol
from workarounds.source.index import SourceIndex
from workarounds.source.modules import ModuleIndex
from workarounds.source.modules import ModuleName
from workarounds.source.text import UnreadableError

_Bindings = tuple[Mapping[str, Collection[Symbol]], Collection[str]]


class ImportedNames:
    """What a name means that a file may have imported.

    :param name: the name of a definition
    :param defined_in: the file of the module that defines it
    """

    def __init__(self, project: Project, name: str, defined_in: str) -> None:
        self._project = project
        self._name = name
        self._defined_in = defined_in
        self._modules = modules_of(project)

    def is_defined_there(self, path: str, name: str) -> bool | None:
        """Return whether a name of a file is the module, or is from it.

        :returns: None if that is not known, or it comes by way of another
            module
        """
        symbols, rebound = bindings(path, self._project)
        if name in rebound or not symbols.get(name):
            return None
        answers = {self._is_there(symbol, path) for symbol in symbols[name]}
        return answers.pop() if len(answers) == 1 else None

    def imports_all(self, path: str) -> bool:
        """Return whether a file may import all names of the module."""
        symbols, _ = bindings(path, self._project)
        return any(
            self._is_there(symbol, path) is not False
            for symbol in symbols.get(scopes.STAR, ())
        )

    def may_come_with_all(self, path: str) -> bool:
        """Return whether a file may have the name by ``from ... import *``."""
        symbols, rebound = bindings(path, self._project)
        is_bound = self._name in symbols or self._name in rebound
        is_private = self._name.startswith('_')
        return not (is_bound or is_private) and self.imports_all(path)

    def _is_there(
        self, symbol: Symbol, importer: str, seen: Collection[str] = ()
    ) -> bool | None:
        """Return whether a symbol is the module, or directly in it."""
        found = self._modules.find(symbol, ModuleName.of_path(importer))
        if found is None:
            may_be = symbol.level or self._may_be_here(symbol)
            return None if may_be else False
        path, rest = found
        if path == self._defined_in:
            return len(rest) <= 1
        # Such as a package that imports the name for others.
        name = rest[0] if rest else self._name
        symbols, _ = bindings(path, self._project)
        is_passed_on = path not in seen and any(
            self._is_there(other, path, [*seen, path]) is not False
            for other in (
                *symbols.get(name, ()),
                *symbols.get(scopes.STAR, ()),
            )
        )
        return None if is_passed_on else False

    def _may_be_here(self, symbol: Symbol) -> bool:
        """Return whether a path that is not clear ends at the module."""
        here = ModuleName.of_path(self._defined_in).parts
        parts = tuple(symbol.path.split('.'))
        return any(
            here[-length:] == parts[:length]
            for length in range(1, len(parts) + 1)
        )


def find_users(project: Project, path: str, name: str) -> Iterator[NameUse]:
    """Yield the uses of a name of a module in other files.

    ::

        app.json.loads(text)               # in a module that imports app
        from app import json
        from app import *                  # and then json.loads(text)
        mock.patch('app.json.loads')
    """
    # The absolute path, because that of a package may be "__init__.py".
    module = ModuleName.of_path(os.path.abspath(path)).parts[-1]
    dotted = re.compile(rf'\b{re.escape(module)}[.:]{re.escape(name)}\b')
    imported = ImportedNames(project, name, path)
    for use in project.find_uses(name):
        user = use.place.path
        if user == path:
            continue
        match use.kind:
            case 'import':
                is_user = use.receiver.rpartition('.')[2] == module
                known = imported.is_defined_there(user, use.alias)
            case 'attribute' | 'definition':
                is_user = use.owner in _names_of_module(project, user, module)
                known = imported.is_defined_there(user, use.receiver)
            case 'name':
                is_user = imported.may_come_with_all(user)
                known = None
            case _:
                is_user = dotted.search(use.text) is not None
                known = None
        if is_user and known is not False:
            yield use


def find_user(project: Project, path: str, name: str) -> NameUse | None:
    """Return a use of a name of a module in another file, or None."""
    return next(find_users(project, path, name), None)


def _names_of_module(
    project: Project, path: str, module: str
) -> Collection[str]:
    """Return the names under which a file may know a module."""
    return {
        module,
        *(
            use.alias
            for use in project.find_uses_in(path, module)
            if use.kind == 'import'
        ),
    }


@functools.lru_cache(maxsize=1)
def modules_of(project: Project) -> ModuleIndex[str]:
    """Return the files of a project by the names of their modules."""
    modules: ModuleIndex[str] = ModuleIndex()
    for path in (*project.files, *project.outside):
        # A stub has the name of its module.
        if path.endswith('.py'):
            modules.add(ModuleName.of_path(path), path)
    return modules


def bindings(path: str, project: Project) -> _Bindings:
    """Return what imports bind, and the names that something else binds."""
    try:
        return project.index(path).derive(find_bindings)
    except UnreadableError:
        return {}, ()


def find_bindings(index: SourceIndex) -> _Bindings:
    """Return what imports bind, and the names that something else binds."""
    symbols: dict[str, list[Symbol]] = {}
    rebound = set()
    for node in ast.walk(index.tree):
        if isinstance(node, ast.arg):
            rebound.add(node.arg)
        for name, binding in scopes.bindings_of(node):
            if binding.kind == 'import':
                symbol = Symbol(binding.path, binding.level)
                symbols.setdefault(name, []).append(symbol)
            else:
                rebound.add(name)
    return symbols, rebound
