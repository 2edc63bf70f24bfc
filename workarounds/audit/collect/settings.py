# SPDX-License-Identifier: Apache-2.0
"""Settings: code that sets an option or a workaround, mostly in tests."""

import ast
from collections.abc import Iterable
import re
from typing import Final

from workarounds.audit.collect.fixtures import FixtureRecogniser
from workarounds.audit.collect.recogniser import Recogniser
from workarounds.audit.collect.unresolved import Name
from workarounds.audit.collect.unresolved import ReferenceCollector
from workarounds.declarations.toggle import OptionName
from workarounds.source import abstract_values
from workarounds.source import known_names
from workarounds.source import literals
from workarounds.source import names as source_names
from workarounds.source.abstract_values import ImportedGroup
from workarounds.source.abstract_values import KnownString
from workarounds.source.abstract_values import OptionGroup
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
#: The dotted path of an option: nova.conf.CONF.workarounds.option.
_FULL_NAME: Final = re.compile(r'(?:(?:[\w.]*\.)?(\w+)\.)?(\w+)\.(\w+)')


class SettingRecogniser(Recogniser):
    """Recognises settings."""

    def __init__(
        self,
        names: Names,
        collector: ReferenceCollector,
        prefilter: Prefilter,
    ) -> None:
        super().__init__(names, collector, prefilter)
        self._known = prefilter.known
        self._fixtures = FixtureRecogniser(names, collector, prefilter)

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
        elif name in _FLAGS:
            is_setting = self._flags(node, context)
        else:
            is_setting = self._fixtures.recognise(node, context) or (
                any(given.arg == 'group' for given in node.keywords)
                and self._flags(node, context)
            )
        return [node.func, *_values(node)] if is_setting else None

    def _flags(self, node: ast.Call, context: Context) -> bool:
        """Recognise ``self.flags(option=True, group='workarounds')``."""
        given = dict(literals.keywords(node))
        group = self._group_name(given.pop('group', None), context)
        is_setter = source_names.last_identifier(node.func) in _FLAGS
        if (
            is_setter
            and group in self._known.groups
            and any(map(_is_unclear, node.keywords))
        ):
            self._collector.add('computed', node, context, group=group)
        known = [name for name in given if self._has(group, name)]
        is_complete = is_setter and group == known_names.GROUP
        for name in given if is_complete else known:
            self._add_option(node, context, group, name, given[name])
        return is_complete or bool(known)

    def _add_option(
        self,
        node: ast.expr | ast.stmt,
        context: Context,
        group: str,
        name: Name,
        value: ast.expr | None,
    ) -> None:
        # If the group is computed, the option may be another one.
        is_certain = group != known_names.ANY_GROUP
        self._collector.add(
            'setting',
            node,
            context,
            name,
            value=literals.value(value if is_certain else None),
            group=group,
        )

    def _has(self, group: str, name: Name) -> bool:
        """Return whether an option is known."""
        return isinstance(name, str) and self._known.has_option(
            OptionName(group, name)
        )

    def _override(
        self, node: ast.Call, context: Context, group_index: int
    ) -> bool:
        """Recognise ``CONF.set_override('option', True, 'workarounds')``."""
        given = dict(literals.keywords(node))
        arguments = dict(enumerate(node.args))
        group = self._group_name(
            given.get('group', arguments.get(group_index)), context
        )
        name = given.get('name', arguments.get(0))
        if name is None:
            return False
        value = None
        if group_index > 1:
            value = given.get(
                'override', given.get('default', arguments.get(1))
            )
        option = self._name(name, context)
        if not (group in self._known.groups or self._has(group, option)):
            return False
        self._add_option(node, context, group, option, value)
        return True

    def _patch(self, node: ast.Call, context: Context) -> bool:
        """Recognise ``mock.patch.object(CONF.workarounds, 'option', True)``.

        And ``mock.patch('nova.conf.CONF.workarounds.option', True)``.
        """
        if not node.args:
            return False
        target, *rest = node.args
        if not isinstance(target, ast.Constant) and not (
            self._prefilter.may_be_alias(target)
            or any(map(self._prefilter.may_be_name, rest[:1]))
        ):
            return False
        given = dict(literals.keywords(node))
        text = self._names.string(target, context.scope)
        option = self._option_of_path(text) if text else None
        if option is None and not rest:
            return False
        group, name = option or (
            self._group_of(target, context),
            self._name(rest.pop(0), context),
        )
        if not group:
            return False
        value = rest[0] if rest else given.get('new')
        self._add_option(node, context, group, name, value)
        return True

    def _option_of_path(self, path: str) -> OptionName | None:
        """Return the known option of a dotted path, or None."""
        match = _FULL_NAME.fullmatch(path)
        if match is None:
            return None
        conf, group, name = match.groups()
        if group == known_names.GROUP:
            return OptionName(group, name)
        if abstract_values.is_conf_name(conf or '') and self._has(group, name):
            return OptionName(group, name)
        is_default = abstract_values.is_conf_name(group) and self._has(
            known_names.DEFAULT_GROUP, name
        )
        return (
            OptionName(known_names.DEFAULT_GROUP, name) if is_default else None
        )

    def _patch_multiple(self, node: ast.Call, context: Context) -> bool:
        """Recognise ``mock.patch.multiple(CONF.workarounds, option=True)``."""
        group = self._group_of(node.args[0], context) if node.args else ''
        for name, value in literals.keywords(node) if group else ():
            self._add_option(node, context, group, name, value)
        return bool(group)

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
        group = self._group_of(owner, context)
        if not group or (
            group == known_names.DEFAULT_GROUP and not self._has(group, name)
        ):
            return None
        is_read_too = isinstance(node, ast.AugAssign)
        given = None if is_read_too else value
        self._add_option(node, context, group, name, given)
        if is_read_too:
            self._collector.add('computed', target, context, name, group=group)
        return [] if value is None else [value]

    def _group_of(self, node: ast.expr, context: Context) -> str:
        """Return the group that an expression denotes; empty if none."""
        match self._names.evaluate(node, context.scope):
            case ImportedGroup(owner, group) if abstract_values.is_conf_name(
                owner.name
            ):
                return group
            case OptionGroup(group, is_certain=True):
                return group
            case Special.CONF:
                return known_names.DEFAULT_GROUP
            case Symbol() as symbol if abstract_values.is_conf_symbol(symbol):
                return known_names.DEFAULT_GROUP
        return ''

    def _group_name(self, node: ast.expr | None, context: Context) -> str:
        """Return the group that an argument names; it may be computed."""
        if node is None or literals.is_none(node):
            return known_names.DEFAULT_GROUP
        return (
            literals.group_name(node, context.scope, self._names)
            or known_names.ANY_GROUP
        )

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
