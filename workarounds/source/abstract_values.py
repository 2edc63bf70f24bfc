# SPDX-License-Identifier: Apache-2.0
"""Abstract values: what is known of an expression without running it.

After ``from nova import conf`` the expression ``conf.CONF`` has the value
``Symbol('nova.conf.CONF')``, and ``'x' if y else 'z'`` has the union of the
known strings ``x`` and ``z``.
"""

from collections.abc import Iterable
import dataclasses
import enum
import re
from typing import Final

from workarounds.source.scopes import Scope

#: The name under which this library is imported.
LIBRARY: Final = 'workarounds'
#: Names of configuration objects: CONF, self._conf, cfg_opts, config.
_CONF: Final = re.compile(
    r'cfg|conf(?!erence|ess|igparser|ine|irm|lict|orm|us)', re.IGNORECASE
)
#: Further names of groups of options: group, self._opts, lvm_backend.
_GROUP: Final = re.compile(
    r'(?:^|_)(?:backends?|groups?|grp|options|opts|sections?|settings)_*$',
    re.IGNORECASE,
)


@dataclasses.dataclass(frozen=True, slots=True)
class KnownString:
    """A string whose text is known."""

    value: str


@dataclasses.dataclass(frozen=True, slots=True)
class Symbol:
    """An imported module, or a name that another module defines.

    :param path: the dotted path
    :param level: the number of leading dots of a relative import, 0 if it is
        absolute
    """

    path: str
    level: int = 0

    def __getitem__(self, name: str) -> 'Symbol':
        path = f'{self.path}.{name}' if self.path else name
        return Symbol(path, self.level)

    @property
    def name(self) -> str:
        """Return the last part of the path."""
        return self.path.rpartition('.')[2]


@dataclasses.dataclass(frozen=True, slots=True)
class LocalClass:
    """A class of the analysed module.

    :param is_instance: it is reached through ``self``, whose class may be a
        derived one
    """

    scope: Scope
    is_instance: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class OptionGroup:
    """A group of options, such as ``CONF.workarounds``.

    :param name: the name of the group, or
        :data:`~workarounds.source.known_names.ANY_GROUP` if it is computed
    :param is_certain: it is one of a configuration object, not an attribute
        of that name of an unknown object
    :param is_own: that object is the service's, not one for other files
    """

    name: str
    is_certain: bool = True
    is_own: bool = True


@dataclasses.dataclass(frozen=True, slots=True)
class ImportedGroup:
    """``X.workarounds``, where another module defines ``X``.

    :param name: the name of the group
    """

    owner: Symbol
    name: str


class Special(enum.Enum):
    """Values that need no further data."""

    CONF = 'a configuration object'
    UNKNOWN = 'not known'
    OTHER = 'known, and not related to workarounds'


@dataclasses.dataclass(frozen=True, slots=True)
class UnionValue:
    """Several values, one of which an expression has at run time."""

    members: tuple['AbstractValue', ...]


AbstractValue = (
    KnownString
    | Symbol
    | LocalClass
    | OptionGroup
    | ImportedGroup
    | Special
    | UnionValue
)


def union(values: Iterable[AbstractValue]) -> AbstractValue:
    """Return the union of values; of equal ones, the value itself."""
    different: dict[AbstractValue, None] = {}
    for value in values:
        parts = members(value)
        different |= dict.fromkeys(parts)
    if len(different) == 1:
        return next(iter(different))
    return UnionValue(tuple(different))


def members(value: AbstractValue) -> tuple[AbstractValue, ...]:
    """Return the members of a union, or the value alone."""
    return value.members if isinstance(value, UnionValue) else (value,)


def is_conf_name(name: str) -> bool:
    """Return whether a name is typical of a configuration object."""
    return _CONF.search(name) is not None


def is_group_name(name: str) -> bool:
    """Return whether a name is typical of a group of options."""
    return is_conf_name(name) or _GROUP.search(name) is not None


def is_conf_symbol(symbol: Symbol) -> bool:
    """Return whether a symbol is typical of a configuration object.

    A module has a lower-case name: ``nova.conf``, but ``nova.conf.CONF``.
    """
    return is_conf_name(symbol.name) and not symbol.path.islower()
