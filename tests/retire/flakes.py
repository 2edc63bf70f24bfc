# SPDX-License-Identifier: Apache-2.0
"""What pyflakes says, without what it says wrongly."""

import ast
from collections.abc import Iterable
from collections.abc import Iterator
from typing import Any

from pyflakes import checker
from pyflakes import messages

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def flakes(source: bytes) -> Iterator[Any]:
    """Yield the messages about a module.

    pyflakes reads inner functions after the code around them, and forgets a
    caught error after its handler. It calls the error unused if only an inner
    function or code below the handler reads it.
    """
    tree = ast.parse(source)
    used = {
        (handler.lineno, handler.name)
        for function in tree.body
        for handler in _handlers(function)
        if _is_read_later(function, handler.name)
    }
    for message in checker.Checker(tree).messages:
        if not (
            isinstance(message, messages.UnusedVariable)
            and (message.lineno, message.message_args[0]) in used
        ):
            yield message


def _handlers(node: ast.AST) -> Iterator[ast.ExceptHandler]:
    return (
        part for part in ast.walk(node) if isinstance(part, ast.ExceptHandler)
    )


def _is_read_later(function: ast.AST, name: str | None) -> bool:
    of_name = [part for part in _handlers(function) if part.name == name]
    inner = [
        part
        for part in ast.walk(function)
        if isinstance(part, _FUNCTIONS) and part is not function
    ]
    at_once = _parts(of_name) - _parts(inner)
    return any(
        isinstance(part, ast.Name)
        and part.id == name
        and isinstance(part.ctx, ast.Load)
        and part not in at_once
        for part in ast.walk(function)
    )


def _parts(nodes: Iterable[ast.AST]) -> set[ast.AST]:
    return {part for node in nodes for part in ast.walk(node)}
