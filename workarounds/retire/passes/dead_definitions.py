# SPDX-License-Identifier: Apache-2.0
"""Functions, and names of modules, that nothing uses any more."""

import ast
from collections import Counter
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
import dataclasses
import functools

from workarounds.retire import name_uses
from workarounds.retire import parse_cache
from workarounds.retire import project_files
from workarounds.retire.name_uses import NameUse
from workarounds.retire.name_uses import Project

_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
_HARMLESS = ('staticmethod', 'classmethod', 'property')


@dataclasses.dataclass(frozen=True)
class DeadDefinition:
    """Something that has lost its last user.

    :param doubt: why it stays nevertheless; empty if it can go
    """

    name: str
    line: int
    column: int
    obstacle: str


def find_dead_definitions(
    path: str,
    before: str,
    after: str,
    project: Project,
    identifiers: Collection[str],
) -> Iterator[DeadDefinition]:
    """Find what a file defines and has lost its last user.

    :param before: the file's text, which parses
    :param after: its new text
    :param words: names that are of no use any more, even where a public
        name keeps them
    """
    new = parse_cache.parse(after)
    lost = _count_reads(before) - _count_reads(after)
    if not lost:
        return
    for name, node, where in _definitions(new):
        is_local = where == 'function'
        # A method is asked for behind a dot.
        key = f'.{name}' if where == 'class' else name
        if project_files.is_test(path) and name.lower().startswith('test'):
            # Whatever runs the tests finds it.
            continue
        if not lost[key] or not _is_removable(name, node, identifiers):
            continue
        data = project.text(path)
        if _uses_outside(name_uses.find_uses(path, data, name), path, node):
            continue
        obstacle = ''
        if not is_local:
            users = _uses_outside(project.find_uses(name), path, node)
            if any(not project_files.is_test(use.place.path) for use in users):
                continue
            if users:
                obstacle = f'only tests use it now ({users[0].place})'
        if isinstance(node, _Definition):
            obstacle = obstacle or _decorator_obstacle(node)
            if not (is_local or _is_private(name)):
                obstacle = obstacle or 'its name is public'
        yield DeadDefinition(name, node.lineno, node.col_offset, obstacle)


def _is_removable(
    name: str, node: _Definition | ast.Assign, identifiers: Collection[str]
) -> bool:
    """Tell whether nobody from outside may use it, and making it is free."""
    if isinstance(node, _Definition):
        return True
    try:
        value = ast.literal_eval(node.value)
    except ValueError:
        return False
    return _is_private(name) or (
        isinstance(value, str) and value in identifiers
    )


def _uses_outside(
    uses: Iterable[NameUse], path: str, node: _Definition | ast.Assign
) -> list[NameUse]:
    """Leave out the uses of a name in its own definition."""
    last = node.end_lineno or node.lineno
    return [
        use
        for use in uses
        if use.place.path != path or not node.lineno <= use.place.line <= last
    ]


@functools.lru_cache(maxsize=2)
def _count_reads(text: str) -> Counter[str]:
    """Count the names that are used."""
    counts: Counter[str] = Counter()
    for node in ast.walk(parse_cache.parse(text)):
        match node:
            case ast.Name(id=name, ctx=ast.Load()):
                counts[name] += 1
            case ast.Attribute(attr=name, ctx=ast.Load()):
                counts[f'.{name}'] += 1
    return counts


def _definitions(
    tree: ast.Module,
) -> Iterator[tuple[str, _Definition | ast.Assign, str]]:
    """Find functions and classes, and what a module keeps under a name.

    :returns: the name, its definition, and what it belongs to: ``module``,
        ``class`` or ``function``
    """
    for statement in tree.body:
        if isinstance(statement, ast.Assign):
            match statement.targets:
                case [ast.Name(id=name)] if not _is_special(name):
                    yield name, statement, 'module'
    stack: list[tuple[ast.AST, str]] = [(tree, 'module')]
    while stack:
        node, where = stack.pop()
        if isinstance(node, _Definition):
            if not _is_special(node.name):
                yield node.name, node, where
            where = 'class' if isinstance(node, ast.ClassDef) else 'function'
        stack += [(child, where) for child in ast.iter_child_nodes(node)]


def _is_private(name: str) -> bool:
    return name.startswith('_') and not _is_special(name)


def _is_special(name: str) -> bool:
    """Tell the names that Python itself gives a meaning."""
    return name.startswith('__') and name.endswith('__')


def _decorator_obstacle(node: _Definition) -> str:
    for decorator in map(ast.unparse, node.decorator_list):
        if decorator not in _HARMLESS:
            return f'it is decorated with {decorator}'
    return ''
