# SPDX-License-Identifier: Apache-2.0
"""Settings: code that sets an option or a workaround, mostly in tests."""

import ast
from collections.abc import Iterable
import re
from typing import Final

from workarounds.audit.collect.unresolved import Name
from workarounds.audit.collect.unresolved import ReferenceCollector
from workarounds.source import abstract_values
from workarounds.source import literals
from workarounds.source import names as source_names
from workarounds.source import references
from workarounds.source import scopes
from workarounds.source.abstract_values import ImportedGroup
from workarounds.source.abstract_values import KnownString
from workarounds.source.abstract_values import Special
from workarounds.source.abstract_values import Symbol
from workarounds.source.names import Names
from workarounds.source.prefilter import Prefilter
from workarounds.source.walk import Context

#: Methods that take options as keyword arguments.
_FLAGS: Final = frozenset(('config', 'flags', 'override_config', 'set_flags'))
#: Methods that set one option, with the index of the argument "group".
_OVERRIDES: Final = {
    'clear_default': 1,
    'clear_override': 1,
    'set_default': 2,
    'set_override': 2,
}
#: Functions that replace an attribute, given an object or a dotted path.
_PATCHES: Final = frozenset(
    (
        'MockPatch',
        'MockPatchObject',
        'MonkeyPatch',
        'delattr',
        'object',
        'patch',
        'patch_object',
        'setattr',
        'stub_out',
    )
)
_FIXTURE: Final = Symbol('workarounds.fixture.WorkaroundFixture')
_PYTEST_FIXTURE: Final = 'workaround'
_FULL_NAME: Final = re.compile(rf'\w[\w.]*\.{source_names.GROUP}\.(\w+)')


class SettingRecogniser:
    """Recognises settings."""

    def __init__(
        self,
        names: Names,
        collector: ReferenceCollector,
        prefilter: Prefilter,
    ) -> None:
        self._names = names
        self._collector = collector
        self._prefilter = prefilter

    def __call__(
        self, node: ast.AST, context: Context
    ) -> Iterable[ast.AST] | None:
        """Recognise a setting; return the parts still to be visited."""
        match node:
            case ast.Call():
                return self._call(node, context)
            case (
                ast.Assign(targets=[target], value=value)
                | ast.AnnAssign(target=target, value=ast.expr() as value)
                | ast.AugAssign(target=target, value=value)
            ):
                return self._assigned(node, target, value, context)
            case (
                ast.Attribute(ctx=ast.Store() | ast.Del())
                | ast.Subscript(ctx=ast.Store() | ast.Del())
            ):
                return self._assigned(node, node, None, context)
        return None

    def _call(
        self, node: ast.Call, context: Context
    ) -> Iterable[ast.AST] | None:
        name = source_names.last_identifier(node.func)
        if name in _OVERRIDES:
            is_setting = self._override(node, context, _OVERRIDES[name])
        elif name in _PATCHES:
            is_setting = self._patch(node, context)
        elif name == 'multiple':
            is_setting = self._patch_multiple(node, context)
        elif name == _PYTEST_FIXTURE and self._is_parameter(
            node.func, context
        ):
            is_setting = self._pytest_fixture(node, context)
        elif any(given.arg == 'group' for given in node.keywords):
            is_setting = self._flags(node, context)
        else:
            is_setting = self._fixture(node, context)
        return [node.func, *_values(node)] if is_setting else None

    def _flags(self, node: ast.Call, context: Context) -> bool:
        """Recognise ``self.flags(option=True, group='workarounds')``."""
        given = dict(literals.keywords(node))
        if not self._is_group(given.pop('group', None), context):
            return False
        is_setter = source_names.last_identifier(node.func) in _FLAGS
        if is_setter and any(map(_is_unclear, node.keywords)):
            self._collector.add('computed', node, context)
        known = [name for name in given if name in self._prefilter.identifiers]
        for name in given if is_setter else known:
            value = given[name]
            self._collector.add(
                'setting', node, context, name, value=literals.value(value)
            )
        return is_setter or bool(known)

    def _override(
        self, node: ast.Call, context: Context, group_index: int
    ) -> bool:
        """Recognise ``CONF.set_override('option', True, 'workarounds')``."""
        given = dict(literals.keywords(node))
        arguments = dict(enumerate(node.args))
        group = given.get('group', arguments.get(group_index))
        name = given.get('name', arguments.get(0))
        if name is None or not self._is_group(group, context):
            return False
        value = references.UNKNOWN
        if group_index > 1:
            value = literals.value(
                given.get('override', given.get('default', arguments.get(1)))
            )
        self._collector.add(
            'setting', node, context, self._name(name, context), value=value
        )
        return True

    def _patch(self, node: ast.Call, context: Context) -> bool:
        """Recognise ``mock.patch.object(CONF.workarounds, 'option', True)``.

        And ``mock.patch('nova.conf.CONF.workarounds.option', True)``.
        """
        if not node.args:
            return False
        target, *rest = node.args
        if not isinstance(target, ast.Constant) and (
            not self._prefilter.may_be_alias(target)
        ):
            return False
        given = dict(literals.keywords(node))
        text = self._names.string(target, context.scope)
        full = _FULL_NAME.fullmatch(text) if text else None
        name: Name = full[1] if full else None
        if full is None:
            if not rest or not self._is_options(target, context):
                return False
            name = self._name(rest.pop(0), context)
        value = literals.value(rest[0] if rest else given.get('new'))
        self._collector.add('setting', node, context, name, value=value)
        return True

    def _patch_multiple(self, node: ast.Call, context: Context) -> bool:
        """Recognise ``mock.patch.multiple(CONF.workarounds, option=True)``."""
        if not node.args or not self._is_options(node.args[0], context):
            return False
        for name, value in literals.keywords(node):
            self._collector.add(
                'setting', node, context, name, value=literals.value(value)
            )
        return True

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
        given.pop('conf', None)
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

    def _assigned(
        self,
        node: ast.stmt | ast.expr,
        target: ast.expr,
        value: ast.expr | None,
        context: Context,
    ) -> Iterable[ast.AST] | None:
        """Recognise ``CONF.workarounds.option = True``."""
        match target:
            case ast.Attribute(value=owner, attr=attribute):
                name: Name = attribute
            case ast.Subscript(value=owner, slice=key):
                name = self._name(key, context)
            case _:
                return None
        if not self._is_options(owner, context):
            return None
        is_read_too = isinstance(node, ast.AugAssign)
        given = None if is_read_too else value
        self._collector.add(
            'setting', node, context, name, value=literals.value(given)
        )
        if is_read_too:
            self._collector.add('computed', target, context, name)
        return [] if value is None else [value]

    def _is_options(self, node: ast.expr, context: Context) -> bool:
        value = self._names.evaluate(node, context.scope)
        if isinstance(value, ImportedGroup):
            return abstract_values.is_conf_name(value.owner.name)
        return value is Special.GROUP

    def _is_group(self, node: ast.expr | None, context: Context) -> bool:
        """Return whether an argument names the group."""
        return node is not None and literals.is_group(
            node, context.scope, self._names
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


def _is_unclear(given: ast.keyword) -> bool:
    """Return whether a ``**`` argument has keys that are not literals."""
    if given.arg is not None:
        return False
    if not isinstance(given.value, ast.Dict):
        return True
    return len(list(literals.items(given.value))) < len(given.value.keys)


def _values(node: ast.Call) -> list[ast.expr]:
    return [*node.args[1:], *(given.value for given in node.keywords)]
