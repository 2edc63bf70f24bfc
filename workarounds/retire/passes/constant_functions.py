# SPDX-License-Identifier: Apache-2.0
"""Functions, names of modules and attributes that have become constant.

::

    def _flush():
        return False                 # was workarounds.enabled('x')

    class Driver:
        def __init__(self):
            self._flush = False      # likewise
"""

import ast
from collections import Counter
from collections.abc import Iterator
from collections.abc import Sequence
import dataclasses
import inspect
from typing import Final

from workarounds.retire.session import ConstantKey
from workarounds.source import tree as source_tree
from workarounds.source.index import SourceIndex
from workarounds.source.scopes import Function

_METHOD_DECORATORS = ('staticmethod', 'classmethod')
_PROPERTIES = ('property', 'functools.cached_property', 'cached_property')
#: The value of what is not constant.
_OPEN: Final = object()
_Assignment = ast.Assign | ast.AnnAssign


@dataclasses.dataclass(frozen=True)
class Constant:
    """A function that returns a constant, or a name bound to one.

    :param scope_path: the names of the enclosing functions and classes
    :param owner: the class of a method or attribute
    :param value: the constant
    :param obstacle: why it cannot be inlined, from its own definition
    :param is_called: it is a function, not a property or a name
    """

    path: str
    name: str
    node: Function | _Assignment
    scope_path: tuple[str, ...]
    owner: ast.ClassDef | None
    value: object
    obstacle: str = ''
    is_called: bool = False

    @property
    def line(self) -> int:
        """Return its first line, without decorators."""
        return self.node.lineno

    @property
    def last_line(self) -> int:
        """Return its last line."""
        return self.node.end_lineno or self.line

    @property
    def in_class(self) -> bool:
        """Return whether it is a method or attribute."""
        return self.owner is not None

    @property
    def bases(self) -> tuple[str, ...]:
        """Return the base classes of its class."""
        return tuple(map(ast.unparse, self.owner.bases if self.owner else ()))

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

    def accepts(self, call: ast.Call | None) -> bool:
        """Return whether a call has the arguments that the function takes.

        Else it raises ``TypeError``, which something around it may catch.
        """
        if call is None or not isinstance(self.node, Function):
            return True
        is_bound = self.in_class and not any(
            ast.unparse(decorator) == 'staticmethod'
            for decorator in self.node.decorator_list
        )
        given = [None] * (is_bound + len(call.args))
        named = {str(keyword.arg): None for keyword in call.keywords}
        try:
            _signature(self.node.args).bind(*given, **named)
        except TypeError:
            return False
        return True


def _signature(arguments: ast.arguments) -> inspect.Signature:
    """Return how a function can be called."""
    kinds = inspect.Parameter
    plain = [*arguments.posonlyargs, *arguments.args]
    first = len(plain) - len(arguments.defaults)
    found = [
        inspect.Parameter(
            each.arg,
            kinds.POSITIONAL_ONLY
            if number < len(arguments.posonlyargs)
            else kinds.POSITIONAL_OR_KEYWORD,
            default=None if number >= first else kinds.empty,
        )
        for number, each in enumerate(plain)
    ]
    if arguments.vararg:
        found.append(kinds(arguments.vararg.arg, kinds.VAR_POSITIONAL))
    found += [
        kinds(
            each.arg,
            kinds.KEYWORD_ONLY,
            default=kinds.empty if default is None else None,
        )
        for each, default in zip(
            arguments.kwonlyargs, arguments.kw_defaults, strict=True
        )
    ]
    if arguments.kwarg:
        found.append(kinds(arguments.kwarg.arg, kinds.VAR_KEYWORD))
    return inspect.Signature(found)


def find_constants(
    before: SourceIndex, after: SourceIndex
) -> Iterator[Constant]:
    """Yield the functions, names and attributes that a change made constant.

    ::

        def _flush():                          def _flush():
            return workarounds.enabled('x')        return False

    :param before: the old text
    :param after: the new text
    """
    candidates = before.derive(_list_candidates)
    not_constant_before = {
        candidate.key for candidate in candidates if candidate.value is _OPEN
    }
    # Such as the first of two values of a name.
    constant_before = Counter(map(_known, candidates))
    for candidate in after.derive(_list_candidates):
        if (
            candidate.value is _OPEN
            or candidate.key not in not_constant_before
        ):
            continue
        if constant_before[_known(candidate)]:
            constant_before[_known(candidate)] -= 1
        else:
            yield candidate


def _known(candidate: Constant) -> tuple[ConstantKey, str]:
    return candidate.key, repr(candidate.value)


def _list_candidates(index: SourceIndex) -> Sequence[Constant]:
    return [
        *_functions(index),
        *_names(index),
        *_attributes(index),
    ]


def _functions(index: SourceIndex) -> Iterator[Constant]:
    for definition in index.definitions:
        node, around = definition.node, definition.parent
        if not isinstance(node, Function):
            continue
        decorators = [*map(ast.unparse, node.decorator_list)]
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
            index.source.path,
            node.name,
            node,
            definition.scope_path,
            around if isinstance(around, ast.ClassDef) else None,
            _constant_result(node),
            obstacle,
            is_called=not any(name in _PROPERTIES for name in decorators),
        )


def _names(index: SourceIndex) -> Iterator[Constant]:
    """Yield the names that a module binds."""
    for statement in index.tree.body:
        match statement:
            case (
                ast.Assign(targets=[ast.Name(id=name)])
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr())
            ):
                path, value = index.source.path, _bool(statement)
                yield Constant(path, name, statement, (), None, value)


def _attributes(index: SourceIndex) -> Iterator[Constant]:
    """Yield the attributes of classes and of their instances."""
    for definition in index.definitions:
        owner, path = definition.node, definition.path
        if not isinstance(owner, ast.ClassDef):
            continue
        for statement in owner.body:
            for name, node, why in _set_by(statement, owner):
                value = _bool(node)
                yield Constant(
                    index.source.path, name, node, path, owner, value, why
                )


def _set_by(
    statement: ast.stmt, owner: ast.ClassDef
) -> Iterator[tuple[str, _Assignment, str]]:
    """Yield what a statement of a class sets, with what may set it again."""
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)]):
            why = 'its class is decorated' if owner.decorator_list else ''
            yield name, statement, why
        case ast.FunctionDef(args=ast.arguments(args=[ast.arg('self'), *_])):
            for node in source_tree.walk_statements(statement):
                match node:
                    case ast.Assign(
                        targets=[ast.Attribute(ast.Name('self'), attr=name)]
                    ) | ast.AnnAssign(
                        ast.Attribute(ast.Name('self'), attr=name)
                    ):
                        yield name, node, _obstacle(node, statement)


def _obstacle(node: ast.stmt, method: ast.FunctionDef) -> str:
    if method.name != '__init__':
        return f'it is set in {method.name}()'
    return '' if node in method.body else 'it is set in a part of __init__()'


def _bool(node: _Assignment) -> object:
    """Return the value of an assignment if it is a truth."""
    match node.value:
        case ast.Constant(value=bool(value)):
            return value
    return _OPEN


def _constant_result(node: Function) -> object:
    """Return the constant that a function returns."""
    body = list(node.body)
    if ast.get_docstring(node, clean=False) is not None:
        del body[0]
    match body:
        case [] | [ast.Pass()] | [ast.Return(value=None)]:
            return None
        case [ast.Return(value=ast.Constant(value=value))]:
            return value
        case [ast.Return(value=ast.List(elts=[]))]:
            return []
    return _OPEN
