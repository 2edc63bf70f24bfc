# SPDX-License-Identifier: Apache-2.0
"""Functions, names of modules and attributes that have become constant."""

import ast
from collections import Counter
from collections.abc import Iterator
import dataclasses

from workarounds.retire.passes import constant_attributes
from workarounds.retire.session import ConstantKey
from workarounds.source.index import SourceIndex
from workarounds.source.scopes import Function

_METHOD_DECORATORS = ('staticmethod', 'classmethod')
_PROPERTIES = ('property', 'functools.cached_property', 'cached_property')


@dataclasses.dataclass(frozen=True)
class Constant:
    """A function that returns a constant, or a name bound to one.

    :param scope_path: the names of the enclosing functions and classes
    :param in_class: it is a method
    :param is_called: it is a function, not a property or a name
    :param bases: the base classes of its class
    :param value: the constant
    :param obstacle: why it cannot be inlined, from its own definition
    """

    path: str
    name: str
    line: int
    column: int
    last_line: int
    scope_path: tuple[str, ...]
    in_class: bool
    is_called: bool
    bases: tuple[str, ...]
    value: object
    obstacle: str

    @property
    def key(self) -> ConstantKey:
        """Return a key that does not depend on its position."""
        return self.path, self.scope_path, self.name

    @property
    def is_private(self) -> bool:
        """Return whether other projects cannot know it."""
        is_local = bool(self.scope_path) and not self.in_class
        return is_local or any(
            name.startswith('_') and not name.endswith('__')
            for name in (*self.scope_path, self.name)
        )


def find_constants(
    before: SourceIndex, after: SourceIndex
) -> Iterator[Constant]:
    """Yield the functions and names that a change made constant.

    ::

        def _flush():                          def _flush():
            return workarounds.enabled('x')        return False

    :param before: the old text
    :param after: the new text
    """
    path = after.source.path
    not_constant_before = {
        (definition.scope_path, definition.node.name)
        for definition in before.definitions
        if isinstance(definition.node, Function)
        and _constant_result(definition.node) is None
    }
    for definition in after.definitions:
        node, scope_path = definition.node, definition.scope_path
        around = definition.parent
        if not isinstance(node, Function):
            continue
        constant = _constant_result(node)
        if (
            constant is None
            or (scope_path, node.name) not in not_constant_before
        ):
            continue
        decorators = [
            ast.unparse(decorator) for decorator in node.decorator_list
        ]
        unknown_decorators = [
            decorator
            for decorator in decorators
            if decorator not in (*_METHOD_DECORATORS, *_PROPERTIES)
        ]
        obstacle = ''
        if isinstance(node, ast.AsyncFunctionDef):
            obstacle = 'it is a coroutine'
        elif unknown_decorators:
            obstacle = f'it is decorated with {unknown_decorators[0]}'
        elif node.name.startswith('__'):
            obstacle = 'Python may call it'
        yield Constant(
            path,
            node.name,
            node.lineno,
            node.col_offset,
            node.end_lineno or node.lineno,
            scope_path,
            isinstance(around, ast.ClassDef),
            not any(decorator in _PROPERTIES for decorator in decorators),
            tuple(map(ast.unparse, around.bases))
            if isinstance(around, ast.ClassDef)
            else (),
            constant[0],
            obstacle,
        )

    yield from _find_constant_names(path, before.tree, after.tree)
    for attribute in constant_attributes.find_constant_attributes(
        before, after
    ):
        yield Constant(
            path,
            attribute.name,
            attribute.node.lineno,
            attribute.node.col_offset,
            attribute.node.end_lineno or attribute.node.lineno,
            attribute.scope_path,
            in_class=True,
            is_called=False,
            bases=tuple(map(ast.unparse, attribute.owner.bases)),
            value=attribute.value,
            obstacle=attribute.obstacle,
        )


def _find_constant_names(
    path: str, before: ast.Module, after: ast.Module
) -> Iterator[Constant]:
    """Yield the names of a module that are now bound to a constant."""
    not_constant_before = {
        name for name, node in _assigned(before) if not _is_bool(node)
    }
    # Such as the first of two values of a name.
    constant_before = Counter(
        (name, ast.dump(node.value))
        for name, node in _assigned(before)
        if node.value is not None and _is_bool(node)
    )
    for name, node in _assigned(after):
        if (
            name in not_constant_before
            and isinstance(node.value, ast.Constant)
            and _is_bool(node)
        ):
            known = name, ast.dump(node.value)
            if constant_before[known]:
                constant_before[known] -= 1
                continue
            yield Constant(
                path,
                name,
                node.lineno,
                node.col_offset,
                node.end_lineno or node.lineno,
                scope_path=(),
                in_class=False,
                is_called=False,
                bases=(),
                value=node.value.value,
                obstacle='',
            )


def _assigned(
    tree: ast.Module,
) -> Iterator[tuple[str, ast.Assign | ast.AnnAssign]]:
    for statement in tree.body:
        match statement:
            case (
                ast.Assign(targets=[ast.Name(id=name)])
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr())
            ):
                yield name, statement


def _is_bool(node: ast.Assign | ast.AnnAssign) -> bool:
    return isinstance(node.value, ast.Constant) and isinstance(
        node.value.value, bool
    )


def _constant_result(node: Function) -> tuple[object] | None:
    """Return the constant that a function returns, in a tuple, or None."""
    body = list(node.body)
    if ast.get_docstring(node, clean=False) is not None:
        del body[0]
    match body:
        case [] | [ast.Pass()] | [ast.Return(value=None)]:
            return (None,)
        case [ast.Return(value=ast.Constant(value=value))]:
            return (value,)
        case [ast.Return(value=ast.List(elts=[]))]:
            return ([],)
    return None
