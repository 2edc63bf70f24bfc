# SPDX-License-Identifier: Apache-2.0
"""Recognition of declarations in source."""

import ast
from collections.abc import Iterable
from collections.abc import Mapping
import difflib
from typing import Final

import workarounds
from workarounds.audit.collect import descriptions
from workarounds.audit.collect import field_values
from workarounds.audit.collect import refusals
from workarounds.audit.collect.descriptions import Fields
from workarounds.audit.collect.unresolved import ReferenceCollector
from workarounds.audit.declaration_info import DeclarationInfo
from workarounds.audit.declaration_info import WrittenDeclaration
from workarounds.source import literals
from workarounds.source import names as source_names
from workarounds.source.abstract_values import LIBRARY
from workarounds.source.abstract_values import Symbol
from workarounds.source.expressions import Expression
from workarounds.source.expressions import Modules
from workarounds.source.names import Names
from workarounds.source.prefilter import Prefilter
from workarounds.source.references import ReferenceKind
from workarounds.source.text import Source
from workarounds.source.walk import Context

_LIVE: Final = 'Workaround'
_REMOVED: Final = 'RemovedWorkaround'
_REFERENCE_KINDS: Final[Mapping[str, ReferenceKind]] = {
    _LIVE: 'declaration',
    _REMOVED: 'tombstone',
}
#: Fields that only the class of this library has.
_DISTINCTIVE_FIELDS: Final = {
    _LIVE: frozenset(('bugs', 'expires', 'fix')),
    _REMOVED: frozenset(('options', 'removed_in')),
}


class DeclarationRecogniser:
    """Recognises declarations.

    :param modules: modules from which fields may be imported, if known
    :ivar declared: the workarounds that were found
    :ivar written: the declarations, by the class of this library
    """

    def __init__(
        self,
        source: Source,
        names: Names,
        collector: ReferenceCollector,
        prefilter: Prefilter,
        modules: Modules | None,
    ) -> None:
        self._source = source
        self._names = names
        self._modules = modules
        self._collector = collector
        self._prefilter = prefilter
        self.declared: list[DeclarationInfo] = []
        self.written: list[WrittenDeclaration] = []
        self._nodes: set[ast.AST] = set()

    def has(self, node: ast.AST) -> bool:
        """Return whether a node is part of a declaration."""
        return node in self._nodes

    def __call__(
        self, node: ast.AST, context: Context
    ) -> Iterable[ast.AST] | None:
        """Recognise a declaration; return the parts still to be visited."""
        if not isinstance(node, ast.Call):
            return None
        fields, is_complete = self._fields(node, context)
        kind, is_ours = self._kind(node, fields, context)
        if kind is None:
            return None
        name = field_values.text(fields.get('name'))
        is_nameless = is_ours and is_complete and 'name' not in fields
        place = self._source.place(node)
        if not is_nameless:
            reference_kind = _REFERENCE_KINDS[kind] if name else 'computed'
            self._collector.add(reference_kind, node, context, name)
        if name:
            self._nodes.update(ast.walk(node))
            self.declared.append(
                descriptions.describe_live(
                    name, fields, place, is_complete=is_complete
                )
                if kind == _LIVE
                else descriptions.describe_removed(name, fields, place)
            )
        if is_ours:
            self.written.append(
                refusals.describe_written(
                    kind,
                    fields,
                    callee=self._names.evaluate(node.func, context.scope),
                    is_complete=is_complete,
                    positional=len(node.args),
                    place=place,
                    function=context.function,
                    options=self.declared[-1].options if name else (),
                )
            )
        return [] if name else [*node.args, *node.keywords]

    def _fields(self, node: ast.Call, context: Context) -> tuple[Fields, bool]:
        """Return the fields of a declaration, and whether these are all."""
        here = Expression(
            node, context.scope, self._names, self._source, self._modules
        )
        fields = here.arguments()
        is_complete = True
        for given in node.keywords:
            if given.arg is None:
                # Such as **COMMON.
                more = here.at(given.value).definition()
                named = dict(literals.items(more.node))
                fields |= {
                    name: more.at(field) for name, field in named.items()
                }
                is_complete &= len(named) == len(
                    getattr(more.node, 'keys', (None,))
                )
        return fields, is_complete

    def _kind(
        self, node: ast.Call, fields: Fields, context: Context
    ) -> tuple[str | None, bool]:
        """Return the name of the class, and whether it is of this library."""
        if not (
            source_names.last_identifier(node.func) in _DISTINCTIVE_FIELDS
            or self._prefilter.may_be_alias(node.func)
            or self._prefilter.may_be_alias(getattr(node.func, 'value', node))
        ):
            return None, False
        callee = self._names.evaluate(node.func, context.scope)
        if not isinstance(callee, Symbol):
            return None, False
        is_ours = callee == Symbol(LIBRARY)[callee.name]
        kind = callee.name
        if is_ours and not hasattr(workarounds, kind):
            # Such as workarounds.Workaroud, which is reported.
            kind = ''.join(
                difflib.get_close_matches(kind, _DISTINCTIVE_FIELDS, 1)
            )
        if kind not in _DISTINCTIVE_FIELDS:
            return None, False
        is_alike = (
            'name' in fields and fields.keys() & _DISTINCTIVE_FIELDS[kind]
        )
        return kind if is_ours or is_alike else None, is_ours
