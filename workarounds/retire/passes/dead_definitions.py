# SPDX-License-Identifier: Apache-2.0
"""Dead definitions: functions, classes and names no longer used."""

import ast
from collections import Counter
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
import dataclasses
import functools

from workarounds.retire import imported_names
from workarounds.retire.name_uses import NameUse
from workarounds.retire.name_uses import Project
from workarounds.retire.passes import making_effects
from workarounds.retire.passes import unnamed_uses
from workarounds.source.abstract_values import Symbol
from workarounds.source.index import SourceIndex
from workarounds.source.modules import ModuleName
from workarounds.source.scopes import Function

_Definition = Function | ast.ClassDef
_WHERE = {ast.Module: 'module', ast.ClassDef: 'class'}


@dataclasses.dataclass(frozen=True)
class DeadDefinition:
    """A definition whose last use was removed.

    :param obstacle: why it is kept; empty if it can be removed
    """

    name: str
    line: int
    column: int
    obstacle: str


def find_dead_definitions(
    before: SourceIndex,
    after: SourceIndex,
    project: Project,
    identifiers: Collection[str],
    lost_elsewhere: Collection[str],
) -> Iterator[DeadDefinition]:
    """Yield the definitions of a file whose last use was removed.

    ::

        def _flush(): ...                 # no longer used, so removed

        def copy():                       def copy():
            if workarounds.enabled('x'):      write()
                _flush()
            write()

    :param before: the old text
    :param after: the new text
    :param identifiers: the names of the workaround; a public name bound to
        one of them can be removed too
    :param lost_elsewhere: the names that other files used less before
    """
    path = after.source.path
    lost = _count_reads(before, after) - _count_reads(after, before)
    lost.update(lost_elsewhere)
    if not lost:
        return
    for name, node, where in _definitions(after):
        is_local = where == 'function'
        # A method is used after a dot.
        key = f'.{name}' if where == 'class' else name
        if project.is_test(path) and name.lower().startswith('test'):
            # The test runner uses it.
            continue
        if not lost[key] or _is_usual(name, node):
            continue
        uses = project.find_uses_in(path, name)
        if not is_local:
            uses = project.find_uses(name)
        others = _uses_outside(uses, path, node)
        users = others
        if where == 'module':
            users = _users_of_module(others, path, name, project)
        if any(
            is_local
            or project.is_test(path)
            or not project.is_test(use.place.path)
            for use in users
        ):
            continue
        obstacle = ''
        if users:
            obstacle = f'only tests use it now ({users[0].place})'
        elif others:
            obstacle = f'it may be used at {others[0].place}'
        if not is_local:
            obstacle = obstacle or unnamed_uses.find_unnamed_use(
                name, path, _class_path(after, node), project
            )
        obstacle = obstacle or _making_obstacle(node)
        if not (
            is_local or _is_private(name) or _is_one_of(node, identifiers)
        ):
            obstacle = obstacle or 'its name is public'
        yield DeadDefinition(name, node.lineno, node.col_offset, obstacle)


def _class_path(
    index: SourceIndex, node: _Definition | ast.Assign
) -> tuple[str, ...]:
    """Return the names of the class of a method and of what is around it."""
    for definition in index.definitions:
        if definition.node is node and isinstance(
            definition.parent, ast.ClassDef
        ):
            return definition.scope_path
    return ()


def _is_usual(name: str, node: _Definition | ast.Assign) -> bool:
    """Return whether modules have a name anyhow: ``CONF = cfg.CONF``."""
    return isinstance(node, ast.Assign) and not (
        _is_private(name) or _is_literal(node.value)
    )


def _making_obstacle(node: _Definition | ast.Assign) -> str:
    """Return what a definition does when it is evaluated, or ''."""
    if isinstance(node, _Definition):
        return making_effects.find_effect(node)
    return '' if _is_literal(node.value) else 'making it may have effects'


def _is_literal(node: ast.expr) -> bool:
    try:
        ast.literal_eval(node)
    except ValueError:
        return False
    return True


def _is_one_of(
    node: _Definition | ast.Assign, identifiers: Collection[str]
) -> bool:
    """Return whether a constant is the name of the workaround."""
    return (
        isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and node.value.value in identifiers
    )


def _users_of_module(
    uses: Iterable[NameUse], path: str, name: str, project: Project
) -> list[NameUse]:
    """Return those uses of a name that are of the module, for certain."""
    return [
        *(
            use
            for use in uses
            if use.place.path == path and use.kind != 'attribute'
        ),
        *imported_names.find_users(project, path, name),
    ]


def _uses_outside(
    uses: Iterable[NameUse], path: str, node: _Definition | ast.Assign
) -> list[NameUse]:
    """Return the uses of a name outside of its own definition."""
    last = node.end_lineno or node.lineno
    return [
        use
        for use in uses
        if use.place.path != path or not node.lineno <= use.place.line <= last
    ]


def find_lost_elsewhere(
    changes: Iterable[tuple[SourceIndex, SourceIndex]], project: Project
) -> Mapping[str, Collection[str]]:
    """Return the names that changed files import and use less than before.

    What tests used of the program is no matter of the workaround.

    :param changes: the old and the new text of each file
    :returns: the names, by the file that they come from
    """
    modules = imported_names.modules_of(project)
    lost: dict[str, set[str]] = {}
    for before, after in changes:
        user = before.source.path
        importer = ModuleName.of_path(user)
        for symbol in _count_imported(before, after) - _count_imported(
            after, before
        ):
            match modules.find(symbol, importer):
                case path, (name,) if path != user and not (
                    project.is_outside(path)
                    or (project.is_test(user) and not project.is_test(path))
                ):
                    lost.setdefault(path, set()).add(name)
    return lost


def _count_imported(index: SourceIndex, other: SourceIndex) -> Counter[Symbol]:
    """Count the uses of imported names in what another version lacks."""
    symbols, rebound = index.derive(imported_names.find_bindings)
    counts: Counter[Symbol] = Counter()
    for node in index.nodes_outside(other.function_texts):
        if isinstance(node, ast.Name | ast.Attribute):
            root, *attributes = ast.unparse(node).split('.')
            for symbol in () if root in rebound else symbols.get(root, ()):
                full = functools.reduce(Symbol.__getitem__, attributes, symbol)
                counts[full] += 1
    return counts


def _count_reads(index: SourceIndex, other: SourceIndex) -> Counter[str]:
    """Count the reads of each name in what another version does not have.

    Attributes start with a dot.
    """
    counts: Counter[str] = Counter()
    for node in index.nodes_outside(other.function_texts):
        match node:
            case ast.Name(id=name, ctx=ast.Load()):
                counts[name] += 1
            case ast.Attribute(attr=name, ctx=ast.Load()):
                counts[f'.{name}'] += 1
    return counts


def _definitions(
    index: SourceIndex,
) -> Iterator[tuple[str, _Definition | ast.Assign, str]]:
    """Yield functions, classes, and names that a module binds.

    :returns: the name, its definition, and the kind of its scope: ``module``,
        ``class`` or ``function``
    """
    for statement in index.tree.body:
        if isinstance(statement, ast.Assign):
            match statement.targets:
                case [ast.Name(id=name)] if not _is_special(name):
                    yield name, statement, 'module'
    for definition in index.definitions:
        if not _is_special(definition.node.name):
            where = _WHERE.get(type(definition.parent), 'function')
            yield definition.node.name, definition.node, where


def _is_private(name: str) -> bool:
    return name.startswith('_') and not _is_special(name)


def _is_special(name: str) -> bool:
    """Return whether Python defines the meaning of a name."""
    return name.startswith('__') and name.endswith('__')
