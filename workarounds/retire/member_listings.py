# SPDX-License-Identifier: Apache-2.0
"""Code that lists the names of a class or a module.

::

    for name, method in inspect.getmembers(self, inspect.ismethod):
        method()
    globals()[name]()
"""

import ast
from collections.abc import Collection
from collections.abc import Iterator
import dataclasses
import re
from typing import Final

from workarounds.source import names as source_names
from workarounds.source.index import SourceIndex

_WORDS: Final = re.compile(
    rb'\b(?:dir|getmembers\w*|globals|vars)\(|\b__dict__\b'
)
_IN_CLASS: Final = frozenset({True})
_IN_MODULE: Final = frozenset({False})
_ANYWHERE: Final = _IN_CLASS | _IN_MODULE


@dataclasses.dataclass(frozen=True)
class Listing:
    """Code that lists names.

    :param in_class: whether those of a class; both if that is not known
    """

    line: int
    in_class: Collection[bool]


def find_listings(index: SourceIndex) -> list[Listing]:
    """Return the code that lists names, and does not select them by a text.

    What selects them by the beginning of a name has that in a literal.
    """
    if not _WORDS.search(index.data):
        return []
    found = []
    stack: list[tuple[ast.AST, ast.AST]] = [(index.tree, index.tree)]
    while stack:
        node, statement = stack.pop()
        if isinstance(node, ast.stmt):
            statement = node
        if isinstance(node, ast.expr):
            in_class = _listed(node)
            if in_class and not _selects(statement):
                found.append(Listing(node.lineno, in_class))
        stack += [
            (child, statement)
            for child in ast.iter_child_nodes(node)
            if child is not _asked(node)
        ]
    return found


def _asked(node: ast.AST) -> ast.AST | None:
    """Return the namespace that is asked for one name: ``vars(x)['a']``."""
    match node:
        case ast.Subscript(value=namespace, slice=asked):
            pass
        case ast.Call(func=ast.Attribute(attr='update', value=namespace)):
            return namespace
        case ast.Call(func=ast.Attribute(value=namespace), args=[asked, *_]):
            pass
        case ast.Compare(left=asked, comparators=[namespace]):
            pass
        case _:
            return None
    return namespace if any(_texts(asked)) else None


def _listed(node: ast.AST) -> Collection[bool]:
    """Return the kinds of names that an expression lists."""
    match node:
        case ast.Call(func=ast.Name(id='globals' | 'vars' | 'dir'), args=[]):
            return _IN_MODULE
        case ast.Call(func=func, args=[owner, *_]):
            name = source_names.last_identifier(func)
            if name == 'dir' or name.startswith('getmembers'):
                is_own = isinstance(owner, ast.Name) and owner.id == 'self'
                return _IN_CLASS if is_own else _kinds(owner) or _ANYWHERE
            return _kinds(owner) if name == 'vars' else ()
        case ast.Attribute(attr='__dict__', value=owner):
            return _kinds(owner)
    return ()


def _kinds(owner: ast.expr) -> Collection[bool]:
    """Return whether an object is a class or a module; none of an instance."""
    match owner:
        case ast.Subscript(value=ast.Attribute(attr='modules')):
            return _IN_MODULE
        case ast.Attribute(attr='__class__') | ast.Name(id='cls'):
            return _IN_CLASS
        case ast.Call(func=ast.Name(id='type')):
            return _IN_CLASS
        case ast.Name(id=name) if name[:1].isupper():
            return _IN_CLASS
    return ()


def _selects(statement: ast.AST) -> bool:
    """Return whether a statement selects names by how they begin or end."""
    negated = set()
    for node in ast.walk(statement):
        match node:
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                negated.add(operand)
            case ast.Call(
                func=ast.Attribute(attr='startswith' | 'endswith'), args=args
            ):
                texts = {text for arg in args for text in _texts(arg)}
                # The names of others are all private: not n.startswith('_').
                if texts and (node in negated) is (texts == {'_'}):
                    return True
    return False


def _texts(expression: ast.AST) -> Iterator[str]:
    for node in ast.walk(expression):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
