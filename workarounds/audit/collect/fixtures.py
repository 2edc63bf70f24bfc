# SPDX-License-Identifier: Apache-2.0
"""Fixtures of this library: code of tests that sets a workaround by name."""

import ast
from typing import Final

from workarounds.audit.collect.recogniser import Recogniser
from workarounds.audit.collect.unresolved import Name
from workarounds.source import literals
from workarounds.source import names as source_names
from workarounds.source import scopes
from workarounds.source.abstract_values import KnownString
from workarounds.source.abstract_values import Symbol
from workarounds.source.walk import Context

_FIXTURE: Final = Symbol('workarounds.fixture.WorkaroundFixture')
_PYTEST_FIXTURE: Final = 'workaround'


class FixtureRecogniser(Recogniser):
    """Recognises uses of the fixtures."""

    def recognise(self, node: ast.Call, context: Context) -> bool:
        """Return whether a call is a use of a fixture."""
        if source_names.last_identifier(
            node.func
        ) == _PYTEST_FIXTURE and self._is_parameter(node.func, context):
            return self._pytest_fixture(node, context)
        return self._fixture(node, context)

    def _pytest_fixture(self, node: ast.Call, context: Context) -> bool:
        """Recognise ``workaround('name', True, key=5)``."""
        given = dict(literals.keywords(node))
        arguments = dict(enumerate(node.args))
        name = arguments.get(0, given.pop('name', None))
        if name is None:
            return False
        value = arguments.get(1, given.pop('wanted', None))
        text = self._name(name, context)
        self._collector.add(
            'setting', node, context, text, value=literals.value(value)
        )
        given.pop('group', None)
        self._add_params(node, context, text, given)
        return True

    def _fixture(self, node: ast.Call, context: Context) -> bool:
        """Recognise ``WorkaroundFixture(name=True, params={...})``."""
        if not (
            self._prefilter.may_be_alias(node.func)
            or source_names.last_identifier(node.func) == _FIXTURE.name
        ):
            return False
        if self._names.evaluate(node.func, context.scope) != _FIXTURE:
            return False
        given = dict(literals.keywords(node))
        params = given.pop('params', None)
        for argument in ('conf', 'group', 'registry'):
            given.pop(argument, None)
        for name, value in given.items():
            self._collector.add(
                'setting', node, context, name, value=literals.value(value)
            )
        for name, keys in literals.items(params):
            self._add_params(node, context, name, dict(literals.items(keys)))
        return True

    def _add_params(
        self,
        node: ast.Call,
        context: Context,
        name: Name,
        keys: dict[str, ast.expr],
    ) -> None:
        for key, value in keys.items():
            self._collector.add(
                'setting',
                node,
                context,
                name,
                key=key,
                value=literals.value(value),
            )

    def _is_parameter(self, node: ast.expr, context: Context) -> bool:
        """Return whether a name is a parameter, as a fixture of pytest is."""
        if not isinstance(node, ast.Name):
            return False
        scope = scopes.binding_scope(node.id, context.scope)
        bindings = scope.bindings[node.id] if scope else []
        return [binding.kind for binding in bindings] == ['param']

    def _name(self, node: ast.expr, context: Context) -> Name:
        match self._names.evaluate(node, context.scope):
            case KnownString(value):
                return value
            case Symbol() as symbol:
                return symbol
        return None
