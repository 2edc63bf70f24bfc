# SPDX-License-Identifier: Apache-2.0
"""Checks that a change does not alter scopes or kinds of functions.

For example, removing the only assignment of a local variable makes its reads
global, and removing the only ``yield`` makes a generator a plain function::

    def parts(disk):                        def parts(disk):
        if workarounds.enabled('x'):            return
            yield disk
"""

import ast
import builtins
from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping
import dataclasses
import sys

from workarounds.source import tree
from workarounds.source import variables
from workarounds.source.index import SourceIndex
from workarounds.source.scopes import Comprehension
from workarounds.source.scopes import Function
from workarounds.source.text import UnreadableError
from workarounds.source.variables import Kind


@dataclasses.dataclass(frozen=True)
class ScopeChange:
    """An unintended change in a function.

    :param first_line: of the outermost function, before the change
    :param last_line: likewise
    :param reason: a clause
    """

    first_line: int
    last_line: int
    reason: str


@dataclasses.dataclass
class _Scope:
    #: The first and last line of the outermost function.
    outermost: tuple[int, int]
    kind: str
    #: The kinds of the lambdas and generator expressions in it.
    expressions: Counter[str]
    names: Mapping[str, Kind]


def find_scope_changes(
    before: SourceIndex, after: SourceIndex
) -> Iterator[ScopeChange]:
    """Yield the unintended changes in functions.

    Functions that both versions have are not compared.
    """
    old = _scopes(before, after)
    try:
        new = _scopes(after, before)
    except UnreadableError as error:
        yield _for_all(f'it would not compile: {error.args[0]}')
        return
    known = set(variables.find_variables(before).unresolved)
    for name in variables.find_variables(after).unresolved:
        if name not in known:
            missing = f'no binding for nonlocal {name!r} found'
            yield _for_all(f'it would not compile: {missing}')
            return
    for path, scopes in new.items():
        for scope in scopes:
            changes = [
                _compare(old_scope, scope, path)
                for old_scope in old.get(path, ())
            ]
            if changes and all(changes):
                yield from (change for change in changes[:1] if change)


def find_undefined(before: SourceIndex, after: SourceIndex) -> list[str]:
    """Return the names that a change leaves without anything that binds them.

    A builtin may have the name.
    """
    known = {
        variable.name for variable in variables.find_variables(before).unbound
    }
    return [
        variable.name
        for variable in variables.find_variables(after).unbound
        if variable.name not in known and not hasattr(builtins, variable.name)
    ]


def _for_all(reason: str) -> ScopeChange:
    return ScopeChange(1, sys.maxsize, reason)


def _compare(
    before: _Scope, after: _Scope, path: tuple[str, ...]
) -> ScopeChange | None:
    name = path[-1] if path else 'the module'
    reason = ''
    if before.kind != after.kind:
        reason = f'{name} would no longer be {before.kind}'
    # What is removed is missing afterwards; nothing may be new.
    for kind in after.expressions - before.expressions:
        reason = f'an expression in {name} would become {kind}'
    for variable, kind_after in after.names.items():
        kind_before = before.names.get(variable, kind_after)
        if kind_before == kind_after:
            continue
        if kind_before == 'local':
            reason = f'{variable!r} would not be bound in {name}'
        else:
            reason = f'{variable!r} would be another variable in {name}'
    return ScopeChange(*before.outermost, reason) if reason else None


def _scopes(
    index: SourceIndex, other: SourceIndex
) -> dict[tuple[str, ...], list[_Scope]]:
    """Return the functions and classes of a module by their names.

    :param other: another version, whose functions are left out
    """
    names = variables.find_variables(index)
    lines = 1, len(index.source.lines)
    expressions = Counter(_expression_kinds(index.tree))
    module = _Scope(lines, 'a module', expressions, {})
    scopes: dict[tuple[str, ...], list[_Scope]] = {(): [module]}
    #: The lines of the outermost function, for each definition.
    outermost: dict[ast.AST, tuple[int, int]] = {}
    for definition in index.definitions_outside(other.function_texts):
        node = definition.node
        own = tree.first_line(node), node.end_lineno or node.lineno
        lines = outermost.get(definition.parent, own)
        if definition.parent in outermost or isinstance(node, Function):
            outermost[node] = lines
        scope = _Scope(
            lines,
            _kind_of_definition(node),
            Counter(_expression_kinds(node)),
            names.kinds.get(names.scopes[node], {}),
        )
        scopes.setdefault(definition.path, []).append(scope)
    return scopes


def _kind_of_definition(node: Function | ast.ClassDef) -> str:
    if isinstance(node, ast.ClassDef):
        return 'a class'
    is_async = isinstance(node, ast.AsyncFunctionDef)
    if _yields(node):
        return 'an asynchronous generator' if is_async else 'a generator'
    return 'a coroutine' if is_async else 'a plain function'


def _expression_kinds(node: ast.AST) -> Iterator[str]:
    """Yield the kinds of the lambdas and generator expressions of a scope."""
    for own in _own_nodes(node):
        if isinstance(own, ast.Lambda):
            yield 'a lambda that yields' if _yields(own) else 'a plain lambda'
        elif isinstance(own, ast.GeneratorExp):
            is_async = any(
                isinstance(part, ast.Await) for part in _own_nodes(own)
            ) or any(part.is_async for part in own.generators)
            yield (
                'an asynchronous generator expression'
                if is_async
                else 'a plain generator expression'
            )


def _yields(node: ast.AST) -> bool:
    return any(
        isinstance(own, ast.Yield | ast.YieldFrom) for own in _own_nodes(node)
    )


def _own_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes of a scope, without those of inner scopes."""
    stack = list(ast.iter_child_nodes(node))
    while stack:
        child = stack.pop()
        yield child
        if not isinstance(
            child, Function | ast.ClassDef | ast.Lambda | Comprehension
        ):
            stack += ast.iter_child_nodes(child)
