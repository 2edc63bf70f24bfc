# SPDX-License-Identifier: Apache-2.0
"""The facts of declarations, by name and by option.

A declaration may be in source, where nothing is imported, or in an installed
catalogue. Both are described by the same class.
"""

from collections.abc import Iterable
from collections.abc import Iterator
import dataclasses
import difflib
import functools
from typing import Self

from oslo_config import cfg

from workarounds import exceptions
from workarounds.audit import declaration_info
from workarounds.audit.declaration_info import DeclarationInfo
from workarounds.audit.declaration_info import Param
from workarounds.config import help_text
from workarounds.declarations import releases
from workarounds.declarations import toggle as toggle_options
from workarounds.declarations.declaration import Declaration
from workarounds.declarations.expiry import Unstated
from workarounds.declarations.registry import Registry
from workarounds.declarations.removed import RemovedWorkaround
from workarounds.declarations.toggle import ANY_GROUP
from workarounds.declarations.toggle import Group
from workarounds.declarations.toggle import OptionName
from workarounds.source import references
from workarounds.source.known_names import KnownNames
from workarounds.source.references import Reference


def describe(declaration: Declaration) -> DeclarationInfo:
    """Return the info of a declaration of a registry."""
    if isinstance(declaration, RemovedWorkaround):
        return DeclarationInfo(
            name=declaration.name,
            option=next(iter(declaration.options), None),
            is_option=bool(declaration.options),
            options=declaration.option_names,
            removed_in=declaration.removed_in,
            summary=declaration.reason,
        )
    toggle = declaration.toggle
    return DeclarationInfo(
        name=declaration.name,
        option=declaration.option,
        is_option=declaration.option is not None,
        former=toggle_options.former_names(declaration.groups, toggle),
        polarity=declaration.polarity,
        is_list=isinstance(toggle, cfg.Opt) and toggle_options.is_list(toggle),
        off_values=tuple(declaration.off_values),
        default=(
            toggle_options.default_of(toggle)
            if isinstance(toggle, cfg.Opt)
            else references.UNKNOWN
        ),
        group=_group_code(declaration.group),
        params=tuple(
            Param(
                key,
                declaration_info.options_in(groups, [opt.dest]),
                toggle_options.default_of(opt),
                toggle_options.former_names(groups, opt),
            )
            for key in declaration.params
            for group, opt in [declaration.param(key)]
            for groups in [[group] if group else declaration.groups]
        ),
        options=declaration.option_names,
        summary=declaration.summary,
        introduced=tuple(releases.listed(declaration.introduced)),
        expires=declaration.expires,
        renewed_from=tuple(declaration.renewed_from),
        unstated=tuple(
            field
            for field in declaration_info.MAY_BE_UNSTATED
            if isinstance(getattr(declaration, field), Unstated)
        ),
        bugs=help_text.bugs(declaration),
        fixes=declaration.fixes,
    )


def _group_code(group: Group) -> str:
    """Return the group of a toggle as code; a function has none."""
    if callable(group) or group == toggle_options.GROUP:
        return ''
    return repr(group if isinstance(group, str) else list(group))


def _complete(
    info: DeclarationInfo, known: DeclarationInfo | None
) -> DeclarationInfo:
    """Return a declaration with the facts that only running it shows.

    :param known: the same declaration, from a loaded catalogue
    """
    if (
        not info.is_hidden
        or known is None
        or (known.removed_in is None) is not (info.removed_in is None)
    ):
        return info
    return dataclasses.replace(
        info,
        option=known.option,
        is_option=known.is_option,
        is_list=known.is_list,
        off_values=known.off_values,
        default=known.default,
        params=known.params,
        options=known.options,
        former=known.former,
        hidden_groups=known.hidden_groups,
    )


class DeclarationIndex:
    """Declarations by name and by option.

    Of declarations with the same name, those in source are preferred, and
    among these a live workaround.

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
            completed = _complete(info, self._by_name.get(info.name))
            by_name.setdefault(info.name, completed)
        self._by_name |= by_name
        #: By the option alone, and with its group.
        self._by_option: dict[str | OptionName, DeclarationInfo] = {}
        for info in self._by_name.values():
            keys: tuple[str | OptionName, ...] = info.options
            for key in (*keys, *info.option_names):
                taken = self._by_option.get(key)
                if taken is None or taken.removed_in is not None:
                    self._by_option[key] = info
        #: By a name that only texts have.
        self._by_other_word = {
            word: info
            for info in self._by_name.values()
            for word in info.other_words
        }

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

    @functools.cached_property
    def known(self) -> KnownNames:
        """The names and options of all declarations."""
        return KnownNames().extended(
            (word for info in self for word in info.words),
            (option for info in self for option in info.options),
        )

    def get(self, name: str) -> DeclarationInfo | None:
        """Return the declaration with that name."""
        return self._by_name.get(name)

    def by_option(
        self, option: str, group: str = ''
    ) -> DeclarationInfo | None:
        """Return the declaration that has, or had, that option.

        :param group: the group of the option, if it is known
        """
        if not group or group == ANY_GROUP:
            return self._by_option.get(option)
        return self._by_option.get(
            OptionName(group, option)
        ) or self._by_option.get(OptionName(ANY_GROUP, option))

    def find_declaration(self, name: str) -> DeclarationInfo | None:
        """Return a declaration by its name or one of its options."""
        return self.get(name) or self.by_option(name)

    def require(self, name: str) -> DeclarationInfo:
        """Return a declaration by a name that it or an option has or had.

        :raises workarounds.exceptions.UnknownWorkaroundError: with the nearest
            names
        """
        declaration = self.find_declaration(name)
        if declaration is not None:
            return declaration
        for other in self:
            if name in other.former_names:
                return other
        raise exceptions.UnknownWorkaroundError(
            f'no workaround is called {name!r}; {self._hint(name)}'
        )

    def _hint(self, name: str) -> str:
        """Return what to do about a name that is not known."""
        near = self.similar_names(name)
        if near:
            return f'did you mean {" or ".join(near)}?'
        hidden = [info.name for info in self if info.is_hidden]
        cure = (
            'declare it in the paths, or name its catalogue with --namespace'
        )
        if hidden:
            return (
                f'if it is an option of {" or ".join(hidden)}, whose options '
                f'are known only at run time, give that name; otherwise {cure}'
            )
        return cure

    def referred_to(self, reference: Reference) -> DeclarationInfo | None:
        """Return the declaration that a reference is to."""
        if reference.group:
            return self.by_option(reference.name, reference.group)
        found = self.find_declaration(reference.name)
        if found is None and reference.kind in ('comment', 'mention'):
            return self._by_other_word.get(reference.name)
        return found

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
