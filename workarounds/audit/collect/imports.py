# SPDX-License-Identifier: Apache-2.0
"""Resolution of references through the imports of other modules."""

from collections.abc import Container
from collections.abc import Iterator
from collections.abc import Mapping
import dataclasses
import itertools
import os
from typing import Final

from workarounds.audit.collect import reads
from workarounds.audit.collect.unresolved import UnresolvedReference
from workarounds.source import abstract_values
from workarounds.source import scopes
from workarounds.source.abstract_values import AbstractValue
from workarounds.source.abstract_values import ImportedGroup
from workarounds.source.abstract_values import KnownString
from workarounds.source.abstract_values import LocalClass
from workarounds.source.abstract_values import Special
from workarounds.source.abstract_values import Symbol
from workarounds.source.names import Names
from workarounds.source.references import Reference

#: Longer chains of modules are not followed.
_DEPTH: Final = 10
_Parts = tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class ModuleExports:
    """The names of a module that other modules may import.

    :param parts: its path, without the suffix and without ``__init__``
    :param is_package: its file is ``__init__.py``
    :param exports: the values of the names that matter to workarounds
    """

    parts: _Parts
    is_package: bool
    exports: Mapping[str, AbstractValue]

    @property
    def package(self) -> _Parts:
        """Return the package that it is in."""
        return self.parts if self.is_package else self.parts[:-1]


def describe_module(path: str, names: Names | None = None) -> ModuleExports:
    """Return the exports of a module."""
    stem = os.path.splitext(os.path.normpath(path))[0]
    parts = tuple(stem.split(os.sep))
    is_package = parts[-1] == '__init__'
    exports = dict(_list_exports(names)) if names else {}
    return ModuleExports(
        parts[:-1] if is_package else parts, is_package, exports
    )


def _list_exports(names: Names) -> Iterator[tuple[str, AbstractValue]]:
    for name in names.module.bindings:
        value = names.evaluate_name(name, names.module)
        if isinstance(value, LocalClass):
            for attribute, bindings in value.scope.bindings.items():
                if bindings[0].kind != 'value':
                    continue
                attribute_value = names.attributes.get(value, attribute)
                if isinstance(attribute_value, KnownString | Symbol):
                    yield f'{name}.{attribute}', attribute_value
        elif isinstance(value, KnownString | Symbol | ImportedGroup) or (
            value is Special.CONF or value is Special.GROUP
        ):
            yield name, value


class ImportResolver:
    """Resolves references through the modules that were scanned."""

    def __init__(self) -> None:
        self._modules: dict[_Parts, ModuleExports] = {}
        self._by_name: dict[str, list[ModuleExports]] = {}

    def add(self, module: ModuleExports) -> None:
        """Add a module, or replace its earlier description."""
        before = self._modules.get(module.parts)
        same_name = self._by_name.setdefault(module.parts[-1], [])
        if before is not None:
            same_name.remove(before)
        same_name.append(module)
        self._modules[module.parts] = module

    def resolve(
        self,
        unresolved: UnresolvedReference,
        importer: ModuleExports,
        identifiers: Container[str],
    ) -> Reference | None:
        """Complete a reference with the exports of other modules.

        :param importer: the module that contains it
        :param identifiers: the known names and options
        :returns: None if it does not refer to a workaround
        """
        reference: Reference | None = unresolved.reference
        for step in (
            self._resolve_name,
            self._resolve_callee,
            self._resolve_group,
        ):
            if reference is not None:
                reference = step(unresolved, reference, importer, identifiers)
        if (
            reference
            and unresolved.needs_known
            and reference.name not in identifiers
        ):
            return None
        return reference

    def _resolve_name(
        self,
        unresolved: UnresolvedReference,
        reference: Reference,
        importer: ModuleExports,
        identifiers: Container[str],
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
        identifiers: Container[str],
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

    def _resolve_group(
        self,
        unresolved: UnresolvedReference,
        reference: Reference,
        importer: ModuleExports,
        identifiers: Container[str],
    ) -> Reference | None:
        if unresolved.group is not None:
            value = self._resolve_symbol(unresolved.group, importer)
            return reference if value is Special.GROUP else None
        if unresolved.owner is None:
            return reference
        value = self._resolve_symbol(unresolved.owner, importer)
        if self._is_conf(value):
            return reference
        if value is None or reference.name not in identifiers:
            return None
        # A module that was not scanned may be imported: from nova import conf.
        if isinstance(value, Symbol) and abstract_values.is_conf_name(
            value.name
        ):
            return reference
        return dataclasses.replace(reference, kind='computed')

    def _is_conf(self, value: AbstractValue | None) -> bool:
        if isinstance(value, Symbol):
            is_module = value.path.islower()
            return abstract_values.is_conf_name(value.name) and not is_module
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
                return Special.GROUP if is_conf else Special.UNKNOWN
            if not isinstance(value, Symbol) or value in reads.FUNCTIONS:
                return value
            target = self._find_module(value, module)
            if target is None:
                return value
            module, rest = target
            if not rest:
                return None
            following = _find_export(module, rest)
            if following is None:
                return value
            value = following
        return Special.UNKNOWN

    def _find_module(
        self, symbol: Symbol, importer: ModuleExports
    ) -> tuple[ModuleExports, _Parts] | None:
        """Return the module that defines a symbol, and the remaining path."""
        parts = tuple(symbol.path.split('.'))
        if symbol.level:
            up = len(importer.package) - symbol.level + 1
            base = importer.package[: max(up, 0)]
            for length in range(len(parts), -1, -1):
                module = self._modules.get((*base, *parts[:length]))
                if module is not None and module.parts:
                    return module, parts[length:]
            return None
        for length in range(len(parts), 0, -1):
            module = self._find_absolute(parts[:length], importer)
            if module is not None:
                return module, parts[length:]
        return None

    def _find_absolute(
        self, parts: _Parts, importer: ModuleExports
    ) -> ModuleExports | None:
        """Return a module by its full name.

        Of several, return the one nearest to the importer.
        """
        candidates = [
            module
            for module in self._by_name.get(parts[-1], ())
            if module.parts[-len(parts) :] == parts
            and (
                len(parts) > 1
                or module.is_package
                or module.package == importer.package
            )
        ]
        ranked = sorted(
            candidates,
            key=lambda module: _common_length(module.parts, importer.parts),
            reverse=True,
        )
        nearness = [
            _common_length(module.parts, importer.parts)
            for module in ranked[:2]
        ]
        is_clear = len(ranked) == 1 or len(set(nearness)) > 1
        return ranked[0] if ranked and is_clear else None


def _common_length(parts: _Parts, others: _Parts) -> int:
    pairs = zip(parts, others, strict=False)
    return sum(1 for _ in itertools.takewhile(_is_pair, pairs))


def _is_pair(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


def _find_export(module: ModuleExports, path: _Parts) -> AbstractValue | None:
    for length in range(len(path), 0, -1):
        value = module.exports.get('.'.join(path[:length]))
        rest = path[length:]
        if value is None and length == 1:
            value, rest = module.exports.get(scopes.STAR), path
        for name in rest if value else ():
            value = value[name] if isinstance(value, Symbol) else None
        if value is not None:
            return value
    return None
