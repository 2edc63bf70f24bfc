# SPDX-License-Identifier: Apache-2.0
"""Attributes that have become constant.

::

    class Driver:
        def __init__(self):
            self._flush = False      # was workarounds.enabled('x')
"""

import ast
from collections import Counter
from collections.abc import Iterator
from collections.abc import Sequence
import dataclasses

from workarounds.source.index import SourceIndex


@dataclasses.dataclass(frozen=True)
class Attribute:
    """An assignment of an attribute of a class or of its instances.

    :param scope_path: the names of the class and of what is around it
    :param value: a constant, or None
    :param obstacle: why it may have another value
    """

    name: str
    node: ast.Assign | ast.AnnAssign
    owner: ast.ClassDef
    scope_path: tuple[str, ...]
    value: bool | None
    obstacle: str

    @property
    def key(self) -> tuple[tuple[str, ...], str]:
        """Return a key that does not depend on its position."""
        return self.scope_path, self.name


def find_constant_attributes(
    before: SourceIndex, after: SourceIndex
) -> Iterator[Attribute]:
    """Yield the attributes that a change made constant."""
    attributes = before.derive(_list_attributes)
    not_constant_before = {
        attribute.key for attribute in attributes if attribute.value is None
    }
    # Such as the value in __init__() of one that another method sets.
    constant_before = Counter(
        (attribute.key, attribute.value) for attribute in attributes
    )
    for attribute in after.derive(_list_attributes):
        if attribute.value is None or attribute.key not in not_constant_before:
            continue
        known = attribute.key, attribute.value
        if constant_before[known]:
            constant_before[known] -= 1
        else:
            yield attribute


def _list_attributes(index: SourceIndex) -> Sequence[Attribute]:
    return [
        attribute
        for definition in index.definitions
        if isinstance(definition.node, ast.ClassDef)
        for statement in definition.node.body
        for attribute in _of_class(
            statement,
            definition.node,
            (*definition.scope_path, definition.node.name),
        )
    ]


def _of_class(
    statement: ast.stmt, owner: ast.ClassDef, scope_path: tuple[str, ...]
) -> Iterator[Attribute]:
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)]):
            obstacle = 'its class is decorated' if owner.decorator_list else ''
            yield _make(name, statement, owner, scope_path, obstacle)
        case ast.FunctionDef(args=ast.arguments(args=[ast.arg('self'), *_])):
            yield from _of_method(statement, owner, scope_path)


def _of_method(
    method: ast.FunctionDef, owner: ast.ClassDef, scope_path: tuple[str, ...]
) -> Iterator[Attribute]:
    for node in ast.walk(method):
        match node:
            case ast.Assign(
                targets=[ast.Attribute(ast.Name('self'), attr=name)]
            ) | ast.AnnAssign(ast.Attribute(ast.Name('self'), attr=name)):
                obstacle = _obstacle(node, method.name, method.body)
                yield _make(name, node, owner, scope_path, obstacle)


def _obstacle(node: ast.stmt, method: str, body: Sequence[ast.stmt]) -> str:
    if method != '__init__':
        return f'it is set in {method}()'
    return '' if node in body else 'it is set in a part of __init__()'


def _make(
    name: str,
    node: ast.Assign | ast.AnnAssign,
    owner: ast.ClassDef,
    scope_path: tuple[str, ...],
    obstacle: str,
) -> Attribute:
    match node.value:
        case ast.Constant(value=bool(value)):
            return Attribute(name, node, owner, scope_path, value, obstacle)
    return Attribute(name, node, owner, scope_path, None, obstacle)
