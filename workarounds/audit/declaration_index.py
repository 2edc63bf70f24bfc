# SPDX-License-Identifier: Apache-2.0
"""What declarations say of workarounds, by name and by option.

A declaration may be in source, where nothing is imported, or in an installed
catalogue. Both are described by the same class.
"""

from collections.abc import Iterable
from collections.abc import Iterator
import dataclasses
import difflib
from typing import Final
from typing import Self

from oslo_config import cfg

from workarounds.declarations import toggle as toggle_options
from workarounds.declarations.declaration import Declaration
from workarounds.declarations.expiry import Expiry
from workarounds.declarations.expiry import Unstated
from workarounds.declarations.fixes import PackageFix
from workarounds.declarations.fixes import ReleaseFix
from workarounds.declarations.registry import Registry
from workarounds.declarations.removed import RemovedWorkaround
from workarounds.declarations.toggle import Group
from workarounds.declarations.toggle import Polarity
from workarounds.source.references import SourceRange

#: The fields that a catalogue of another project may leave unstated.
MAY_BE_UNSTATED: Final = ('bugs', 'expires')


@dataclasses.dataclass(frozen=True, slots=True)
class Param:
    """A parameter of a workaround.

    :param default: a literal, or :data:`workarounds.source.references.UNKNOWN`
    """

    key: str
    option: str
    default: object


@dataclasses.dataclass(frozen=True, slots=True)
class DeclarationInfo:
    """What a declaration says of one workaround, live or removed.

    :param option: the name of the toggle; None if it is none, or not known
    :param is_option: the toggle is an option, and no ``Always`` or
        ``Detected``
    :param polarity: what a true toggle means; None for a removed workaround
    :param is_list: the toggle is a list
    :param off_values: at which values the code does nothing, each a literal
        or :data:`workarounds.source.references.UNKNOWN`; empty for a toggle
        that is true or false, or a list
    :param group: the group of the toggle, as code; empty for the usual one
    :param options: the names of all options, the toggle first
    :param removed_in: None for a live workaround
    :param renewed_from: the earlier expiries, the oldest first
    :param unstated: which of ``bugs`` and ``expires`` are unstated
    :param fixed_by: the versions with the fix, such as ``qemu 2.2.0``; empty
        if no version is known
    :param place: of the declaration; None for one of a catalogue
    """

    name: str
    option: str | None = None
    is_option: bool = True
    polarity: Polarity | None = None
    is_list: bool = False
    off_values: tuple[object, ...] = ()
    group: str = ''
    params: tuple[Param, ...] = ()
    options: tuple[str, ...] = ()
    removed_in: str | None = None
    summary: str = ''
    expires: Expiry | None = None
    renewed_from: tuple[Expiry, ...] = ()
    unstated: tuple[str, ...] = ()
    fixed_by: str = ''
    place: SourceRange | None = None

    @property
    def identifiers(self) -> tuple[str, ...]:
        """Return the names by which source refers to it."""
        return tuple(dict.fromkeys((self.name, *self.options)))


def describe(declaration: Declaration) -> DeclarationInfo:
    """Return the info of a declaration of a registry."""
    if isinstance(declaration, RemovedWorkaround):
        return DeclarationInfo(
            name=declaration.name,
            option=next(iter(declaration.options), None),
            options=tuple(declaration.options),
            removed_in=declaration.removed_in,
            summary=declaration.reason,
        )
    toggle = declaration.toggle
    return DeclarationInfo(
        name=declaration.name,
        option=declaration.option,
        is_option=declaration.option is not None,
        polarity=declaration.polarity,
        is_list=isinstance(toggle, cfg.Opt) and toggle_options.is_list(toggle),
        off_values=tuple(declaration.off_values),
        group=_group_code(declaration.group),
        params=tuple(
            Param(
                key,
                declaration.param(key)[1].dest,
                toggle_options.default_of(declaration.param(key)[1]),
            )
            for key in declaration.params
        ),
        options=tuple(
            dict.fromkeys(name for _, name in declaration.option_names)
        ),
        summary=declaration.summary,
        expires=declaration.expires,
        renewed_from=tuple(declaration.renewed_from),
        unstated=tuple(
            field
            for field in MAY_BE_UNSTATED
            if isinstance(getattr(declaration, field), Unstated)
        ),
        fixed_by=join_fixed_versions(
            (
                fix.component
                if isinstance(fix, PackageFix)
                else fix.project or '',
                fix.version,
            )
            for fix in declaration.fixes
            if isinstance(fix, PackageFix | ReleaseFix)
        ),
    )


def _group_code(group: Group) -> str:
    """Return the group of a toggle as code; a function has none."""
    if callable(group) or group == toggle_options.GROUP:
        return ''
    return repr(group if isinstance(group, str) else list(group))


def join_fixed_versions(fixes: Iterable[tuple[str, object]]) -> str:
    """Return the versions with the fix as text.

    :param fixes: the component or the project of each, empty for a release of
        the service itself, and the version; a version that is not a string
        is not known
    """
    return ' and '.join(
        f'{component or "release"} {version}'
        for component, version in fixes
        if isinstance(version, str)
    )


class DeclarationIndex:
    """Declarations by name and by option.

    Of two with the same name, one in source is preferred, and among those a
    live one.

    :param declared: the declarations of catalogues
    :param in_source: the declarations in scanned source
    """

    def __init__(
        self,
        declared: Iterable[DeclarationInfo] = (),
        in_source: Iterable[DeclarationInfo] = (),
    ) -> None:
        self._by_name: dict[str, DeclarationInfo] = {}
        for info in declared:
            self._by_name[info.name] = info
        by_name: dict[str, DeclarationInfo] = {}
        for info in sorted(in_source, key=lambda info: bool(info.removed_in)):
            by_name.setdefault(info.name, info)
        self._by_name |= by_name
        self._by_option: dict[str, DeclarationInfo] = {}
        for info in self._by_name.values():
            for option in info.options:
                taken = self._by_option.get(option)
                if taken is None or taken.removed_in is not None:
                    self._by_option[option] = info

    @classmethod
    def from_registry(cls, registry: Registry) -> Self:
        """Return the index of all declarations of a registry."""
        return cls(
            describe(declaration)
            for declaration in (*registry, *registry.removed)
        )

    def with_source(
        self, in_source: Iterable[DeclarationInfo]
    ) -> 'DeclarationIndex':
        """Return an index with declarations of source added."""
        return DeclarationIndex(self, in_source)

    @property
    def identifiers(self) -> frozenset[str]:
        """Return all names and options."""
        return frozenset(self._by_name) | frozenset(self._by_option)

    def get(self, name: str) -> DeclarationInfo | None:
        """Return the declaration with that name."""
        return self._by_name.get(name)

    def by_option(self, option: str) -> DeclarationInfo | None:
        """Return the declaration that has, or had, that option."""
        return self._by_option.get(option)

    def find_declaration(self, name: str) -> DeclarationInfo | None:
        """Return a declaration by its name or one of its options."""
        return self.get(name) or self.by_option(name)

    def similar_names(self, name: str) -> list[str]:
        """Return the names that are similar to an unknown one."""
        owner = self.by_option(name)
        if owner is not None:
            return [owner.name]
        return difflib.get_close_matches(name, self._by_name)

    def __iter__(self) -> Iterator[DeclarationInfo]:
        """Iterate over all declarations, those of catalogues first."""
        return iter(self._by_name.values())

    def __len__(self) -> int:
        return len(self._by_name)
