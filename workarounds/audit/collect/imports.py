# SPDX-License-Identifier: Apache-2.0
"""What one module says of another: constants, functions, groups."""

from collections.abc import Container
from collections.abc import Iterator
from collections.abc import Mapping
import dataclasses
import itertools
import os
from typing import Final

from workarounds.audit.collect import reads
from workarounds.audit.collect.pending import Draft
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
class Module:
    """What a module lets others import, as far as workarounds matter.

    :param parts: its path without the suffix, and without ``__init__``
    :param is_package: it is an ``__init__``
    """

    parts: _Parts
    is_package: bool
    exports: Mapping[str, AbstractValue]

    @property
    def package(self) -> _Parts:
        """The directory it is in."""
        return self.parts if self.is_package else self.parts[:-1]


def module(path: str, names: Names | None = None) -> Module:
    """Describe a module by its path and its names."""
    stem = os.path.splitext(os.path.normpath(path))[0]
    parts = tuple(stem.split(os.sep))
    is_package = parts[-1] == '__init__'
    exports = dict(_exports(names)) if names else {}
    return Module(parts[:-1] if is_package else parts, is_package, exports)


def _exports(names: Names) -> Iterator[tuple[str, AbstractValue]]:
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


class Modules:
    """The modules that were read."""

    def __init__(self) -> None:
        self._modules: dict[_Parts, Module] = {}
        self._by_name: dict[str, list[Module]] = {}

    def add(self, one: Module) -> None:
        """Add a module, or put it in the place of what it was before."""
        before = self._modules.get(one.parts)
        same_name = self._by_name.setdefault(one.parts[-1], [])
        if before is not None:
            same_name.remove(before)
        same_name.append(one)
        self._modules[one.parts] = one

    def link(
        self, draft: Draft, at: Module, words: Container[str]
    ) -> Reference | None:
        """Finish a trace with what other modules say.

        :param at: the module that it is in
        :param words: the names and options that are known
        :returns: None if it turns out to be none
        """
        reference: Reference | None = draft.reference
        for finish in (self._named, self._called, self._grouped):
            if reference is not None:
                reference = finish(draft, reference, at, words)
        if reference and draft.needs_known and reference.name not in words:
            return None
        return reference

    def _named(
        self,
        draft: Draft,
        reference: Reference,
        at: Module,
        words: Container[str],
    ) -> Reference:
        for field, symbol in (('name', draft.name), ('key', draft.key)):
            if symbol is None:
                continue
            text = self._resolve(symbol, at)
            if isinstance(text, KnownString) and field == 'name':
                reference = dataclasses.replace(reference, name=text.value)
            elif isinstance(text, KnownString):
                reference = dataclasses.replace(reference, key=text.value)
            elif field == 'name' or draft.callee is None:
                reference = dataclasses.replace(reference, kind='computed')
        return reference

    def _called(
        self,
        draft: Draft,
        reference: Reference,
        at: Module,
        words: Container[str],
    ) -> Reference | None:
        if draft.callee is None:
            return reference
        value = self._resolve(draft.callee, at)
        kind = reads.FUNCTIONS.get(value) if value else None
        if kind is None:
            return None
        if reference.kind == 'computed' or (
            kind == 'param' and not reference.key
        ):
            return dataclasses.replace(reference, kind='computed')
        key = reference.key if kind == 'param' else ''
        return dataclasses.replace(reference, kind=kind, key=key)

    def _grouped(
        self,
        draft: Draft,
        reference: Reference,
        at: Module,
        words: Container[str],
    ) -> Reference | None:
        if draft.group is not None:
            value = self._resolve(draft.group, at)
            return reference if value is Special.GROUP else None
        if draft.owner is None:
            return reference
        value = self._resolve(draft.owner, at)
        if self._is_conf(value):
            return reference
        if value is None or reference.name not in words:
            return None
        # It may be a module of somebody else: from nova import conf.
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

    def _resolve(self, start: Symbol, at: Module) -> AbstractValue | None:
        """Follow a symbol through the modules; None if it is a module."""
        value: AbstractValue = start
        for _ in range(_DEPTH):
            if isinstance(value, ImportedGroup):
                owner = self._resolve(value.owner, at)
                is_conf = self._is_conf(owner)
                return Special.GROUP if is_conf else Special.UNKNOWN
            if not isinstance(value, Symbol) or value in reads.FUNCTIONS:
                return value
            target = self._find(value, at)
            if target is None:
                return value
            at, rest = target
            if not rest:
                return None
            following = _export(at, rest)
            if following is None:
                return value
            value = following
        return Special.UNKNOWN

    def _find(
        self, symbol: Symbol, at: Module
    ) -> tuple[Module, _Parts] | None:
        """Find the module that defines a symbol, and the rest of its path."""
        parts = tuple(symbol.path.split('.'))
        if symbol.level:
            up = len(at.package) - symbol.level + 1
            base = at.package[: max(up, 0)]
            for length in range(len(parts), -1, -1):
                one = self._modules.get((*base, *parts[:length]))
                if one is not None and one.parts:
                    return one, parts[length:]
            return None
        for length in range(len(parts), 0, -1):
            one = self._absolute(parts[:length], at)
            if one is not None:
                return one, parts[length:]
        return None

    def _absolute(self, parts: _Parts, at: Module) -> Module | None:
        """Find a module by its full name.

        Where several can be meant, that which is nearest to the importer is.
        """
        found = [
            one
            for one in self._by_name.get(parts[-1], ())
            if one.parts[-len(parts) :] == parts
            and (len(parts) > 1 or one.is_package or one.package == at.package)
        ]
        ranked = sorted(
            found, key=lambda one: _common(one.parts, at.parts), reverse=True
        )
        nearness = [_common(one.parts, at.parts) for one in ranked[:2]]
        is_clear = len(ranked) == 1 or len(set(nearness)) > 1
        return ranked[0] if ranked and is_clear else None


def _common(one: _Parts, other: _Parts) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in itertools.takewhile(_is_pair, pairs))


def _is_pair(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


def _export(one: Module, path: _Parts) -> AbstractValue | None:
    for length in range(len(path), 0, -1):
        value = one.exports.get('.'.join(path[:length]))
        rest = path[length:]
        if value is None and length == 1:
            value, rest = one.exports.get(scopes.STAR), path
        for name in rest if value else ():
            value = value[name] if isinstance(value, Symbol) else None
        if value is not None:
            return value
    return None
