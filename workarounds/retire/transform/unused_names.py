# SPDX-License-Identifier: Apache-2.0
"""Imports and variables that a change makes unused, by pyflakes."""

import ast
from collections import Counter
from collections.abc import Iterator
from typing import Any

from pyflakes import checker
from pyflakes import messages

from workarounds.retire.transform import kept_imports
from workarounds.retire.transform.edits import Edits
from workarounds.source import scopes
from workarounds.source import walk
from workarounds.source.index import SourceIndex
from workarounds.source.scopes import Scope
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
    before: SourceIndex, after: SourceIndex
) -> list[tuple[int, str]]:
    """Return the names that a change makes undefined.

    :returns: the line in the new text, and the name, for each
    """
    return [
        (message.lineno, str(message.message_args[0]))
        for message in _new_messages(before, after)
        if not isinstance(
            message, (messages.UnusedImport, messages.UnusedVariable)
        )
        and not isinstance(message, _INDIRECT)
    ]


def find_unused(before: SourceIndex, after: SourceIndex) -> Edits:
    """Return edits that remove what a change makes unused.

    ::

        import os      # removed if nothing uses it
        a = f()        f()
        nonlocal a     # removed if nothing assigns it

    :returns: the edits of the new text
    """
    edits = Edits()
    for message in _new_messages(before, after):
        match message:
            case messages.UnusedImport() if not kept_imports.is_kept(
                after, message.lineno
            ):
                # "a.b", "a.b as c", or "..a.b" for "from ..a import b".
                name = str(message.message_args[0]).split(' as ')[-1]
                for bound in (name, name.rpartition('.')[2]):
                    edits.removed_imports.add((message.lineno, bound))
            case messages.UnusedVariable():
                name = str(message.message_args[0])
                _remove_binding(after, message, name, edits)
            case _ if isinstance(message, _INDIRECT):
                _remove_scope_statement(after.tree, message, edits)
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


def _new_messages(before: SourceIndex, after: SourceIndex) -> Iterator[Any]:
    """Yield the messages on the new text that the old one does not have."""
    known: Counter[_Key] = Counter(map(_key, before.derive(_messages)))
    for message in after.derive(_messages):
        if known[_key(message)]:
            known[_key(message)] -= 1
        else:
            yield message


def _messages(index: SourceIndex) -> list[Any]:
    found = checker.Checker(index.tree, filename=index.source.path).messages
    return [message for message in found if isinstance(message, _KINDS)]


def _key(message: Any) -> _Key:
    return type(message), tuple(message.message_args)


def _remove_binding(
    index: SourceIndex,
    message: Any,
    name: str,
    edits: Edits,
) -> None:
    """Remove an assignment, or the name after ``as``."""
    for node in ast.walk(index.tree):
        match node:
            case (
                ast.Assign(targets=[ast.Name(id=target)])
                | ast.AnnAssign(target=ast.Name(id=target))
            ) if target == name and node.lineno == message.lineno:
                edits.removed_assignments.add((node.lineno, node.col_offset))
            case ast.NamedExpr() if (
                node.target.id == name and node.lineno == message.lineno
            ):
                edits.removed_walruses.add(index.source.place(node).span)
            case ast.ExceptHandler() if (
                node.name == name
                and node.lineno == message.lineno
                and not _is_read_elsewhere(index.tree, node, name)
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
