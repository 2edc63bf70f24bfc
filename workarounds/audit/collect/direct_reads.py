# SPDX-License-Identifier: Apache-2.0
"""Direct reads: ``CONF.group.option`` instead of a lookup."""

import ast
from collections.abc import Iterable
from typing import Final

from workarounds.audit.collect.recogniser import Recogniser
from workarounds.audit.collect.unresolved import Name
from workarounds.source import abstract_values
from workarounds.source import known_names
from workarounds.source import names as source_names
from workarounds.source.abstract_values import AbstractValue
from workarounds.source.abstract_values import ImportedGroup
from workarounds.source.abstract_values import OptionGroup
from workarounds.source.abstract_values import Special
from workarounds.source.abstract_values import Symbol
from workarounds.source.abstract_values import UnionValue
from workarounds.source.known_names import KnownNames
from workarounds.source.references import ReferenceKind
from workarounds.source.walk import Context

#: Methods of a group, which is a mapping.
_MAPPING: Final = frozenset(('get', 'items', 'keys', 'values'))
#: Names that only a configuration object of oslo.config has.
CERTAIN_CONF: Final = frozenset(('CONF', 'conf', '_conf'))
#: The name of a configuration object, which is not a group.
_CONF: Final = 'CONF'


class DirectReadRecogniser(Recogniser):
    """Recognises reads of options of the known workarounds."""

    def recognise(
        self,
        node: ast.expr,
        owner: ast.expr,
        name: Name,
        context: Context,
        *,
        is_read: bool = True,
    ) -> bool:
        """Recognise a direct read of an option.

        :param owner: the expression that may be its group
        :returns: whether no part of the read needs to be visited
        """
        if not (
            self._prefilter.may_be_alias(owner)
            or name in self._prefilter.known.words
        ):
            return False
        owner_value = _imported_or_none(
            self._names.evaluate(owner, context.scope)
        )
        # Replacing get_conf().workarounds.x would lose the call.
        is_plain = is_read and not _has_call(owner)
        kind: ReferenceKind = 'direct' if is_plain else 'computed'
        if isinstance(node, ast.Attribute) and (
            name in _MAPPING and name not in self._prefilter.known.words
        ):
            name = None
        match owner_value:
            case OptionGroup(group, is_certain=True, is_own=is_own):
                kind = kind if is_own else 'computed'
                self._collector.add(kind, node, context, name, group=group)
            case OptionGroup(group) if name:
                self._collector.add(
                    'computed',
                    node,
                    context,
                    name,
                    group=group,
                    needs_known=True,
                )
                return False
            case ImportedGroup(symbol, group):
                self._collector.add(
                    kind, node, context, name, group=group, conf=symbol
                )
            case Symbol() if (
                isinstance(name, str) and name in self._prefilter.known.words
            ):
                self._collector.add(
                    kind,
                    node,
                    context,
                    name,
                    owner=owner_value,
                    needs_known=True,
                )
                return False
            case Special.CONF if self._prefilter.known.is_attribute_of_conf(
                name
            ):
                # Other objects are also called config.
                written = source_names.last_identifier(owner)
                is_own = written in CERTAIN_CONF and not self._names.makes_conf
                self._collector.add(
                    kind if is_own else 'computed',
                    node,
                    context,
                    name,
                    group=known_names.DEFAULT_GROUP,
                )
            case UnionValue(members) if groups := _groups_among(members):
                for group in groups:
                    self._collector.add(
                        'computed', node, context, name, group=group
                    )
            case _:
                if self._may_be_group(owner, owner_value, name, context):
                    self._collector.add(
                        'computed',
                        node,
                        context,
                        name,
                        group=known_names.ANY_GROUP,
                        needs_known=True,
                    )
                return False
        return True

    def _may_be_group(
        self,
        owner: ast.expr,
        owner_value: AbstractValue,
        name: Name,
        context: Context,
    ) -> bool:
        """Return whether an object may be a group with a known option.

        Only a run tells which one ``self.configuration`` is.
        """
        members = abstract_values.members(owner_value)
        origin = self._names.definition(owner, context.scope)
        variables = {_variable(owner), _variable(origin)}
        if Special.CONF in members and _CONF not in variables:
            # Such as self.values, which is a parameter named conf.
            variables.add('conf')
        elif Special.UNKNOWN not in members and not isinstance(
            origin, ast.Call
        ):
            return False
        return any(
            may_be_option(variable, name, self._prefilter.known)
            for variable in variables
        )


def may_be_option(variable: str, name: Name, known: KnownNames) -> bool:
    """Return whether ``variable.name`` may be a known option.

    Options of the usual group are found where that group is passed on.

    :param variable: the last name of an object that is only known at run time
    """
    if not isinstance(name, str) or variable == _CONF:
        return False
    groups = known.variables_elsewhere.get(name)
    return groups is not None and (
        abstract_values.is_group_name(variable)
        or variable.strip('_').lower() in groups
    )


def _imported_or_none(value: AbstractValue) -> AbstractValue:
    """Return the group of a module that may be missing, or the value.

    ::

        try:
            from nova.conf import CONF
        except ImportError:
            CONF = None
    """
    match abstract_values.members(value):
        case (ImportedGroup() as imported, OptionGroup() as other) | (
            OptionGroup() as other,
            ImportedGroup() as imported,
        ) if other == OptionGroup(imported.name):
            return imported
    return value


def _variable(node: ast.expr) -> str:
    """Return the last name of an expression, without its keys."""
    while isinstance(node, ast.Subscript):
        node = node.value
    return source_names.last_identifier(node)


def _groups_among(members: Iterable[AbstractValue]) -> list[str]:
    """Return the names of the groups among values."""
    return [
        member.name
        for member in members
        if isinstance(member, OptionGroup | ImportedGroup)
    ]


def _has_call(node: ast.expr) -> bool:
    """Return whether an expression calls anything but ``getattr``."""
    return any(
        isinstance(part, ast.Call)
        and source_names.last_identifier(part.func) != 'getattr'
        for part in ast.walk(node)
    )
