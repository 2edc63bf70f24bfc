# SPDX-License-Identifier: Apache-2.0
"""Imports and variables that a change makes unused, by pyflakes."""

import ast
from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping
import functools
import pathlib
from typing import Any

from pyflakes import checker
from pyflakes import messages

from workarounds.retire import parse_cache
from workarounds.retire.transform import kept_imports
from workarounds.retire.transform import unchanged_functions
from workarounds.retire.transform.edits import Edits
from workarounds.source import scopes
from workarounds.source import walk
from workarounds.source.scopes import Scope
from workarounds.source.text import Source
from workarounds.source.tree import LineSet
from workarounds.source.walk import Context

# The oldest pyflakes that is supported does not have it.
_INDIRECT: Any = getattr(messages, 'UnusedIndirectAssignment', ())
_Key = tuple[type, tuple[Any, ...]]
_KINDS = (
    messages.UnusedImport,
    messages.UnusedVariable,
    messages.UndefinedName,
    messages.UndefinedLocal,
    messages.UndefinedExport,
    *([_INDIRECT] if _INDIRECT else []),
)


def find_undefined(
    path: str, before: str, after: str
) -> list[tuple[int, str]]:
    """Return the names that a change makes undefined.

    :returns: the line in the new text, and the name, for each
    """
    return [
        (message.lineno, str(message.message_args[0]))
        for message in _new_messages(path, before, after)
        if not isinstance(
            message, (messages.UnusedImport, messages.UnusedVariable)
        )
        and not isinstance(message, _INDIRECT)
    ]


def find_unused(path: str, before: str, after: str) -> Edits:
    """Return edits that remove what a change makes unused.

    ::

        import os      # removed if nothing uses it
        a = f()        f()
        nonlocal a     # removed if nothing assigns it

    :returns: the edits of the new text
    """
    edits = Edits()
    is_package = pathlib.PurePath(path).name == '__init__.py'
    tree: ast.Module | None = None
    for message in _new_messages(path, before, after):
        match message:
            case messages.UnusedImport() if not (
                is_package or kept_imports.is_kept(after, message.lineno)
            ):
                # "a.b", "a.b as c", or "..a.b" for "from ..a import b".
                name = str(message.message_args[0]).split(' as ')[-1]
                for bound in (name, name.rpartition('.')[2]):
                    edits.removed_imports.add((message.lineno, bound))
            case messages.UnusedVariable():
                tree = tree or parse_cache.parse(after)
                name = str(message.message_args[0])
                source = Source(path, after)
                _remove_binding(source, tree, message, name, edits)
            case _ if isinstance(message, _INDIRECT):
                tree = tree or parse_cache.parse(after)
                _remove_scope_statement(tree, message, edits)
    return edits


