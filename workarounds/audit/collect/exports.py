# SPDX-License-Identifier: Apache-2.0
"""The names of a module that other modules may import."""

from collections.abc import Iterator
from collections.abc import Mapping
import dataclasses

from workarounds.source import scopes
from workarounds.source.abstract_values import AbstractValue
from workarounds.source.abstract_values import ImportedGroup
from workarounds.source.abstract_values import KnownString
from workarounds.source.abstract_values import LocalClass
from workarounds.source.abstract_values import OptionGroup
from workarounds.source.abstract_values import Special
from workarounds.source.abstract_values import Symbol
from workarounds.source.modules import ModuleName
from workarounds.source.modules import Parts
from workarounds.source.names import Names


@dataclasses.dataclass(frozen=True, slots=True)
class ModuleExports:
    """The names of a module that other modules may import.

    :param exports: the values of the names that matter to workarounds
    """

    name: ModuleName
    exports: Mapping[str, AbstractValue]

    def find(self, path: Parts) -> AbstractValue | None:
        """Return the value of an exported dotted name."""
        for length in range(len(path), 0, -1):
            value = self.exports.get('.'.join(path[:length]))
            rest = path[length:]
            if value is None and length == 1:
                value, rest = self.exports.get(scopes.STAR), path
            for name in rest if value else ():
                value = value[name] if isinstance(value, Symbol) else None
            if value is not None:
                return value
        return None


def describe_module(path: str, names: Names | None = None) -> ModuleExports:
    """Return the exports of a module."""
    exports = dict(_list_exports(names)) if names else {}
    return ModuleExports(ModuleName.of_path(path), exports)


def _list_exports(names: Names) -> Iterator[tuple[str, AbstractValue]]:
    def own(value: AbstractValue) -> AbstractValue:
        is_unclear = value is Special.CONF and names.makes_conf
        return Special.UNKNOWN if is_unclear else value

    for name in names.module.bindings:
        value = names.evaluate_name(name, names.module)
        if isinstance(value, LocalClass):
            for attribute, bindings in value.scope.bindings.items():
                if bindings[0].kind != 'value':
                    continue
                attribute_value = names.attributes.get(value, attribute)
                if attribute_value is Special.CONF or isinstance(
                    attribute_value, KnownString | Symbol
                ):
                    yield f'{name}.{attribute}', own(attribute_value)
        elif value is Special.CONF or isinstance(
            value, KnownString | Symbol | ImportedGroup | OptionGroup
        ):
            yield name, own(value)
