# SPDX-License-Identifier: Apache-2.0
"""Declarations in source, as far as their fields are literals."""

import ast
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
import contextlib
import datetime
from typing import Final

from workarounds.audit import declaration_index
from workarounds.audit.collect.unresolved import ReferenceCollector
from workarounds.audit.declaration_index import DeclarationInfo
from workarounds.audit.declaration_index import Param
from workarounds.declarations import toggle as declaration_toggle
from workarounds.declarations.expiry import Expiry
from workarounds.declarations.expiry import Never
from workarounds.declarations.expiry import Unstated
from workarounds.source import literals
from workarounds.source import names as source_names
from workarounds.source.abstract_values import Symbol
from workarounds.source.literals import DeclaredOption
from workarounds.source.names import Names
from workarounds.source.prefilter import Prefilter
from workarounds.source.references import SourceRange
from workarounds.source.walk import Context

_LIVE: Final = 'Workaround'
_REMOVED: Final = 'RemovedWorkaround'
#: Toggles without an option.
_NO_OPTION: Final = ('Always', 'Detected')
#: Fields that only the class of this library has.
_DISTINCTIVE_FIELDS: Final = {
    _LIVE: frozenset(('bugs', 'expires', 'fix')),
    _REMOVED: frozenset(('options', 'removed_in')),
}
_Fields = Mapping[str, ast.expr]


