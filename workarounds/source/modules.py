# SPDX-License-Identifier: Apache-2.0
"""Modules by the names that others import them by."""

from collections.abc import Sequence
import dataclasses
import itertools
import os
from typing import Generic
from typing import TypeVar

from workarounds.source.abstract_values import Symbol

Parts = tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class ModuleName:
    """The name of a module, as far as its path shows it.

    :param parts: its path, without the suffix and without ``__init__``
    :param is_package: its file is ``__init__.py``
    """

    parts: Parts
    is_package: bool

    @classmethod
    def of_path(cls, path: str) -> 'ModuleName':
        """Return the name of the module in a file."""
        stem = os.path.splitext(os.path.normpath(path))[0]
        parts = tuple(stem.split(os.sep))
        is_package = parts[-1] == '__init__'
        return ModuleName(parts[:-1] if is_package else parts, is_package)

    @property
    def package(self) -> Parts:
        """Return the package that it is in."""
        return self.parts if self.is_package else self.parts[:-1]


_Module = TypeVar('_Module')


class ModuleIndex(Generic[_Module]):
    """Things that belong to modules, by the names of these."""

    def __init__(self) -> None:
        self._modules: dict[Parts, tuple[ModuleName, _Module]] = {}
        self._by_name: dict[str, list[ModuleName]] = {}

    def add(self, name: ModuleName, module: _Module) -> None:
        """Add a module, or replace it."""
        if name.parts not in self._modules:
            last = name.parts[-1] if name.parts else ''
            self._by_name.setdefault(last, []).append(name)
        self._modules[name.parts] = name, module

    def find(
        self, symbol: Symbol, importer: ModuleName
    ) -> tuple[_Module, Parts] | None:
        """Return the module that defines a symbol, and the remaining path."""
        parts = tuple(symbol.path.split('.'))
        if symbol.level:
            up = len(importer.package) - symbol.level + 1
            base = importer.package[: max(up, 0)]
            for length in range(len(parts), -1, -1):
                path = (*base, *parts[:length])
                if path and path in self._modules:
                    return self._modules[path][1], parts[length:]
            return None
        for length in range(len(parts), 0, -1):
            name = self._find_absolute(parts[:length], importer)
            if name is not None:
                return self._modules[name.parts][1], parts[length:]
        return None

    def _find_absolute(
        self, parts: Parts, importer: ModuleName
    ) -> ModuleName | None:
        """Return a module by its full name.

        Of several, return the one nearest to the importer.
        """
        candidates = [
            name
            for name in self._by_name.get(parts[-1], ())
            if name.parts[-len(parts) :] == parts
            and (
                len(parts) > 1
                or name.is_package
                or name.package == importer.package
            )
        ]
        ranked = sorted(
            candidates,
            key=lambda name: _common_length(name.parts, importer.parts),
            reverse=True,
        )
        nearness = [
            _common_length(name.parts, importer.parts) for name in ranked[:2]
        ]
        is_clear = len(ranked) == 1 or len(set(nearness)) > 1
        return ranked[0] if ranked and is_clear else None


def _common_length(parts: Sequence[str], others: Sequence[str]) -> int:
    pairs = zip(parts, others, strict=False)
    return sum(1 for _ in itertools.takewhile(_is_pair, pairs))


def _is_pair(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]
