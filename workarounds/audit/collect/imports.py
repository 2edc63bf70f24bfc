# SPDX-License-Identifier: Apache-2.0
"""Resolution of references through the imports of other modules."""

import dataclasses
from typing import Final

from workarounds.audit.collect import direct_reads
from workarounds.audit.collect import reads
from workarounds.audit.collect.exports import ModuleExports
from workarounds.audit.collect.unresolved import UnresolvedReference
from workarounds.declarations.toggle import OptionName
from workarounds.source import abstract_values
from workarounds.source import known_names
from workarounds.source.abstract_values import AbstractValue
from workarounds.source.abstract_values import ImportedGroup
from workarounds.source.abstract_values import KnownString
from workarounds.source.abstract_values import OptionGroup
from workarounds.source.abstract_values import Special
from workarounds.source.abstract_values import Symbol
from workarounds.source.known_names import KnownNames
from workarounds.source.modules import ModuleIndex
from workarounds.source.references import Reference

#: Longer chains of modules are not followed.
_DEPTH: Final = 10


class ImportResolver:
    """Resolves references through the modules that were scanned."""

    def __init__(self) -> None:
        self._modules: ModuleIndex[ModuleExports] = ModuleIndex()

    def add(self, module: ModuleExports) -> None:
        """Add a module, or replace its earlier description."""
        self._modules.add(module.name, module)

    def resolve(
        self,
        unresolved: UnresolvedReference,
        importer: ModuleExports,
        known: KnownNames,
    ) -> Reference | None:
        """Complete a reference with the exports of other modules.

        :param importer: the module that contains it
        :param known: the known workarounds
        :returns: ``None`` if the reference is not to a workaround
        """
        reference: Reference | None = unresolved.reference
        for step in (
            self._resolve_name,
            self._resolve_callee,
            self._resolve_owner,
            self._resolve_conf,
        ):
            if reference is not None:
                reference = step(unresolved, reference, importer, known)
        if reference is None or _is_reference(unresolved, reference, known):
            return reference
        return None

    def _resolve_name(
        self,
        unresolved: UnresolvedReference,
        reference: Reference,
        importer: ModuleExports,
        known: KnownNames,
    ) -> Reference:
        for field, symbol in (
            ('name', unresolved.name),
            ('key', unresolved.key),
        ):
            if symbol is None:
                continue
            text = self._resolve_symbol(symbol, importer)
            if isinstance(text, KnownString) and field == 'name':
                reference = dataclasses.replace(reference, name=text.value)
            elif isinstance(text, KnownString):
                reference = dataclasses.replace(reference, key=text.value)
            elif field == 'name' or unresolved.callee is None:
                reference = dataclasses.replace(reference, kind='computed')
        return reference

    def _resolve_callee(
        self,
        unresolved: UnresolvedReference,
        reference: Reference,
        importer: ModuleExports,
        known: KnownNames,
    ) -> Reference | None:
        if unresolved.callee is None:
            return reference
        value = self._resolve_symbol(unresolved.callee, importer)
        kind = reads.FUNCTIONS.get(value) if value else None
        if kind is None:
            return None
        if reference.kind == 'computed' or (
            kind == 'param' and not reference.key
        ):
            return dataclasses.replace(reference, kind='computed')
        key = reference.key if kind == 'param' else ''
        return dataclasses.replace(reference, kind=kind, key=key)

    def _resolve_owner(
        self,
        unresolved: UnresolvedReference,
        reference: Reference,
        importer: ModuleExports,
        known: KnownNames,
    ) -> Reference | None:
        owner = unresolved.owner
        if owner is None:
            return reference
        value = self._resolve_symbol(owner, importer)
        variable = (value if isinstance(value, Symbol) else owner).name
        if isinstance(value, OptionGroup):
            group = value.name
            is_certain = value.is_certain and value.is_own
        elif self._is_conf(value) and known.is_attribute_of_conf(
            reference.name
        ):
            group = known_names.DEFAULT_GROUP
            is_certain = variable in direct_reads.CERTAIN_CONF
        elif value is not None and direct_reads.may_be_option(
            variable, reference.name, known
        ):
            group, is_certain = known_names.ANY_GROUP, False
        else:
            return None
        kind = reference.kind if is_certain else 'computed'
        return dataclasses.replace(reference, kind=kind, group=group)

    def _resolve_conf(
        self,
        unresolved: UnresolvedReference,
        reference: Reference,
        importer: ModuleExports,
        known: KnownNames,
    ) -> Reference | None:
        if unresolved.conf is None:
            return reference
        value = self._resolve_symbol(unresolved.conf, importer)
        if self._is_conf(value):
            return reference
        if value is None or reference.name not in known.words:
            return None
        # A module that was not scanned may be imported: from nova import conf.
        if isinstance(value, Symbol) and abstract_values.is_conf_name(
            value.name
        ):
            return reference
        return dataclasses.replace(reference, kind='computed')

    def _is_conf(self, value: AbstractValue | None) -> bool:
        if isinstance(value, Symbol):
            return abstract_values.is_conf_symbol(value)
        return value is Special.CONF

    def _resolve_symbol(
        self, start: Symbol, module: ModuleExports
    ) -> AbstractValue | None:
        """Follow a symbol through modules; return None if it is a module."""
        value: AbstractValue = start
        for _ in range(_DEPTH):
            if isinstance(value, ImportedGroup):
                owner = self._resolve_symbol(value.owner, module)
                is_conf = self._is_conf(owner)
                return OptionGroup(value.name) if is_conf else Special.UNKNOWN
            if not isinstance(value, Symbol) or value in reads.FUNCTIONS:
                return value
            target = self._modules.find(value, module.name)
            if target is None:
                return value
            module, rest = target
            if not rest:
                return None
            following = module.find(rest)
            if following is None:
                return value
            value = following
        return Special.UNKNOWN


def _is_reference(
    unresolved: UnresolvedReference, reference: Reference, known: KnownNames
) -> bool:
    """Return whether a reference is to a workaround, or an error."""
    if not reference.group:
        return not unresolved.needs_known or reference.name in known.words
    if not reference.name:
        # The name is computed, or the whole group is passed on.
        return True
    if not unresolved.needs_known and reference.group == known_names.GROUP:
        # All options of this group belong to workarounds, even unknown ones.
        return True
    return known.has_option(OptionName(reference.group, reference.name))