class DeclarationRecogniser:
    """Recognises declarations.

    :ivar declared: what they declare
    """

    def __init__(
        self,
        names: Names,
        collector: ReferenceCollector,
        prefilter: Prefilter,
    ) -> None:
        self._names = names
        self._collector = collector
        self._prefilter = prefilter
        self.declared: list[DeclarationInfo] = []
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
        fields = {
            given.arg: given.value for given in node.keywords if given.arg
        }
        kind = self._kind(node, fields, context)
        if kind is None:
            return None
        name = self._text(fields.get('name'), context)
        if name is None:
            self._collector.add('computed', node, context)
            return [*node.args, *node.keywords]
        is_live = kind == _LIVE
        place = self._collector.add(
            'declaration' if is_live else 'tombstone', node, context, name
        )
        self._nodes.update(ast.walk(node))
        make = self._describe_live if is_live else self._describe_removed
        self.declared.append(make(name, fields, context, place))
        return []

    def _kind(
        self, node: ast.Call, fields: _Fields, context: Context
    ) -> str | None:
        if not (
            source_names.last_identifier(node.func) in _DISTINCTIVE_FIELDS
            or self._prefilter.may_be_alias(node.func)
        ):
            return None
        callee = self._names.evaluate(node.func, context.scope)
        if (
            not isinstance(callee, Symbol)
            or callee.name not in _DISTINCTIVE_FIELDS
        ):
            return None
        is_ours = callee == Symbol(f'workarounds.{callee.name}')
        is_alike = (
            'name' in fields
            and fields.keys() & _DISTINCTIVE_FIELDS[callee.name]
        )
        return callee.name if is_ours or is_alike else None

    def _describe_live(
        self,
        name: str,
        fields: _Fields,
        context: Context,
        place: SourceRange,
    ) -> DeclarationInfo:
        is_inverted = 'disabled_by' in fields
        given = fields.get('disabled_by' if is_inverted else 'enabled_by')
        toggle = (
            DeclaredOption(name)
            if given is None
            else self._option(given, context)
        )
        option = toggle.name if toggle else None
        params = tuple(self._params(fields.get('params'), context))
        its_options = (option, *(param.option for param in params))
        return DeclarationInfo(
            name=name,
            option=option,
            is_option=self._class(given, context) not in _NO_OPTION,
            polarity='disabled_by' if is_inverted else 'enabled_by',
            is_list=bool(toggle and toggle.is_list),
            off_values=tuple(
                literals.value(item)
                for item in self._items(fields.get('off_values'), context)
            ),
            group=self._group_code(fields.get('group'), context),
            params=params,
            options=tuple(filter(None, its_options)),
            summary=self._text(fields.get('summary'), context) or '',
            expires=self._expiry(fields.get('expires'), context),
            renewed_from=tuple(
                filter(
                    None,
                    (
                        self._expiry(item, context)
                        for item in self._items(
                            fields.get('renewed_from'), context
                        )
                    ),
                )
            ),
            unstated=tuple(
                field
                for field in declaration_index.MAY_BE_UNSTATED
                if self._class(fields.get(field), context) == 'Unstated'
            ),
            fixed_by=declaration_index.join_fixed_versions(
                self._fixes(fields.get('fix'), context)
            ),
            place=place,
        )

    def _describe_removed(
        self,
        name: str,
        fields: _Fields,
        context: Context,
        place: SourceRange,
    ) -> DeclarationInfo:
        items = self._items(fields.get('options'), context)
        texts = (self._text(item, context) for item in items)
        options = tuple(filter(None, texts))
        return DeclarationInfo(
            name=name,
            option=options[0] if options else None,
            options=options,
            # Removed, whatever the value is.
            removed_in=self._text(fields.get('removed_in'), context) or '',
            summary=self._text(fields.get('reason'), context) or '',
            place=place,
        )

    def _group_code(self, node: ast.expr | None, context: Context) -> str:
        if (
            node is None
            or self._text(node, context) == declaration_toggle.GROUP
        ):
            return ''
        return ast.unparse(node)

    def _params(
        self, node: ast.expr | None, context: Context
    ) -> Iterator[Param]:
        if node is not None:
            node = self._names.definition(node, context.scope)
        if not isinstance(node, ast.Dict):
            return
        for key, value in zip(node.keys, node.values, strict=True):
            # An option, or a pair of a group and an option.
            *_, item = self._items(value, context)
            param = self._option(item, context)
            text = self._text(key, context)
            if param is not None and text is not None:
                yield Param(text, param.name, param.default)

    def _option(
        self, node: ast.expr, context: Context
    ) -> DeclaredOption | None:
        definition = self._names.definition(node, context.scope)
        return literals.declared_option(definition, context.scope, self._names)

    def _fixes(
        self, node: ast.expr | None, context: Context
    ) -> Iterator[tuple[str, str | None]]:
        for fix in self._items(node, context):
            fields = literals.arguments(fix)
            version = self._text(fields.get('version'), context)
            match self._class(fix, context):
                case 'PackageFix':
                    component = self._text(fields.get('component'), context)
                    yield component or '', version if component else None
                case 'ReleaseFix':
                    yield (
                        self._text(fields.get('project'), context) or '',
                        version,
                    )

    def _expiry(
        self, node: ast.expr | None, context: Context
    ) -> Expiry | None:
        if node is None:
            return None
        node = self._names.definition(node, context.scope)
        match self._class(node, context), node:
            case 'date', ast.Call(args=args):
                with contextlib.suppress(TypeError, ValueError):
                    return datetime.date(*map(literals.value, args))  # type: ignore[arg-type]  # date() checks them
            case 'Never', ast.Call(args=[*args]):
                return Never(self._reason(node, context))
            case 'Unstated', ast.Call():
                return Unstated(self._reason(node, context))
        return self._text(node, context)

    def _reason(self, node: ast.expr, context: Context) -> str:
        fields = literals.arguments(node, 'reason')
        return self._text(fields.get('reason'), context) or ''

    def _class(self, node: ast.expr | None, context: Context) -> str:
        """Return the name of the class that a call instantiates."""
        if not isinstance(node, ast.Call):
            return ''
        callee = self._names.evaluate(node.func, context.scope)
        if isinstance(callee, Symbol):
            return callee.name
        return source_names.last_identifier(node.func)

    def _items(
        self, node: ast.expr | None, context: Context
    ) -> Iterator[ast.expr]:
        """Yield the items of a list, or a single value."""
        if node is None:
            return
        node = self._names.definition(node, context.scope)
        if isinstance(node, ast.List | ast.Tuple):
            for item in node.elts:
                yield self._names.definition(item, context.scope)
        else:
            yield node

    def _text(self, node: ast.expr | None, context: Context) -> str | None:
        return (
            None if node is None else self._names.string(node, context.scope)
        )
