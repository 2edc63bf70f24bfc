# SPDX-License-Identifier: Apache-2.0
"""Literals: values, arguments and groups that are written out."""

import ast
from collections.abc import Iterator

from workarounds.source import names as source_names
from workarounds.source import references
from workarounds.source.names import Names
from workarounds.source.scopes import Scope


def value(node: ast.expr | None) -> object:
    """Return the value of a literal, or ``references.UNKNOWN``."""
    if node is None:
        return references.UNKNOWN
    try:
        literal: object = ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return references.UNKNOWN
    return literal


def arguments(node: ast.expr, *positional: str) -> dict[str, ast.expr]:
    """Return the arguments of a call by their names.

    :param positional: the names of the positional ones
    """
    if not isinstance(node, ast.Call):
        return {}
    given = dict(zip(positional, node.args, strict=False))
    return given | {
        keyword.arg: keyword.value for keyword in node.keywords if keyword.arg
    }


def keywords(node: ast.Call) -> Iterator[tuple[str, ast.expr]]:
    """Yield keyword arguments, including those in ``**{...}``."""
    for given in node.keywords:
        if given.arg is None:
            yield from items(given.value)
        else:
            yield given.arg, given.value


def items(node: ast.expr | None) -> Iterator[tuple[str, ast.expr]]:
    """Yield the items of a dictionary display whose keys are strings."""
    if not isinstance(node, ast.Dict):
        return
    for key, value in zip(node.keys, node.values, strict=True):
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            yield key.value, value


def is_none(node: ast.expr) -> bool:
    """Return whether an expression is ``None``."""
    return isinstance(node, ast.Constant) and node.value is None


def group_name(node: ast.expr, scope: Scope, names: Names) -> str | None:
    """Return the name of the group that an expression is, or names."""
    node = names.definition(node, scope)
    if isinstance(node, ast.Call):
        named = arguments(node, 'name').get('name')
        if (
            source_names.last_identifier(node.func) != 'OptGroup'
            or named is None
        ):
            return None
        node = named
    return names.string(node, scope)
