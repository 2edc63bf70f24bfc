# SPDX-License-Identifier: Apache-2.0
"""Functions and names of modules that have come to be constant."""

import ast
from collections.abc import Iterator
from collections.abc import Sequence
import dataclasses
import functools

from workarounds.retire import trees

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_PLAIN = ('staticmethod', 'classmethod')
_PROPERTIES = ('property', 'functools.cached_property', 'cached_property')

Key = tuple[str, tuple[str, ...], str]


@dataclasses.dataclass(frozen=True)
class Constant:
    """A function that returns a constant, or a name that keeps one.

    :param owner: the path of the classes and functions around it
    :param in_class: it is a method
    :param is_called: to have its value, it is called
    :param bases: those of its class
    :param value: what it returns, or keeps
    :param doubt: why it cannot be inlined, as far as its own file tells
    """

    path: str
    name: str
    line: int
    column: int
    owner: tuple[str, ...]
    in_class: bool
    is_called: bool
    bases: tuple[str, ...]
    value: object
    doubt: str

    @property
    def key(self) -> Key:
        """What tells it from all others, wherever it stands."""
        return self.path, self.owner, self.name

    @property
    def is_private(self) -> bool:
        """Whether nobody outside is to use it."""
        return self.name.startswith('_') and not self.name.endswith('__')


def found(path: str, before: str, after: str) -> Iterator[Constant]:
    """Find the functions of a file that have become constant.

    :param before: the file's text, which parses
    :param after: its new text
    """
    were = {
        (owner, node.name)
        for node, owner, _ in _functions(before)
        if _constant(node) is None
    }
    for node, owner, around in _functions(after):
        constant = _constant(node)
        if constant is None or (owner, node.name) not in were:
            continue
        decorators = [ast.unparse(one) for one in node.decorator_list]
        strange = [
            one for one in decorators if one not in (*_PLAIN, *_PROPERTIES)
        ]
        doubt = ''
        if isinstance(node, ast.AsyncFunctionDef):
            doubt = 'it is a coroutine'
        elif strange:
            doubt = f'it is decorated with {strange[0]}'
        elif node.name.startswith('__'):
            doubt = 'Python itself may call it'
        yield Constant(
            path,
            node.name,
            node.lineno,
            node.col_offset,
            owner,
            isinstance(around, ast.ClassDef),
            not any(one in _PROPERTIES for one in decorators),
            tuple(map(ast.unparse, around.bases))
            if isinstance(around, ast.ClassDef)
            else (),
            constant[0],
            doubt,
        )

    yield from _kept(path, trees.parse(before), trees.parse(after))


def _kept(
    path: str, before: ast.Module, after: ast.Module
) -> Iterator[Constant]:
    """Find the names of a module that keep a constant now."""
    were = {name for name, node in _assigned(before) if not _is_bool(node)}
    for name, node in _assigned(after):
        if (
            name in were
            and isinstance(node.value, ast.Constant)
            and _is_bool(node)
        ):
            yield Constant(
                path,
                name,
                node.lineno,
                node.col_offset,
                owner=(),
                in_class=False,
                is_called=False,
                bases=(),
                value=node.value.value,
                doubt='',
            )


def _assigned(tree: ast.Module) -> Iterator[tuple[str, ast.Assign]]:
    for statement in tree.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)]):
                yield name, statement


def _is_bool(node: ast.Assign) -> bool:
    return isinstance(node.value, ast.Constant) and isinstance(
        node.value.value, bool
    )


@functools.lru_cache(maxsize=2)
def _functions(
    text: str,
) -> Sequence[tuple[_Function, tuple[str, ...], ast.AST]]:
    """Find all functions, with what is around them."""
    functions: list[tuple[_Function, tuple[str, ...], ast.AST]] = []
    tree = trees.parse(text)
    waiting: list[tuple[ast.AST, tuple[str, ...], ast.AST]] = [
        (tree, (), tree)
    ]
    while waiting:
        node, owner, around = waiting.pop()
        if isinstance(node, _Function):
            functions.append((node, owner, around))
        if isinstance(node, _Function | ast.ClassDef):
            owner, around = (*owner, node.name), node
        waiting += [
            (child, owner, around) for child in ast.iter_child_nodes(node)
        ]
    return functions


def _constant(node: _Function) -> tuple[object] | None:
    """Return what a function returns if that is a constant."""
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
