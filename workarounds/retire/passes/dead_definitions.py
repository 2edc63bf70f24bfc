# SPDX-License-Identifier: Apache-2.0
"""Dead definitions: functions, classes and names no longer used."""

import ast
from collections import Counter
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
import dataclasses

from workarounds.retire.name_uses import NameUse
from workarounds.retire.name_uses import Project
from workarounds.retire.passes import computed_names
from workarounds.retire.passes import making_effects
from workarounds.retire.passes import outside_bases
from workarounds.source.index import SourceIndex
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
    """
    path = after.source.path
    lost = _count_reads(before, after) - _count_reads(after, before)
    if not lost:
        return
    for name, node, where in _definitions(after):
        is_local = where == 'function'
        # A method is used after a dot.
        key = f'.{name}' if where == 'class' else name
        if project.is_test(path) and name.lower().startswith('test'):
            # The test runner uses it.
            continue
        if not lost[key] or not _is_removable(name, node, identifiers):
            continue
        if _uses_outside(project.find_uses_in(path, name), path, node):
            continue
        obstacle = ''
        if not is_local:
            users = _uses_outside(project.find_uses(name), path, node)
            if any(not project.is_test(use.place.path) for use in users):
                continue
            if users:
                obstacle = f'only tests use it now ({users[0].place})'
            obstacle = obstacle or _caller_obstacle(after, name, node, project)
        if isinstance(node, _Definition):
            obstacle = obstacle or making_effects.find_effect(node)
            if not (is_local or _is_private(name)):
                obstacle = obstacle or 'its name is public'
        yield DeadDefinition(name, node.lineno, node.col_offset, obstacle)


def _caller_obstacle(
    index: SourceIndex,
    name: str,
    node: _Definition | ast.Assign,
    project: Project,
) -> str:
    """Return what may use a definition without its name, or ''."""
    scope_path = (
        _class_path(index, node) if isinstance(node, _Definition) else ()
    )
    obstacle = computed_names.find_computed_use(
        name, index.source.path, project, in_class=bool(scope_path)
    )
    if obstacle or not isinstance(node, _Definition):
        return obstacle
    if scope_path:
        # Outside of the class, a name such as __sync is written in full.
        full = f'_{scope_path[-1].lstrip("_")}{node.name}'
        for use in project.find_uses(full):
            return f'it is used as {full} ({use.place})'
        base = outside_bases.find_outside_base(
            index.source.path, scope_path, node.name, project
        )
        if base:
            return f'{base}, a base class, may call it'
    return ''


def _class_path(index: SourceIndex, node: _Definition) -> tuple[str, ...]:
    """Return the names of the class of a method and of what is around it."""
    for definition in index.definitions:
        if definition.node is node and isinstance(
            definition.parent, ast.ClassDef
        ):
            return definition.scope_path
    return ()


def _is_removable(
    name: str, node: _Definition | ast.Assign, identifiers: Collection[str]
) -> bool:
    """Return whether a definition may be removed when it is not used."""
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
    """Return the uses of a name outside of its own definition."""
    last = node.end_lineno or node.lineno
    return [
        use
        for use in uses
        if use.place.path != path or not node.lineno <= use.place.line <= last
    ]


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
