# SPDX-License-Identifier: Apache-2.0
"""Workarounds as source code may name them."""

from collections.abc import Iterable
from collections.abc import Iterator
import dataclasses
import difflib
from typing import Final
from typing import Self

from oslo_config import cfg
from oslo_config import types

from workarounds.declarations.declaration import Declaration
from workarounds.declarations.declaration import RemovedWorkaround
from workarounds.declarations.expiry import Expiry
from workarounds.declarations.expiry import Unstated
from workarounds.declarations.fixes import PackageFix
from workarounds.declarations.fixes import ReleaseFix
from workarounds.declarations.registry import Registry
from workarounds.declarations.toggle import Polarity
from workarounds.source.references import Place

#: The fields of which a catalogue may say that nobody stated them.
STATED: Final = ('bugs', 'expires')


@dataclasses.dataclass(frozen=True, slots=True)
class Param:
    """A parameter of a workaround.

    :param default: a literal, or :data:`workarounds.source.references.UNKNOWN`
    """

    key: str
    option: str
    default: object


@dataclasses.dataclass(frozen=True, slots=True)
class Subject:
    """One workaround, live or removed.

    :param option: the toggle
    :param polarity: what the toggle's "yes" means; None if nobody says, as
        of those that are removed
    :param is_list: the toggle is a list
    :param options: the names of all its options, the toggle first
    :param removed_in: None while it lives
    :param renewed_from: its earlier expiries, the oldest first
    :param unstated: which of ``bugs`` and ``expires`` nobody stated
    :param fixed_by: the versions with the fix, such as ``qemu 2.2.0``; empty
        if there is none to name
    :param place: of its declaration, if that is in the source that was read
    """

    name: str
    option: str | None = None
    polarity: Polarity | None = None
    is_list: bool = False
    params: tuple[Param, ...] = ()
    options: tuple[str, ...] = ()
    removed_in: str | None = None
    summary: str = ''
    expires: Expiry | None = None
    renewed_from: tuple[Expiry, ...] = ()
    unstated: tuple[str, ...] = ()
    fixed_by: str = ''
    place: Place | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """What source code may call it: its name and its options."""
        return tuple(dict.fromkeys((self.name, *self.options)))


def of(declaration: Declaration) -> Subject:
    """Describe a declaration of a registry."""
    if isinstance(declaration, RemovedWorkaround):
        return Subject(
            name=declaration.name,
            option=declaration.options[0],
            options=tuple(declaration.options),
            removed_in=declaration.removed_in,
            summary=declaration.reason,
        )
    toggle = declaration.toggle
    return Subject(
        name=declaration.name,
        option=declaration.option,
        polarity=declaration.polarity,
        is_list=isinstance(toggle, cfg.Opt)
        and isinstance(toggle.type, types.List),
        params=tuple(
            Param(
                opt.dest.removeprefix(f'{declaration.name}_'),
                opt.dest,
                opt.default,
            )
            for opt in declaration.params
        ),
        options=declaration.options,
        summary=declaration.summary,
        expires=declaration.expires,
        renewed_from=tuple(declaration.renewed_from),
        unstated=tuple(
            field
            for field in STATED
            if isinstance(getattr(declaration, field), Unstated)
        ),
        fixed_by=fixed_by(
            (
                one.component if isinstance(one, PackageFix) else '',
                one.version,
            )
            for one in declaration.fixes
            if isinstance(one, PackageFix | ReleaseFix)
        ),
    )


def fixed_by(fixes: Iterable[tuple[str, object]]) -> str:
    """Name the versions with the fix.

    :param fixes: the component of each, empty for a release of the service
        itself, and the version, or something else if it is not known
    """
    return ' and '.join(
        f'{component or "release"} {version}'
        for component, version in fixes
        if isinstance(version, str)
    )


class Subjects:
    """Workarounds by name and by option.

    Of two with the same name, the one that was found in source wins, and
    among those a live one.

    :param declared: those of catalogues
    :param found: those that were found in source
    """

    def __init__(
        self, declared: Iterable[Subject] = (), found: Iterable[Subject] = ()
    ) -> None:
        self._subjects: dict[str, Subject] = {}
        for subject in declared:
            self._subjects[subject.name] = subject
        in_source: dict[str, Subject] = {}
        for subject in sorted(found, key=lambda one: bool(one.removed_in)):
            in_source.setdefault(subject.name, subject)
        self._subjects |= in_source
        self._options: dict[str, Subject] = {}
        for subject in self._subjects.values():
            for option in subject.options:
                taken = self._options.get(option)
                if taken is None or taken.removed_in is not None:
                    self._options[option] = subject

    @classmethod
    def of(cls, registry: Registry) -> Self:
        """Describe all declarations of a registry."""
        return cls(of(one) for one in (*registry, *registry.removed))

    def with_found(self, found: Iterable[Subject]) -> 'Subjects':
        """Add what was found in source."""
        return Subjects(self, found)

    @property
    def words(self) -> frozenset[str]:
        """All names and options."""
        return frozenset(self._subjects) | frozenset(self._options)

    def get(self, name: str) -> Subject | None:
        """Return the workaround of that name."""
        return self._subjects.get(name)

    def by_option(self, option: str) -> Subject | None:
        """Return whose option that is, or was."""
        return self._options.get(option)

    def find(self, name: str) -> Subject | None:
        """Return a workaround by its name or one of its options."""
        return self.get(name) or self.by_option(name)

    def near(self, name: str) -> list[str]:
        """Return the names that are most like a misspelt one."""
        owner = self.by_option(name)
        if owner is not None:
            return [owner.name]
        return difflib.get_close_matches(name, self._subjects)

    def __iter__(self) -> Iterator[Subject]:
        """Iterate over all, those of catalogues first."""
        return iter(self._subjects.values())

    def __len__(self) -> int:
        return len(self._subjects)