def _remove_scope_statement(
    tree: ast.Module, message: Any, edits: Edits
) -> None:
    """Remove ``global`` or ``nonlocal``, if it is of this name alone."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Global | ast.Nonlocal)
            and node.lineno == message.lineno
            and node.names == [str(message.message_args[-1])]
        ):
            edits.removed_statements.add((node.lineno, node.col_offset))


def _new_messages(path: str, before: str, after: str) -> Iterator[Any]:
    """Yield the messages on the new text that the old one does not have."""
    old = _messages(path, _stub_shared_functions(before, after))
    known: Counter[_Key] = Counter(map(_key, old))
    for message in _messages(path, _stub_shared_functions(after, before)):
        if known[_key(message)]:
            known[_key(message)] -= 1
        else:
            yield message


def _messages(path: str, text: str) -> list[Any]:
    messages_found = checker.Checker(ast.parse(text), filename=path).messages
    return [
        message for message in messages_found if isinstance(message, _KINDS)
    ]


def _stub_shared_functions(text: str, other: str) -> str:
    """Replace functions that another text has too by ``pass``.

    They take nearly all of the time. A last line uses what they use of the
    names of the module, and all line numbers stay the same.
    """
    shared = set(_functions(other).values())
    lines = text.split('\n')
    stubbed: list[str] = []
    for (first, last), function in _functions(text).items():
        if function in shared:
            stubbed.append(function)
            indent = lines[first - 1][: -len(lines[first - 1].lstrip())]
            lines[first - 1 : last] = [f'{indent}pass'] + [''] * (last - first)
    bound = _module_names(parse_cache.parse(text)) | _module_names(
        parse_cache.parse(other)
    )
    used = [
        name
        for name in sorted(bound)
        if any(_reads_name(function, name) for function in stubbed)
    ]
    return '\n'.join([*lines, f'[{", ".join(used)}]', ''])


def _reads_name(function: str, name: str) -> bool:
    if name not in function:
        return False
    if function[0].isspace():
        # A method: dedenting it would change multi-line strings.
        function = f'if True:\n{function}'
    return name in _names_in(function)


@functools.lru_cache(maxsize=4096)
def _names_in(function: str) -> frozenset[str]:
    tree = ast.parse(function)
    return frozenset(
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name)
    )


def _module_names(tree: ast.Module) -> set[str]:
    """Return the names that a module binds outside of its functions."""
    names: set[str] = set()
    stack: list[ast.AST] = list(tree.body)
    while stack:
        node = stack.pop()
        match node:
            case ast.alias():
                names.add((node.asname or node.name).partition('.')[0])
            case ast.Name(id=name, ctx=ast.Store()):
                names.add(name)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                names.add(node.name)
                continue
        stack += ast.iter_child_nodes(node)
    return names - {'*'}


@functools.lru_cache(maxsize=2)
def _functions(text: str) -> Mapping[tuple[int, int], str]:
    """Return the outermost functions by their first and last lines."""
    lines = text.split('\n')
    return {
        (first, last): '\n'.join(lines[first - 1 : last])
        for first, last in unchanged_functions.outermost_functions(
            parse_cache.parse(text)
        )
    }


def _key(message: Any) -> _Key:
    return type(message), tuple(message.message_args)


def _remove_binding(
    source: Source,
    tree: ast.Module,
    message: Any,
    name: str,
    edits: Edits,
) -> None:
    """Remove an assignment, or the name after ``as``."""
    for node in ast.walk(tree):
        match node:
            case (
                ast.Assign(targets=[ast.Name(id=target)])
                | ast.AnnAssign(target=ast.Name(id=target))
            ) if target == name and node.lineno == message.lineno:
                edits.removed_assignments.add((node.lineno, node.col_offset))
            case ast.NamedExpr() if (
                node.target.id == name and node.lineno == message.lineno
            ):
                place = source.place(node)
                edits.removed_walruses.add(
                    (
                        place.line,
                        place.column,
                        place.end_line,
                        place.end_column,
                    )
                )
            case ast.ExceptHandler() if (
                node.name == name
                and node.lineno == message.lineno
                and not _is_read_elsewhere(tree, node, name)
            ):
                edits.removed_as_names.add((node.lineno, node.col_offset))
            case ast.withitem(optional_vars=ast.Name(id=target)) if (
                target == name and node.context_expr.lineno <= message.lineno
            ):
                item = node.context_expr
                edits.removed_as_names.add((item.lineno, item.col_offset))


def _is_read_elsewhere(
    tree: ast.Module, handler: ast.ExceptHandler, name: str
) -> bool:
    """Return whether code that pyflakes reads later needs a caught error.

    The lambda reads it while the handler runs, and the last line is an error
    after it has run::

        except ValueError as error:
            call(lambda: error)
        print(error)
    """
    handlers = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and node.name == name
    ]
    # Those of the same scope: each has the error that it catches.
    in_handlers = {node for other in handlers for node in ast.walk(other)}
    reads: list[ast.AST] = []

    def recognise(node: ast.AST, context: Context) -> None:
        if not isinstance(node, ast.Name) or node.id != name:
            return
        binder = scopes.binding_scope(name, context.scope)
        if (
            binder is not None
            and isinstance(node.ctx, ast.Load)
            and any(item.node is handler for item in binder.bindings[name])
            and (binder is not context.scope or node not in in_handlers)
        ):
            reads.append(node)

    last = max(node.end_lineno or 0 for node in tree.body)
    walk.walk(Scope(tree), LineSet(range(1, last + 1)), recognise)
    return bool(reads)
