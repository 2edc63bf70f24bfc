# SPDX-License-Identifier: Apache-2.0
"""The uses of a name in all files of a project."""

import ast
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
import dataclasses
import functools
import pathlib
import re
from typing import Literal

from workarounds.source import names as source_names
from workarounds.source import projects
from workarounds.source.index import IndexCache
from workarounds.source.index import SourceIndex
from workarounds.source.references import SourceRange
from workarounds.source.text import Source
from workarounds.source.text import UnreadableError
from workarounds.source.tree import LineSet

UseKind = Literal['definition', 'name', 'attribute', 'import', 'text']


@dataclasses.dataclass(frozen=True)
class NameUse:
    """One use of a name.

    :param kind: ``text`` is a string, or a file that is not Python
    :param place: of the expression that ends with the name, or of its call
    :param start: of the statement that contains it
    :param call: what the place is of, if the name is called
    :param receiver: the name before the dot, what is before it in an
        assignment, or the module of an import
    :param alias: the name that an import binds
    :param scope_path: the names of the enclosing functions and classes
    :param node: of the use; a constant for a file that is not Python
    """

    kind: UseKind
    place: SourceRange
    start: tuple[int, int]
    call: ast.Call | None = None
    receiver: str = ''
    alias: str = ''
    scope_path: tuple[str, ...] = ()
    node: ast.AST | None = None

    @property
    def owner(self) -> str:
        """Return the last name before the dot: ``b`` of ``a.b.name``."""
        if isinstance(self.node, ast.Attribute):
            return source_names.last_identifier(self.node.value)
        return ''

    @property
    def text(self) -> str:
        """Return the text that has the name in it."""
        return str(getattr(self.node, 'value', ''))


class Project:
    """The Python files of a project, some of them with new contents.

    :param files: the files that may be changed
    :param outside: other files, which may use names of these
    :param texts: the new contents of changed files
    :param indexes: the indexes of the contents that were read last
    :param others: those of the other files that are below the given paths, but
        in another project, each with the directory of that
    """

    def __init__(
        self,
        files: Collection[str],
        outside: Collection[str],
        texts: dict[str, bytes],
        indexes: IndexCache,
        others: Mapping[str, str] | None = None,
    ) -> None:
        self.files = files
        self.outside = outside
        self.texts = texts
        self.indexes = indexes
        self.others = others or {}
        self._read: dict[str, bytes] = {}
        #: Whether a file contains tests: it asks for files up to the root.
        self.is_test = functools.cache(projects.is_test)

    def text(self, path: str) -> bytes:
        """Return the current content of a file; empty if it is unreadable."""
        if path in self.texts:
            return self.texts[path]
        if path not in self._read:
            try:
                self._read[path] = pathlib.Path(path).read_bytes()
            except OSError:
                self._read[path] = b''
        return self._read[path]

    def index(self, path: str) -> SourceIndex:
        """Return the index of the current content of a file.

        :raises workarounds.source.text.UnreadableError: it cannot be decoded
        """
        return self.indexes.get(path, self.text(path))

    def find_uses(self, name: str) -> Iterator[NameUse]:
        """Yield all uses of a name."""
        word = re.compile(rb'\b%s\b' % re.escape(name).encode())
        for path in (*self.files, *self.outside):
            if word.search(self.text(path)):
                yield from self.find_uses_in(path, name)

    def find_uses_in(self, path: str, name: str) -> Iterator[NameUse]:
        """Yield the uses of a name in one file."""
        try:
            index = self.index(path)
            tree = index.tree
        except UnreadableError:
            # It cannot be analysed, and contains the name.
            place = SourceRange(path, 1, 0, 1, 0)
            text = ast.Constant(self.text(path).decode(errors='replace'))
            yield NameUse('text', place, (1, 0), node=text)
            return
        yield from _UseSearch(index.source, name).find_uses(tree)

    def discard_changes(self) -> None:
        """Forget the new contents of files."""
        self.texts.clear()

    def is_outside(self, path: str) -> bool:
        """Return whether a file must not be changed."""
        return path in self.outside


class _UseSearch:
    def __init__(self, source: Source, name: str) -> None:
        self.source = source
        self.name = name
        self.word = re.compile(rf'\b{re.escape(name)}\b')

    def find_uses(self, tree: ast.Module) -> Iterator[NameUse]:
        """Yield the uses in a module."""
        stack: list[tuple[ast.AST, ast.AST, tuple[str, ...], ast.stmt]] = [
            (statement, tree, (), statement) for statement in tree.body
        ]
        lines = LineSet(
            number
            for number, line in enumerate(self.source.lines, 1)
            if self.name in line
        )
        while stack:
            node, parent, scope_path, statement = stack.pop()
            if not lines.touches(node):
                continue
            if isinstance(node, ast.stmt):
                statement = node
            yield from self._use_at(node, parent, scope_path, statement)
            if isinstance(
                node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
            ):
                scope_path = (*scope_path, node.name)
            stack += [
                (child, node, scope_path, statement)
                for child in ast.iter_child_nodes(node)
            ]

    def _use_at(
        self,
        node: ast.AST,
        parent: ast.AST,
        scope_path: tuple[str, ...],
        statement: ast.stmt,
    ) -> Iterator[NameUse]:
        kind, receiver = self._kind(node, parent)
        alias = ''
        if isinstance(node, ast.alias):
            alias = node.asname or node.name
        if kind is None:
            return
        call = None
        if isinstance(parent, ast.Call) and parent.func is node:
            call = parent
        whole = call or node
        if isinstance(whole, ast.expr | ast.stmt):
            place = self.source.place(whole)
        else:
            place = self.source.place(statement)
        begin = self.source.place(statement)
        yield NameUse(
            kind,
            place,
            (begin.line, begin.column),
            call,
            receiver,
            alias,
            scope_path,
            node,
        )

    def _kind(
        self, node: ast.AST, parent: ast.AST
    ) -> tuple[UseKind | None, str]:
        match node:
            case ast.Name(id=self.name, ctx=ast.Load()):
                return 'name', ''
            case ast.Attribute(attr=self.name, ctx=ast.Load()):
                value = node.value
                return (
                    'attribute',
                    value.id if isinstance(value, ast.Name) else '',
                )
            case ast.Attribute(attr=self.name):
                return 'definition', ast.unparse(node.value)
            case ast.alias() if self.name in (
                node.asname,
                node.name.rpartition('.')[2],
            ):
                return 'import', getattr(parent, 'module', None) or ''
            case ast.Constant(value=str() as text) if self.word.search(text):
                return (None if isinstance(parent, ast.Expr) else 'text'), ''
        is_bound = (
            isinstance(node, ast.Name | ast.arg)
            and self.name
            in (getattr(node, 'id', None), getattr(node, 'arg', None))
        ) or getattr(node, 'name', None) == self.name
        return ('definition' if is_bound else None), ''
