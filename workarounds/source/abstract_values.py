# SPDX-License-Identifier: Apache-2.0
"""What an expression can mean, as far as workarounds are concerned."""

from collections.abc import Iterable
import dataclasses
import enum
import re
from typing import Final

from workarounds.source.scopes import Scope

#: This library, as it is imported.
LIBRARY: Final = 'workarounds'
#: Names of configuration objects: CONF, self._conf, cfg_opts, config.
_CONF: Final = re.compile(
    r'cfg|conf(?!erence|ess|igparser|ine|irm|lict|orm|us)', re.IGNORECASE
)


@dataclasses.dataclass(frozen=True, slots=True)
class KnownString:
    """A string that is known."""

    value: str


@dataclasses.dataclass(frozen=True, slots=True)
class Symbol:
    """A module that is imported, or something that it defines.

    :param path: with dots
    :param level: how many packages up it begins; 0 if it is absolute
    """

    path: str
    level: int = 0

    def __getitem__(self, name: str) -> 'Symbol':
        path = f'{self.path}.{name}' if self.path else name
        return Symbol(path, self.level)

    @property
    def name(self) -> str:
        """Its own name."""
        return self.path.rpartition('.')[2]


@dataclasses.dataclass(frozen=True, slots=True)
class LocalClass:
    """A class of this module.

    :param is_instance: it is reached through ``self``, whose class can be
        one that is derived from it
    """

    scope: Scope
    is_instance: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class ImportedGroup:
    """``X.workarounds`` of an X that another module defines."""

    owner: Symbol


class Special(enum.Enum):
    """What needs no further words."""

    CONF = 'a configuration object'
    GROUP = 'the group [workarounds] of one'
    MAYBE_GROUP = 'something called workarounds'
    UNKNOWN = 'it cannot be told'
    OTHER = 'something of no interest'


@dataclasses.dataclass(frozen=True, slots=True)
class UnionValue:
    """A name that is bound to different things."""

    members: tuple['AbstractValue', ...]


AbstractValue = (
    KnownString | Symbol | LocalClass | ImportedGroup | Special | UnionValue
)


def union(values: Iterable[AbstractValue]) -> AbstractValue:
    """Return what a name means that has all of these meanings."""
    different: dict[AbstractValue, None] = {}
    for value in values:
        parts = members(value)
        different |= dict.fromkeys(parts)
    if len(different) == 1:
        return next(iter(different))
    return UnionValue(tuple(different))


def members(value: AbstractValue) -> tuple[AbstractValue, ...]:
    """List the meanings of which one holds."""
    return value.members if isinstance(value, UnionValue) else (value,)


def is_conf_name(name: str) -> bool:
    """Tell whether configuration objects have such names."""
    return _CONF.search(name) is not None
