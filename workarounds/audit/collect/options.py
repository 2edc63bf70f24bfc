# SPDX-License-Identifier: Apache-2.0
"""Options of the group that a project declares by itself."""

import ast
from collections.abc import Iterator
import dataclasses
import re
from typing import Final

from workarounds.source import literals
from workarounds.source import names as source_names
from workarounds.source import tree as source_tree
from workarounds.source.names import Names
from workarounds.source.text import Source
from workarounds.source.tree import Lines

_OPTION: Final = re.compile(r'Opt\s*\(')
_REGISTERS: Final = re.compile(r'\bregister_(?:cli_)?opts?\b')


@dataclasses.dataclass(frozen=True, slots=True)
class Option:
    """A ``cfg.Opt``, and the name of its option."""

    node: ast.Call
    name: str


def find(source: Source, names: Names, tree: ast.Module) -> list[Option]:
    """Find the options that a module registers in the group.

    All that are written in it, unless it registers others elsewhere.
    """
    if not _OPTION.search(source.text):
        return []
    return _Search(source, names, tree).found


class _Search:
    def __init__(self, source: Source, names: Names, tree: ast.Module) -> None:
        self._names = names
        self._module = names.module
        lines = [start for start, _ in source.find([source_names.GROUP])]
        for pattern in (_OPTION, _REGISTERS):
            lines += [match.start() for match in pattern.finditer(source.text)]
        nodes = list(
            source_tree.touching(tree, Lines(map(source.line_at, lines)))
        )
        self._mine: list[ast.expr] = []
        self._is_named = False
        self._has_others = False
        for node in nodes:
            self._look(node)
        self.found: list[Option] = []
        if self._mine or self._is_named:
            wanted = self._wanted(nodes)
            self.found = list(self._options(wanted))

    def _look(self, node: ast.AST) -> None:
        """Note which lists of options belong to which group."""
        match node:
            case ast.Call() if _REGISTERS.fullmatch(
                source_names.last(node.func)
            ):
                given = literals.arguments(node, 'opts', 'group')
                opts = given.get('opts', given.get('opt'))
                if opts is not None:
                    self._registered(given.get('group'), opts)
            case ast.Call() if self._is_group(node):
                self._is_named = True
            case ast.Dict(keys=keys, values=values):
                for key, value in zip(keys, values, strict=True):
                    if key is not None and self._is_group(key):
                        self._mine.append(value)
            case ast.Tuple(elts=[group, opts]) if self._is_group(group):
                self._mine.append(opts)

    def _registered(self, group: ast.expr | None, opts: ast.expr) -> None:
        if group is not None and self._is_group(group):
            self._mine.append(opts)
        else:
            self._has_others = True

    def _is_group(self, node: ast.expr) -> bool:
        return literals.is_group(node, self._module, self._names)

    def _wanted(self, nodes: list[ast.AST]) -> list[ast.AST]:
        if not (self._mine and self._has_others):
            return nodes
        wanted: list[ast.AST] = []
        for opts in self._mine:
            found = list(self._members(opts))
            if not found:
                return nodes
            wanted += found
        return wanted

    def _members(self, opts: ast.expr) -> Iterator[ast.AST]:
        waiting = [opts]
        while waiting:
            node = self._names.definition(waiting.pop(), self._module)
            match node:
                case ast.List(elts=items) | ast.Tuple(elts=items):
                    waiting += items
                case ast.BinOp(left=left, right=right):
                    waiting += [left, right]
                case ast.Starred(value=value):
                    waiting.append(value)
                case ast.Call():
                    yield node

    def _options(self, nodes: list[ast.AST]) -> Iterator[Option]:
        for node in dict.fromkeys(nodes):
            if isinstance(node, ast.Call):
                found = literals.option(node, self._module, self._names)
                if found is not None:
                    yield Option(node, found.option)
