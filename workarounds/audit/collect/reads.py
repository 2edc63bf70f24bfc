# SPDX-License-Identifier: Apache-2.0
"""Reads: code that gets the value of a workaround at run time."""

import ast
from collections.abc import Iterable
from collections.abc import Mapping
from typing import Final

from workarounds.audit.collect.direct_reads import DirectReadRecogniser
from workarounds.audit.collect.recogniser import Recogniser
from workarounds.audit.collect.unresolved import Name
from workarounds.audit.collect.unresolved import ReferenceCollector
from workarounds.source import abstract_values
from workarounds.source.abstract_values import AbstractValue
from workarounds.source.abstract_values import ImportedGroup
from workarounds.source.abstract_values import KnownString
from workarounds.source.abstract_values import OptionGroup
from workarounds.source.abstract_values import Symbol
from workarounds.source.names import Names
from workarounds.source.prefilter import Prefilter
from workarounds.source.references import ReferenceKind
from workarounds.source.walk import Context

#: The functions of this library that read workarounds.
FUNCTIONS: Final[Mapping[AbstractValue, ReferenceKind]] = {
    Symbol('workarounds.enabled'): 'enabled',
    Symbol('workarounds.param'): 'param',
    Symbol('workarounds.value'): 'value',
}


class ReadRecogniser(Recogniser):
    """Recognises reads."""

    def __init__(
        self,
        names: Names,
        collector: ReferenceCollector,
        prefilter: Prefilter,
    ) -> None:
        super().__init__(names, collector, prefilter)
        self._direct = DirectReadRecogniser(names, collector, prefilter)

    def __call__(
        self, node: ast.AST, context: Context
    ) -> Iterable[ast.AST] | None:
        """Recognise a read; return the parts still to be visited."""
        match node:
            case ast.Call():
                return self._call(node, context)
            case ast.Assign(targets=targets, value=value):
                return self._alias(targets, value, context)
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                return self._alias([target], value, context)
            case (
                ast.Attribute(ctx=ast.Load())
                | ast.Subscript(ctx=ast.Load())
                | ast.Name(ctx=ast.Load())
            ):
                return self._load(node, context)
        return None

    def _load(
        self,
        node: ast.Attribute | ast.Subscript | ast.Name,
        context: Context,
    ) -> Iterable[ast.AST] | None:
        match node:
            case ast.Attribute(value=owner, attr=name):
                if self._direct.recognise(node, owner, name, context):
                    return []
            case ast.Subscript(value=owner, slice=key):
                if self._direct.recognise(
                    node, owner, self._name(key, context), context
                ):
                    return [] if isinstance(key, ast.Constant) else [key]
        return self._bare(node, context)

    def _call(
        self, node: ast.Call, context: Context
    ) -> Iterable[ast.AST] | None:
        scope = context.scope
        for builtin in ('getattr', 'hasattr'):
            if self._names.is_builtin(node.func, builtin, scope):
                return self._getattr(node, context, builtin)
        match node:
            case ast.Call(
                func=ast.Attribute(
                    value=owner, attr='get' | 'safe_get' as method
                ),
                args=[key, *rest],
            ) if self._direct.recognise(
                node,
                owner,
                self._name(key, context),
                context,
                # A method of Cinder and Manila; returns None if unknown.
                is_read=method == 'get',
            ):
                return [*rest, *node.keywords]
        if not self._may_read(node):
            return self._passed_function(node, context)
        callee = self._names.evaluate(node.func, scope)
        if any(
            member in FUNCTIONS for member in abstract_values.members(callee)
        ):
            return self._library_call(node, callee, context)
        if isinstance(callee, Symbol):
            # Another module may re-export a function of this library.
            self._add_call(node, 'enabled', context, callee)
            return None
        return self._passed_function(node, context)

    def _library_call(
        self, node: ast.Call, callee: AbstractValue, context: Context
    ) -> Iterable[ast.AST]:
        self._add_call(node, FUNCTIONS.get(callee, 'computed'), context)
        return [*node.args, *node.keywords]

    def _add_call(
        self,
        node: ast.Call,
        kind: ReferenceKind,
        context: Context,
        callee: Symbol | None = None,
    ) -> None:
        name = self._argument(node, 0, 'name', context)
        has_key = kind == 'param' or callee is not None
        key = self._argument(node, 1, 'key', context) if has_key else ''
        if callee is not None and key is None:
            key = ''
        self._collector.add(kind, node, context, name, key=key, callee=callee)

    def _argument(
        self, node: ast.Call, index: int, keyword: str, context: Context
    ) -> Name:
        before = node.args[: index + 1]
        if any(isinstance(argument, ast.Starred) for argument in before):
            return None
        if index < len(node.args):
            return self._name(node.args[index], context)
        for given in node.keywords:
            if given.arg == keyword:
                return self._name(given.value, context)
        return None

    def _name(self, node: ast.expr, context: Context) -> Name:
        match self._names.evaluate(node, context.scope):
            case KnownString(value):
                return value
            case Symbol() as symbol:
                return symbol
        return None

    def _may_read(self, node: ast.Call) -> bool:
        """Return whether a call may be a read."""
        given = [
            keyword.value for keyword in node.keywords if keyword.arg == 'name'
        ]
        return self._prefilter.may_be_alias(node.func) or any(
            self._prefilter.may_be_name(name)
            for name in (*node.args[:1], *given)
        )

    def _passed_function(
        self, node: ast.Call, context: Context
    ) -> Iterable[ast.AST] | None:
        """Recognise ``partial(enabled, 'name')``."""
        match node.args:
            case [function, ast.Constant(value=str(name)), *rest]:
                if self._prefilter.may_be_alias(function) and (
                    self._names.evaluate(function, context.scope) in FUNCTIONS
                ):
                    self._collector.add('computed', node, context, name)
                    return [node.func, *rest, *node.keywords]
        return None

    def _getattr(
        self, node: ast.Call, context: Context, builtin: str
    ) -> Iterable[ast.AST] | None:
        match node.args:
            case [owner, key, *rest]:
                name = self._name(key, context)
                is_read = builtin == 'getattr'
                if self._direct.recognise(
                    node, owner, name, context, is_read=is_read
                ):
                    return (
                        rest if isinstance(key, ast.Constant) else [key, *rest]
                    )
        return self._bare(node, context) if builtin == 'getattr' else None

    def _bare(
        self, node: ast.expr, context: Context
    ) -> Iterable[ast.AST] | None:
        """Recognise a group, or a function of this library, as a value."""
        if not self._prefilter.may_be_alias(node):
            return None
        value = self._names.evaluate(node, context.scope)
        match value:
            case OptionGroup(group, is_certain=True):
                self._collector.add('computed', node, context, group=group)
            case ImportedGroup(symbol, group):
                self._collector.add(
                    'computed', node, context, group=group, conf=symbol
                )
            case Symbol() if value in FUNCTIONS:
                self._collector.add('computed', node, context)
            case _:
                return None
        return []

    def _alias(
        self, targets: list[ast.expr], value: ast.expr, context: Context
    ) -> Iterable[ast.AST] | None:
        """Skip ``group = CONF.workarounds``: reads of ``group`` are found."""
        if not self._prefilter.may_be_alias(value):
            return None
        alias = self._names.evaluate(value, context.scope)
        if not (
            (isinstance(alias, OptionGroup) and alias.is_certain)
            or isinstance(alias, ImportedGroup)
            or alias in FUNCTIONS
        ):
            return None
        is_followed = all(
            isinstance(target, ast.Name | ast.Attribute)
            and self._names.evaluate(target, context.scope) == alias
            for target in targets
        )
        return [] if is_followed else None
