# SPDX-License-Identifier: Apache-2.0
"""The lines of a module that may refer to a workaround.

The prefilter may select too many lines, and never misses one. It is what makes
an audit of Nova take 1.1 seconds instead of 15.4.
"""

import ast
from collections.abc import Iterable
from collections.abc import Iterator
import re
from typing import Final

from workarounds.source import names as source_names
from workarounds.source import scopes
from workarounds.source import tree as source_tree
from workarounds.source.known_names import KnownNames
from workarounds.source.names import Names
from workarounds.source.text import Source
from workarounds.source.tree import LineSet

#: The functions of this library that read workarounds.
READ_FUNCTIONS: Final = frozenset(('enabled', 'param', 'value'))
_IMPORT_OF_A_READ: Final = re.compile(
    rf'import\b[^\n]*\b(?:{"|".join(sorted(READ_FUNCTIONS))})\b'
)
#: A call that declares or sets a workaround.
_CALL: Final = re.compile(r'orkaround[ \t]*\(')


class Prefilter:
    """Selects lines by identifiers and by the names bound to them.

    :param known: the known workarounds
    :param present: those of their names that occur in the text of the module
    :ivar lines: the selected lines
    """

    def __init__(
        self,
        source: Source,
        tree: ast.Module,
        names: Names,
        known: KnownNames,
        present: Iterable[str],
    ) -> None:
        self.known = known
        #: Names that may be bound to a group, a read, or the library.
        self._aliases = {*known.groups, *_imported_reads(names)}
        #: Names that may be bound to the name of a workaround.
        self._constants: set[str] = set()
        relevant = {
            source.line_at(match.start())
            for pattern in (_IMPORT_OF_A_READ, _CALL)
            for match in pattern.finditer(source.text)
        }
        seen: set[str] = set()
        new = {*self._aliases, *present}
        while new:
            lines = {
                source.line_at(start) for start, _ in source.find_words(new)
            }
            relevant |= lines
            seen |= new
            self._add_bound_names(tree, LineSet(lines))
            new = (self._aliases | self._constants) - seen
        self.lines = LineSet(relevant)

    def may_be_alias(self, node: ast.expr) -> bool:
        """Return whether an expression may be a group, or a read."""
        word = _last_word(node)
        return word in self._aliases or word in READ_FUNCTIONS

    def may_be_name(self, node: ast.expr) -> bool:
        """Return whether an expression may be a known name."""
        word = _string_or_identifier(node)
        return word in self.known.words or word in self._constants

    def _add_bound_names(self, tree: ast.Module, lines: LineSet) -> None:
        """Add the names that statements on some lines bind."""
        for node in source_tree.nodes_on_lines(tree, lines):
            match node:
                case ast.Import(names=names) | ast.ImportFrom(names=names):
                    for alias in names:
                        self._add_import(alias)
                case ast.Assign(targets=targets, value=value):
                    self._add_targets(targets, value)
                case ast.AnnAssign(target=target, value=ast.expr() as value):
                    self._add_targets([target], value)

    def _add_import(self, alias: ast.alias) -> None:
        if alias.name == scopes.STAR:
            self._aliases |= READ_FUNCTIONS
        else:
            top = alias.name.partition('.')[0]
            self._aliases.add(alias.asname or top)

    def _add_targets(
        self, targets: Iterable[ast.expr], value: ast.expr
    ) -> None:
        names = {
            source_names.last_identifier(part)
            for target in targets
            for part in _alternatives(target)
            if source_names.last_identifier(part)
        }
        for part in _alternatives(value):
            if (
                isinstance(part, ast.Constant)
                and part.value in self.known.words
            ):
                self._constants |= names
            elif self._is_alias(part):
                self._aliases |= names

    def _is_alias(self, node: ast.expr) -> bool:
        word = (
            _string_or_identifier(node)
            if isinstance(node, ast.Constant)
            else _last_word(node)
        )
        if word in READ_FUNCTIONS and isinstance(node, ast.Attribute):
            return source_names.last_identifier(node.value) in self._aliases
        return word in self._aliases


def _imported_reads(names: Names) -> Iterator[str]:
    for name, bindings in names.module.bindings.items():
        for binding in bindings:
            last = binding.path.rpartition('.')[2]
            if binding.kind == 'import' and last in READ_FUNCTIONS:
                yield name


def _alternatives(node: ast.expr) -> Iterator[ast.expr]:
    """Yield the expressions of which an expression is one: ``a or b``."""
    match node:
        case ast.Tuple(elts=values) | ast.List(elts=values):
            parts = values
        case ast.BoolOp(values=values):
            parts = values
        case ast.IfExp(body=body, orelse=orelse):
            parts = [body, orelse]
        case _:
            yield node
            return
    for part in parts:
        yield from _alternatives(part)


def _last_word(node: ast.expr) -> str:
    """Return the last identifier of an expression, or its string key."""
    match node:
        case ast.Subscript(slice=key):
            return _string_or_identifier(key)
        case ast.Call(func=ast.Attribute(attr='get'), args=[key, *_]):
            return _string_or_identifier(key)
        case ast.Call(args=[_, key, *_]):
            return _string_or_identifier(key)
        case ast.Call():
            return ''
    return source_names.last_identifier(node)


def _string_or_identifier(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ''
    return source_names.last_identifier(node)
