# SPDX-License-Identifier: Apache-2.0
"""Declarations in source, as far as their fields are literals."""

import ast
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from typing import Final

from workarounds.audit import declaration_info
from workarounds.audit.collect.field_values import FieldValues
from workarounds.audit.collect.unresolved import ReferenceCollector
from workarounds.audit.declaration_info import DeclarationInfo
from workarounds.audit.declaration_info import Param
from workarounds.declarations import toggle as declaration_toggle
from workarounds.declarations.toggle import OptionName
from workarounds.source import literals
from workarounds.source import names as source_names
from workarounds.source import references
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
        self._values = FieldValues(names)
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
        name = self._values.text(fields.get('name'), context)
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
        groups = tuple(self._groups(fields.get('group'), context))
        params = tuple(self._params(fields.get('params'), groups, context))
        toggles = declaration_info.options_in(
            groups, [option] if option else []
        )
        return DeclarationInfo(
            name=name,
            option=option,
            is_option=self._values.class_name(given, context)
            not in _NO_OPTION,
            polarity='disabled_by' if is_inverted else 'enabled_by',
            is_list=bool(toggle and toggle.is_list),
            former=toggle.former_in(groups) if toggle else (),
            off_values=tuple(
                literals.value(item)
                for item in self._values.items(
                    fields.get('off_values'), context
                )
            ),
            default=toggle.default if toggle else references.UNKNOWN,
            group=self._group_code(fields.get('group'), context),
            params=params,
            options=tuple(
                dict.fromkeys(
                    (
                        *toggles,
                        *(
                            option
                            for param in params
                            for option in param.options
                        ),
                    )
                )
            ),
            summary=self._values.text(fields.get('summary'), context) or '',
            introduced=self._releases(fields.get('introduced'), context),
            expires=self._values.expiry(fields.get('expires'), context),
            renewed_from=tuple(
                filter(
                    None,
                    (
                        self._values.expiry(item, context)
                        for item in self._values.items(
                            fields.get('renewed_from'), context
                        )
                    ),
                )
            ),
            unstated=tuple(
                field
                for field in declaration_info.MAY_BE_UNSTATED
                if self._values.class_name(fields.get(field), context)
                == 'Unstated'
            ),
            fixed_by=declaration_info.join_fixed_versions(
                self._values.fixes(fields.get('fix'), context)
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
        items = list(self._values.items(fields.get('options'), context))
        options = self._texts(fields.get('options'), context)
        groups = tuple(self._groups(fields.get('group'), context))
        former = self._texts(fields.get('former_names'), context)
        return DeclarationInfo(
            name=name,
            option=options[0] if options else None,
            is_option=bool(items),
            options=(
                *declaration_info.options_in(groups, (*options, *former)),
                *self._elsewhere(fields.get('former_names'), context),
            ),
            # Removed, whatever the value is.
            removed_in=self._values.text(fields.get('removed_in'), context)
            or '',
            summary=self._values.text(fields.get('reason'), context) or '',
            place=place,
        )

    def _releases(
        self, node: ast.expr | None, context: Context
    ) -> tuple[str, ...]:
        """Return releases; none of them, unless all are known."""
        texts = [
            self._values.text(item, context)
            for item in self._values.items(node, context)
        ]
        return tuple(filter(None, texts)) if all(texts) else ()

    def _texts(
        self, node: ast.expr | None, context: Context
    ) -> tuple[str, ...]:
        """Return the strings among the items of a field."""
        texts = (
            self._values.text(item, context)
            for item in self._values.items(node, context)
        )
        return tuple(filter(None, texts))

    def _elsewhere(
        self, node: ast.expr | None, context: Context
    ) -> Iterator[OptionName]:
        """Yield the former names that are pairs of a group and a name."""
        for item in self._values.items(node, context):
            match literals.value(item):
                case (str(group), str(name)):
                    yield OptionName(group, name)

    def _group_code(self, node: ast.expr | None, context: Context) -> str:
        if (
            node is None
            or self._values.text(node, context) == declaration_toggle.GROUP
        ):
            return ''
        return ast.unparse(node)

    def _groups(
        self, node: ast.expr | None, context: Context
    ) -> Iterator[str]:
        """Yield the names of the groups of a toggle."""
        if node is None:
            yield declaration_toggle.GROUP
        for item in self._values.items(node, context):
            yield (
                self._values.text(item, context)
                or declaration_toggle.ANY_GROUP
            )

    def _params(
        self,
        node: ast.expr | None,
        groups: Sequence[str],
        context: Context,
    ) -> Iterator[Param]:
        if node is not None:
            node = self._names.definition(node, context.scope)
        if not isinstance(node, ast.Dict):
            return
        for key, value in zip(node.keys, node.values, strict=True):
            # An option, or a pair of a group and an option.
            *group, item = self._values.items(value, context)
            param = self._option(item, context)
            text = self._values.text(key, context)
            if param is None or text is None:
                continue
            own_groups = (
                tuple(self._groups(group[0], context)) if group else groups
            )
            yield Param(
                text,
                declaration_info.options_in(own_groups, [param.name]),
                param.default,
                param.former_in(own_groups),
            )

    def _option(
        self, node: ast.expr, context: Context
    ) -> DeclaredOption | None:
        definition = self._names.definition(node, context.scope)
        return literals.declared_option(definition, context.scope, self._names)
