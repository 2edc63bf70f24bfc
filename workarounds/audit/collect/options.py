# SPDX-License-Identifier: Apache-2.0
"""Options that a project registers without this library."""

import ast
from collections.abc import Iterator
import dataclasses
import re
from typing import Final

from workarounds.declarations.toggle import OptionName
from workarounds.source import known_names
from workarounds.source import literals
from workarounds.source import names as source_names
from workarounds.source import option_calls
from workarounds.source import tree as source_tree
from workarounds.source.expressions import Expression
from workarounds.source.known_names import KnownNames
from workarounds.source.names import Names
from workarounds.source.text import Source
from workarounds.source.tree import LineSet

_OPTION: Final = re.compile(r'Opt\s*\(')
_REGISTERS: Final = re.compile(r'\bregister_(?:cli_)?opts?\b')


@dataclasses.dataclass(frozen=True, slots=True)
class OptionCall:
    """A ``cfg.Opt``, and the name of its option."""

    node: ast.Call
    name: OptionName


def find_options(
    source: Source, names: Names, tree: ast.Module, known: KnownNames
) -> list[OptionCall]:
    """Return the options that a module registers in the groups.

    All options in the module count, unless it registers options in another
    group too. Outside the usual group, only known options count.
    """
    if not _OPTION.search(source.text):
        return []
    groups = {option.group for option in known.elsewhere}
    return [
        option
        for group in (known_names.GROUP, *sorted(groups))
        if group in source.text or group == known_names.DEFAULT_GROUP
        for option in _OptionSearch(source, names, tree, group).found
        if group == known_names.GROUP or option.name in known.options
    ]


class _OptionSearch:
    def __init__(
        self, source: Source, names: Names, tree: ast.Module, group: str
    ) -> None:
        self._source = source
        self._names = names
        self._module = names.module
        self._group = group
        lines = [start for start, _ in source.find_words([group])]
        for pattern in (_OPTION, _REGISTERS):
            lines += [match.start() for match in pattern.finditer(source.text)]
        nodes = list(
            source_tree.nodes_on_lines(
                tree, LineSet(map(source.line_at, lines))
            )
        )
        self._group_opts: list[ast.expr] = []
        self._names_group = False
        self._registers_others = False
        for node in nodes:
            self._inspect(node)
        self.found: list[OptionCall] = []
        if self._group_opts or self._names_group:
            wanted = self._option_nodes(nodes)
            self.found = list(self._options(wanted))

    def _inspect(self, node: ast.AST) -> None:
        """Record which lists of options belong to which group."""
        match node:
            case ast.Call() if _REGISTERS.fullmatch(
                source_names.last_identifier(node.func)
            ):
                given = literals.arguments(node, 'opts', 'group')
                opts = given.get('opts', given.get('opt'))
                if opts is not None:
                    self._add_registration(given.get('group'), opts)
            case ast.Call() if self._is_group(node):
                self._names_group = True
            case ast.Dict(keys=keys, values=values):
                for key, value in zip(keys, values, strict=True):
                    if key is not None and self._is_group(key):
                        self._group_opts.append(value)
            case ast.Tuple(elts=[group, opts]) if self._is_group(group):
                self._group_opts.append(opts)

    def _add_registration(
        self, group: ast.expr | None, opts: ast.expr
    ) -> None:
        if self._is_group(group) if group else self._is_default:
            self._group_opts.append(opts)
        else:
            self._registers_others = True

    @property
    def _is_default(self) -> bool:
        return self._group == known_names.DEFAULT_GROUP

    def _is_group(self, node: ast.expr) -> bool:
        if literals.is_none(node):
            return self._is_default
        name = literals.group_name(node, self._module, self._names)
        return name == self._group

    def _option_nodes(self, nodes: list[ast.AST]) -> list[ast.AST]:
        if not (self._group_opts and self._registers_others):
            return nodes
        wanted: list[ast.AST] = []
        for opts in self._group_opts:
            members = list(self._members(opts))
            if not members:
                return nodes
            wanted += members
        return wanted

    def _members(self, opts: ast.expr) -> Iterator[ast.AST]:
        stack = [opts]
        while stack:
            node = self._names.definition(stack.pop(), self._module)
            match node:
                case ast.List(elts=items) | ast.Tuple(elts=items):
                    stack += items
                case ast.BinOp(left=left, right=right):
                    stack += [left, right]
                case ast.Starred(value=value):
                    stack.append(value)
                case ast.Call():
                    yield node

    def _options(self, nodes: list[ast.AST]) -> Iterator[OptionCall]:
        for node in dict.fromkeys(nodes):
            if isinstance(node, ast.Call):
                declared = option_calls.declared_option(
                    Expression(node, self._module, self._names, self._source)
                )
                if declared is not None:
                    option = OptionName(self._group, declared.name)
                    yield OptionCall(node, option)
