# SPDX-License-Identifier: Apache-2.0
"""One index per version of a text, which is parsed only once.

Audit, retire and the checks of a rewrite ask the index of a text instead of
parsing the text themselves.
"""

import ast
from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Sequence
import dataclasses
import functools
from typing import Any
from typing import Final
from typing import TypeVar

from workarounds.source import text as source_text
from workarounds.source import tree as source_tree
from workarounds.source.scopes import Function
from workarounds.source.text import Source

#: In bytes of text. Three versions of the largest test module of Nova.
_LIMIT: Final = 6_000_000
_T = TypeVar('_T')


@dataclasses.dataclass(frozen=True, slots=True)
class Definition:
    """A function or class.

    :param scope_path: the names of the enclosing functions and classes
    :param parent: the enclosing function or class, or the module
    """

    node: Function | ast.ClassDef
    scope_path: tuple[str, ...]
    parent: ast.AST

    @property
    def path(self) -> tuple[str, ...]:
        """Return its name, after those of the enclosing definitions."""
        return (*self.scope_path, self.node.name)


@dataclasses.dataclass(frozen=True, slots=True)
class OuterFunction:
    """A function of a module, or of a class of it.

    :param first: its first line, that of a decorator if it has one
    """

    node: Function
    first: int
    last: int
    text: str


class SourceIndex:
    """All that is known of one version of a Python text.

    :param data: the content of the file
    :raises workarounds.source.text.UnreadableError: it cannot be decoded
    """

    def __init__(self, path: str, data: bytes) -> None:
        self.data = data
        self.source: Source = source_text.decode(path, data, is_python=True)
        self._derived: dict[Any, Any] = {}

    @property
    def tree(self) -> ast.Module:
        """Return the syntax tree.

        :raises workarounds.source.text.UnreadableError: it cannot be parsed
        """
        return self.source.tree

    def derive(self, compute: Callable[['SourceIndex'], _T]) -> _T:
        """Return what a function makes of this index, computed only once."""
        if compute not in self._derived:
            self._derived[compute] = compute(self)
        result: _T = self._derived[compute]
        return result

    @functools.cached_property
    def definitions(self) -> Sequence[Definition]:
        """Return all functions and classes, in the order of the text."""
        found: list[Definition] = []
        stack: list[tuple[ast.AST, tuple[str, ...], ast.AST]] = [
            (self.tree, (), self.tree)
        ]
        while stack:
            node, scope_path, parent = stack.pop()
            if isinstance(node, Function | ast.ClassDef):
                found.append(Definition(node, scope_path, parent))
                scope_path, parent = (*scope_path, node.name), node
            stack += [
                (statement, scope_path, parent)
                for statement in reversed(source_tree.inner_statements(node))
            ]
        return found

    @functools.cached_property
    def outer_functions(self) -> Sequence[OuterFunction]:
        """Return the outermost functions, in the order of the text."""
        lines = self.source.lines
        functions: list[OuterFunction] = []
        stack: list[ast.AST] = list(reversed(self.tree.body))
        while stack:
            node = stack.pop()
            if isinstance(node, Function):
                first = source_tree.first_line(node)
                last = node.end_lineno or node.lineno
                text = '\n'.join(lines[first - 1 : last])
                functions.append(OuterFunction(node, first, last, text))
            elif isinstance(node, ast.ClassDef):
                stack += reversed(node.body)
        return functions

    @functools.cached_property
    def function_texts(self) -> frozenset[str]:
        """Return the texts of the outermost functions."""
        return frozenset(function.text for function in self.outer_functions)

    def definitions_outside(
        self, texts: Collection[str]
    ) -> Iterator[Definition]:
        """Yield the definitions outside of functions with some texts.

        These are the outermost functions that another version has too.
        """
        skipped: set[ast.AST] = {
            function.node
            for function in self.outer_functions
            if function.text in texts
        }
        for definition in self.definitions:
            if definition.node in skipped or definition.parent in skipped:
                skipped.add(definition.node)
            else:
                yield definition

    def nodes_outside(self, texts: Collection[str]) -> Iterator[ast.AST]:
        """Yield the nodes outside of outermost functions with some texts.

        What two versions differ in is outside of the functions that they
        share.
        """
        skipped: set[ast.AST] = {
            function.node
            for function in self.outer_functions
            if function.text in texts
        }
        stack: list[ast.AST] = [self.tree]
        while stack:
            node = stack.pop()
            if node not in skipped:
                yield node
                stack += ast.iter_child_nodes(node)


class IndexCache:
    """The indexes of the texts that were used last, by path and content.

    :param limit: how many bytes of text it keeps; the last one is always kept
    """

    def __init__(self, limit: int = _LIMIT) -> None:
        self._limit = limit
        self._size = 0
        self._indexes: dict[tuple[str, bytes], SourceIndex] = {}

    def get(self, path: str, data: bytes) -> SourceIndex:
        """Return the index of a text.

        :raises workarounds.source.text.UnreadableError: it cannot be decoded
        """
        key = path, data
        index = self._indexes.pop(key, None)
        if index is None:
            index = SourceIndex(path, data)
            self._size += len(data)
        self._indexes[key] = index
        while self._size > self._limit and len(self._indexes) > 1:
            oldest = next(iter(self._indexes))
            self._size -= len(oldest[1])
            del self._indexes[oldest]
        return index
