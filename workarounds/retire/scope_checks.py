# SPDX-License-Identifier: Apache-2.0
"""Checks that a change does not alter scopes or kinds of functions.

For example, removing the only assignment of a local variable makes its reads
global, and removing the only ``yield`` makes a generator a plain function::

    def parts(disk):                        def parts(disk):
        if workarounds.enabled('x'):            return
            yield disk
"""

import ast
from collections import Counter
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
import dataclasses
import symtable
import sys
from typing import Any
import warnings

from workarounds.source.index import SourceIndex
from workarounds.source.text import UnreadableError


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
    first_line: int
    last_line: int
    outermost: 'tuple[int, int]'
    kind: str
    #: The kinds of the lambdas and generator expressions in it.
    expressions: Counter[str]
    #: The kind of each name: "local", "global" or "free".
    names: Mapping[str, str]


def find_scope_changes(
    before: SourceIndex, after: SourceIndex
) -> Iterator[ScopeChange]:
    """Yield the unintended changes in functions.

    Functions that both versions have are not compared.
    """
    try:
        old = _scopes(before, after)
    except SyntaxError:
        # It cannot have run, so it has no behaviour to keep.
        return
    try:
        new = _scopes(after, before)
    except (SyntaxError, UnreadableError) as error:
        yield ScopeChange(
            1, sys.maxsize, f'it would not compile: {error.args[0]}'
        )
        return
    for path, scopes in new.items():
        for scope in scopes:
            changes = [
                _compare(old_scope, scope, path)
                for old_scope in old.get(path, ())
            ]
            if changes and all(changes):
                yield from (change for change in changes[:1] if change)


def _compare(before: _Scope, after: _Scope, path: str) -> ScopeChange | None:
    name = path.rpartition('.')[2] or 'the module'
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


def _scopes(index: SourceIndex, other: SourceIndex) -> dict[str, list[_Scope]]:
    """Return the functions and classes of a module by dotted path.

    :param other: another version, whose functions are left out
    """
    shared = {
        function.node
        for function in index.outer_functions
        if function.text in other.function_texts
    }
    table = index.derive(_symbol_table)
    lines = 1, len(index.source.lines)
    expressions = Counter(_expression_kinds(index.tree))
    module = _Scope(*lines, lines, 'a module', expressions, {})
    scopes: dict[str, list[_Scope]] = {'': [module]}
    for path, scope in _collect(index.tree, table, '', None, shared):
        scopes.setdefault(path, []).append(scope)
    return scopes


def _symbol_table(index: SourceIndex) -> symtable.SymbolTable:
    with warnings.catch_warnings():
        # Warnings are for the author of the file.
        warnings.simplefilter('ignore')
        return symtable.symtable(index.source.text, '<source>', 'exec')


_EXPRESSIONS = ('lambda', 'listcomp', 'setcomp', 'dictcomp', 'genexpr')
_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def _collect(
    node: ast.AST,
    table: symtable.SymbolTable,
    path: str,
    outermost: tuple[int, int] | None,
    shared: Collection[ast.AST],
) -> Iterator[tuple[str, _Scope]]:
    children = {
        (child.get_name(), child.get_lineno()): child
        for child in table.get_children()
    }
    for child in _definitions(node):
        if child in shared:
            continue
        inner = children[child.name, child.lineno]
        if inner.get_type() not in ('function', 'class'):
            # Since Python 3.12, a scope of type parameters encloses it.
            [inner] = (
                table
                for table in inner.get_children()
                if table.get_name() == child.name
            )
        first = min(
            [
                child.lineno,
                *(decorator.lineno for decorator in child.decorator_list),
            ]
        )
        lines = first, child.end_lineno or child.lineno
        inner_path = f'{path}.{child.name}'
        scope = _Scope(
            *lines,
            outermost or lines,
            _kind_of_definition(child),
            Counter(_expression_kinds(child)),
            _names(inner),
        )
        yield inner_path, scope
        around = outermost
        if not isinstance(child, ast.ClassDef):
            around = outermost or lines
        yield from _collect(child, inner, inner_path, around, shared)


def _kind_of_definition(node: _Definition) -> str:
    if isinstance(node, ast.ClassDef):
        return 'a class'
    is_async = isinstance(node, ast.AsyncFunctionDef)
    if _has_own(node, ast.Yield | ast.YieldFrom):
        return 'an asynchronous generator' if is_async else 'a generator'
    return 'a coroutine' if is_async else 'a plain function'


def _expression_kinds(node: ast.AST) -> Iterator[str]:
    """Yield the kinds of the lambdas and generator expressions of a scope."""
    for own in _own_nodes(node):
        if isinstance(own, ast.Lambda):
            is_generator = _has_own(own, ast.Yield | ast.YieldFrom)
            yield 'a lambda that yields' if is_generator else 'a plain lambda'
        elif isinstance(own, ast.GeneratorExp):
            is_async = _has_own(own, ast.Await) or any(
                part.is_async for part in own.generators
            )
            yield (
                'an asynchronous generator expression'
                if is_async
                else 'a plain generator expression'
            )


def _has_own(node: ast.AST, kinds: Any) -> bool:
    return any(isinstance(own, kinds) for own in _own_nodes(node))


def _names(table: symtable.SymbolTable) -> dict[str, str]:
    """Return the kinds of names, including those that lambdas read."""
    names: dict[str, str] = {}
    for child in table.get_children():
        if child.get_name() in _EXPRESSIONS:
            names |= {
                name: kind
                for name, kind in _names(child).items()
                if kind != 'local'
            }
    return names | {
        symbol.get_name(): _kind(symbol) for symbol in table.get_symbols()
    }


def _kind(symbol: symtable.Symbol) -> str:
    if symbol.is_free() or symbol.is_nonlocal():
        return 'free'
    return 'global' if symbol.is_global() else 'local'


def _definitions(node: ast.AST) -> Iterator[_Definition]:
    return (
        child for child in _own_nodes(node) if isinstance(child, _Definition)
    )


def _own_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes of a scope, without those of inner scopes."""
    stack = list(ast.iter_child_nodes(node))
    while stack:
        child = stack.pop()
        yield child
        if not isinstance(
            child,
            _Definition
            | ast.Lambda
            | ast.ListComp
            | ast.SetComp
            | ast.DictComp
            | ast.GeneratorExp,
        ):
            stack += ast.iter_child_nodes(child)
