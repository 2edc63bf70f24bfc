# SPDX-License-Identifier: Apache-2.0
"""The facts of a declaration in source or in a catalogue."""

from collections.abc import Iterable
from collections.abc import Mapping
import dataclasses
from typing import Any
from typing import Final

from workarounds.declarations.expiry import Expiry
from workarounds.declarations.fixes import Fix
from workarounds.declarations.fixes import PackageFix
from workarounds.declarations.fixes import ReleaseFix
from workarounds.declarations.toggle import ANY_GROUP
from workarounds.declarations.toggle import OptionName
from workarounds.declarations.toggle import Polarity
from workarounds.source.references import Reference
from workarounds.source.references import SourceRange
from workarounds.source.references import UNKNOWN
from workarounds.source.references import VARIABLE

#: The fields that a catalogue of another project may leave unstated.
MAY_BE_UNSTATED: Final = ('bugs', 'expires')


@dataclasses.dataclass(frozen=True, slots=True)
class Param:
    """A parameter of a workaround.

    :param options: one option for each of its groups
    :param former: former names of the options
    :param default: a literal, or :data:`workarounds.source.references.UNKNOWN`
    """

    key: str
    options: tuple[OptionName, ...]
    default: object
    former: tuple[OptionName, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class DeclarationInfo:
    """The declaration of one workaround, live or removed.

    :param option: name of the toggle's option; ``None`` without an option, or
        if not known
    :param is_option: whether the toggle is an option, not ``Always`` or
        ``Detected``
    :param polarity: meaning of a true toggle; ``None`` for a removed
        workaround
    :param is_list: whether the toggle is a list
    :param off_values: values at which the code does nothing, each a literal
        or :data:`workarounds.source.references.UNKNOWN`; empty for a boolean
        or a list
    :param default: default of an option that is not boolean, a literal or
        :data:`workarounds.source.references.UNKNOWN`
    :param group: group of the toggle, as code; empty for the usual one
    :param options: all options, the toggle first
    :param former: former names of the toggle; those of a removed workaround
        are among the options
    :param hidden_groups: groups with an option that is known only at run time;
        empty if all options are known
    :param created: options that the source creates for it, and where
    :param removed_in: ``None`` for a live workaround
    :param introduced: first release with the workaround, and backports
    :param renewed_from: earlier expiries, the oldest first
    :param unstated: which of ``bugs`` and ``expires`` are unstated
    :param bugs: URLs of its bugs, as far as they are known
    :param fixes: what makes it superfluous; all are required
    :param hides_fix: whether some fix is known only at run time
    :param place: place of the declaration; ``None`` in a catalogue
    """

    name: str
    option: str | None = None
    is_option: bool = True
    polarity: Polarity | None = None
    is_list: bool = False
    off_values: tuple[object, ...] = ()
    default: object = UNKNOWN
    group: str = ''
    params: tuple[Param, ...] = ()
    options: tuple[OptionName, ...] = ()
    former: tuple[OptionName, ...] = ()
    hidden_groups: frozenset[str] = frozenset()
    created: tuple[tuple[str, SourceRange], ...] = ()
    removed_in: str | None = None
    summary: str = ''
    introduced: tuple[str, ...] = ()
    expires: Expiry | None = None
    renewed_from: tuple[Expiry, ...] = ()
    unstated: tuple[str, ...] = ()
    bugs: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()
    hides_fix: bool = False
    place: SourceRange | None = None

    @property
    def identifiers(self) -> tuple[str, ...]:
        """Return the names by which source refers to the workaround."""
        return tuple(dict.fromkeys((self.name, *self.option_names)))

    @property
    def fixed_by(self) -> str:
        """Return the versions with the fix, such as ``qemu 2.2.0``.

        It is empty if no version is known.
        """
        return ' and '.join(
            f'{_fixed(fix)} {fix.version}'
            for fix in self.fixes
            if isinstance(fix, PackageFix | ReleaseFix)
            and isinstance(fix.version, str)
        )

    @property
    def former_names(self) -> frozenset[str]:
        """Return the names that its options had before, without groups."""
        former = [
            *self.former,
            *(old for p in self.params for old in p.former),
        ]
        return frozenset(old.name for old in former)

    @property
    def words(self) -> tuple[str, ...]:
        """Return all names by which source and texts refer to it."""
        return (*self.identifiers, *self.other_words)

    @property
    def other_words(self) -> tuple[str, ...]:
        """Return the names that only texts have.

        Former names, and the environment variables that oslo.config reads.
        """
        variables = (
            f'{VARIABLE}{option.group.upper()}__{option.name.upper()}'
            for option in self.options
            if option.group != ANY_GROUP
        )
        return (*sorted(self.former_names), *variables)

    @property
    def option_names(self) -> tuple[str, ...]:
        """Return the names of all options without their groups."""
        return tuple(dict.fromkeys(option.name for option in self.options))

    @property
    def groups(self) -> frozenset[str]:
        """Return the groups of the toggle."""
        return frozenset(
            option.group
            for option in self.options
            if self.option in (None, option.name)
        )

    @property
    def has_values(self) -> bool:
        """Return whether the toggle is on at several values."""
        return self.is_list or bool(self.off_values)

    @property
    def is_hidden(self) -> bool:
        """Return whether only running the source shows all its options."""
        return bool(self.hidden_groups)

    def may_have(self, reference: Reference) -> bool:
        """Return whether a reference may be to an option that is hidden."""
        return bool(reference.group) and (
            reference.group in self.hidden_groups
            or (self.is_hidden and reference.group == ANY_GROUP)
            or ANY_GROUP in self.hidden_groups
        )

    @property
    def needs_group(self) -> bool:
        """Return whether a lookup has to name one of several groups."""
        return len(self.groups) > 1 or ANY_GROUP in self.groups

    def param_of(self, reference: Reference) -> Param | None:
        """Return the parameter whose option a reference is to."""
        option = OptionName(reference.group, reference.name)
        for param in self.params:
            if _is_among(option, param.options):
                return param
        return None

    def is_referred_to(self, reference: Reference) -> bool:
        """Return whether a reference is, or may be, to this workaround."""
        if reference.name:
            return (
                _is_among(
                    OptionName(reference.group, reference.name), self.options
                )
                if reference.group
                else reference.name in self.identifiers
                or (
                    reference.kind in ('comment', 'mention')
                    and reference.name in self.other_words
                )
            )
        return reference.kind == 'computed' and (
            not reference.group
            or any(
                option.group in (reference.group, ANY_GROUP)
                for option in self.options
            )
        )


@dataclasses.dataclass(frozen=True, slots=True)
class WrittenDeclaration:
    """A declaration as source writes it.

    :param kind: name of the class
    :param place: place of the call
    :param function: first and last line of the outermost function that makes
        it; ``None`` if it is made at import
    :param fields: the value of each field, as far as it is known;
        :data:`workarounds.source.references.UNKNOWN` otherwise
    :param options: options that are known, with their groups
    :param problems: what the library refuses, each with a hint
    """

    kind: str
    place: SourceRange
    function: tuple[int, int] | None
    fields: Mapping[str, Any]
    options: tuple[OptionName, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Return the name; empty if it is missing or not known."""
        name = self.fields['name']
        return name if isinstance(name, str) else ''


def _is_among(option: OptionName, options: Iterable[OptionName]) -> bool:
    """Return whether an option is one of several; a group may be any."""
    return any(
        other.name == option.name
        and (
            other.group == option.group
            or ANY_GROUP in (other.group, option.group)
        )
        for other in options
    )


def options_in(
    groups: Iterable[str], names: Iterable[str]
) -> tuple[OptionName, ...]:
    """Return options of these names in each of some groups."""
    return tuple(OptionName(group, name) for group in groups for name in names)


def _fixed(fix: PackageFix | ReleaseFix) -> str:
    """Return what a version is of: a component, or a project."""
    if isinstance(fix, PackageFix):
        return fix.component
    return fix.project or 'release'
