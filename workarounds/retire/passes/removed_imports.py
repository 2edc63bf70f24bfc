# SPDX-License-Identifier: Apache-2.0
"""Imports whose removal leaves a module out that may do something.

::

    from app import formats    # registers itself, in a module of the project
    import readers             # of another project, and imported nowhere else
"""

import ast
from collections.abc import Collection
from collections.abc import Iterator
import os
import sys
from typing import Final

from workarounds.retire import imported_names
from workarounds.retire.name_uses import Project
from workarounds.retire.passes import making_effects
from workarounds.source import tree as source_tree
from workarounds.source.abstract_values import Symbol
from workarounds.source.modules import ModuleName
from workarounds.source.text import UnreadableError

_SILENT: Final = sys.stdlib_module_names | {'oslo_config', 'workarounds'}
_Removed = Collection[tuple[int, str]]


def find_lost_modules(
    project: Project, path: str, removed: _Removed
) -> Iterator[tuple[int, str]]:
    """Yield what removed imports leave out, each with its line.

    :param removed: the lines of the imports, and the names that they bind
    """
    lost, kept = [], []
    for line, name, symbol in _imports(project, path):
        if (line, name) in removed:
            lost.append((line, symbol))
        else:
            kept.append(_module_of(project, path, symbol))
    for line, symbol in lost:
        if not symbol.level and symbol.path.partition('.')[0] in _SILENT:
            continue
        module = _module_of(project, path, symbol)
        if any(_loads(other, module) for other in kept):
            continue
        reason = _find_reason(project, path, module)
        if reason:
            yield line, f'the import of {symbol.path} is removed: {reason}'


def _find_reason(project: Project, path: str, module: str) -> str:
    """Return why the rest may need a module, or ''."""
    if module in project.files or module in project.outside:
        return _find_effect(project, module)
    is_elsewhere = _is_imported_elsewhere(project, path, module)
    return '' if is_elsewhere else 'nothing else imports it here'


def find_exported(
    project: Project, path: str, removed: _Removed
) -> Iterator[tuple[int, str]]:
    """Yield those imports of a package that others may use, of ``removed``.

    Nobody gets this library by way of another package.
    """
    if os.path.basename(path) == '__init__.py':
        for line, name, symbol in _imports(project, path):
            is_of_library = symbol.path.partition('.')[0] == 'workarounds'
            if (line, name) in removed and (symbol.level or not is_of_library):
                yield line, name


def _imports(project: Project, path: str) -> Iterator[tuple[int, str, Symbol]]:
    """Yield the line of each import, the name that it binds, and of what."""
    try:
        tree = project.index(path).tree
    except UnreadableError:
        return
    for node in source_tree.walk_statements(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            module = getattr(node, 'module', None)
            level = getattr(node, 'level', 0)
            for alias in node.names:
                full = '.'.join(filter(None, (module, alias.name)))
                bound = alias.asname or alias.name
                yield node.lineno, bound, Symbol(full, level)


def _module_of(project: Project, path: str, symbol: Symbol) -> str:
    """Return the file of the module that an import loads, or its name.

    The last part of a name is a module too, unless it is that of a class.
    """
    modules = imported_names.modules_of(project)
    found = modules.find(symbol, ModuleName.of_path(path))
    if found is not None:
        return found[0]
    if symbol.name[:1].isupper():
        return symbol.path.rpartition('.')[0]
    return symbol.path


def _loads(module: str, other: str) -> bool:
    """Return whether loading a module loads another one."""
    return module == other or module.startswith(f'{other}.')


def _is_imported_elsewhere(project: Project, path: str, module: str) -> bool:
    word = module.rpartition('.')[2].encode()
    return any(
        _loads(_module_of(project, other, symbol), module)
        for other in (*project.files, *project.outside)
        if other != path
        and word in project.text(other)
        and not project.is_test(other)
        for _, _, symbol in _imports(project, other)
    )


def _find_effect(project: Project, module: str) -> str:
    """Return what a module of the project does when it is imported, or ''."""
    try:
        tree = project.index(module).tree
    except UnreadableError:
        return f'{module} cannot be read'
    for statement in tree.body:
        if not making_effects.is_harmless(statement):
            return f'{module}:{statement.lineno} runs when it is imported'
    package, name = os.path.split(module)
    if name == '__init__.py':
        for _, _, symbol in _imports(project, module):
            part = _module_of(project, module, symbol)
            if os.path.dirname(part) == package and part != module:
                effect = _find_effect(project, part)
                if effect:
                    return effect
    return ''
