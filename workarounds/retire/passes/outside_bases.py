# SPDX-License-Identifier: Apache-2.0
"""Base classes from outside of the project, which may call any method.

::

    class Parser(argparse.ArgumentParser):
        def _check_value(self, action, value):    # argparse calls it
            ...
"""

import ast
import builtins
from collections.abc import Sequence
import unittest

from workarounds.retire import imported_names
from workarounds.retire.name_uses import Project
from workarounds.source.abstract_values import Symbol
from workarounds.source.modules import ModuleName
from workarounds.source.text import UnreadableError

#: Base classes that call no method of a class.
_SILENT = frozenset(('ABC', 'Generic', 'NamedTuple', 'Protocol'))
_DEPTH = 20


def find_outside_base(
    path: str, scope_path: Sequence[str], method: str, project: Project
) -> str:
    """Return a base class that may call a method; empty if none does.

    A base class in the project calls it by its name, which is found as a use.

    :param scope_path: the names of the class and of what is around it
    """
    if project.is_test(path) and not hasattr(unittest.TestCase, method):
        # The base classes of tests are those of unittest, in the end.
        return ''
    return _find_outside(path, scope_path, project, _DEPTH)


def _find_outside(
    path: str, scope_path: Sequence[str], project: Project, depth: int
) -> str:
    node = _find_class(path, scope_path, project)
    if node is None:
        return scope_path[-1]
    for base in node.bases:
        plain = base.value if isinstance(base, ast.Subscript) else base
        name = ast.unparse(plain)
        if name.rpartition('.')[2] in _SILENT:
            continue
        if not depth or _is_outside(name, path, scope_path, project, depth):
            return name
    return ''


def _is_outside(
    name: str,
    path: str,
    scope_path: Sequence[str],
    project: Project,
    depth: int,
) -> bool:
    symbols, _ = imported_names.bindings(path, project)
    root, _, rest = name.partition('.')
    if root not in symbols:
        if hasattr(builtins, name):
            return False
        return [name] == list(scope_path) or bool(
            _find_outside(path, [name], project, depth - 1)
        )
    modules = imported_names.modules_of(project)
    for symbol in symbols[root]:
        full = Symbol(f'{symbol.path}.{rest}' if rest else symbol.path)
        found = modules.find(
            Symbol(full.path, symbol.level), ModuleName.of_path(path)
        )
        if found is None or not found[1]:
            return True
        if _find_outside(found[0], found[1], project, depth - 1):
            return True
    return False


def _find_class(
    path: str, scope_path: Sequence[str], project: Project
) -> ast.ClassDef | None:
    try:
        node: ast.AST = project.index(path).tree
    except UnreadableError:
        return None
    for name in scope_path:
        inner = [
            child
            for child in ast.walk(node)
            if isinstance(
                child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
            )
            and child.name == name
            and child is not node
        ]
        if not inner:
            return None
        node = inner[0]
    return node if isinstance(node, ast.ClassDef) else None
