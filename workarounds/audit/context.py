# SPDX-License-Identifier: Apache-2.0
"""The source code and the declarations, as the rules see them."""

from collections.abc import Callable
from collections.abc import Iterator
import dataclasses
import datetime
import pathlib
from typing import ClassVar
from typing import Final
from typing import Literal

from workarounds.audit.declaration_index import DeclarationIndex
from workarounds.audit.declaration_info import DeclarationInfo
from workarounds.audit.scan_result import ScanResult
from workarounds.declarations import expiry
from workarounds.declarations import releases
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Location
from workarounds.diagnostics import Rule
from workarounds.source import references
from workarounds.source.references import Reference
from workarounds.source.references import SourceRange

#: The functions that read a workaround.
LOOKUPS: Final = ('enabled', 'value', 'param')
#: Where to report a workaround that is declared elsewhere, best place first.
_CODE: Final = ('declaration', 'option', *references.READS, 'setting')

#: The directory in which a project describes each of its releases.
_HISTORY: Final = 'releasenotes'

#: Returns for a declaration why its code may be deleted, as a clause; empty
#: text if nothing says so.
WhyRemovable = Callable[[DeclarationInfo], str]
#: Returns for the name of a workaround the command that removes its code.
RetireCommand = Callable[[str], str]


def retire_here(name: str) -> str:
    """Return the command that removes a workaround from this directory."""
    return f'workarounds retire {name} .'


class SourceRule(Rule):
    """A rule about source code.

    :cvar scope: what the rule must see: one ``file``, one file and the
        ``names`` of all workarounds, or the whole ``project``
    :cvar needs: the facts without which the rule does not report everything:
        the ``version`` of the project, its ``requirements``
    :cvar can_be_suppressed: whether a comment can suppress it
    """

    file = 'code.py'
    scope: ClassVar[Literal['file', 'names', 'project']] = 'project'
    needs: ClassVar[frozenset[str]] = frozenset()
    can_be_suppressed: ClassVar[bool] = True

    def check(self, context: 'Context') -> Iterator[Diagnostic]:
        """Yield what is wrong."""
        raise NotImplementedError


@dataclasses.dataclass(frozen=True, slots=True)
class Context:
    """Source code as the rules see it.

    :param today: day that expiry dates are compared with
    :param service_version: version of the source, ``None`` if not known
    :param is_stable: whether the source is of a stable branch
    :param knows_names: whether all declarations are known; otherwise no name
        can be called wrong
    :param why_removable: see :func:`workarounds.audit.check`
    :param retire_command: see :func:`workarounds.audit.check`
    """

    result: ScanResult
    today: datetime.date
    service_version: str | None
    is_stable: bool = False
    knows_names: bool = True
    why_removable: WhyRemovable | None = None
    retire_command: RetireCommand = retire_here

    @property
    def facts(self) -> frozenset[str]:
        """The facts that are known, of those that rules need."""
        known = {
            'version': self.service_version is not None,
            'requirements': self.why_removable is not None,
        }
        return frozenset(name for name, is_known in known.items() if is_known)

    @property
    def release(self) -> str | None:
        """The release that the source will be part of, if known."""
        if self.service_version is None:
            return None
        return releases.release_under_development(
            self.service_version, is_stable=self.is_stable
        )

    @property
    def references(self) -> tuple[Reference, ...]:
        """All references to workarounds, by place."""
        return self.result.references

    @property
    def declarations(self) -> DeclarationIndex:
        """All known workarounds."""
        return self.result.declarations

    def references_to(
        self, declaration: DeclarationInfo
    ) -> tuple[Reference, ...]:
        """Return the references to one workaround."""
        return self.result.references_to(declaration)

    def declaration_of(self, reference: Reference) -> DeclarationInfo | None:
        """Return the workaround that a reference is to."""
        if is_by_name(reference):
            return self.declarations.get(reference.name)
        return self.declarations.referred_to(reference)

    def live_declarations(
        self,
    ) -> Iterator[tuple[DeclarationInfo, SourceRange]]:
        """Yield live workarounds whose code is here, with their place.

        The code of other workarounds in a catalogue is in another source tree.
        """
        for declaration in self.declarations:
            if declaration.removed_in is None:
                place = declaration.place or self._place_of_code(declaration)
                if place is not None:
                    yield declaration, place

    def _place_of_code(
        self, declaration: DeclarationInfo
    ) -> SourceRange | None:
        places = {
            reference.kind: reference.place
            for reference in reversed(self.references_to(declaration))
        }
        return next((places[kind] for kind in _CODE if kind in places), None)

    def is_expired(self, declaration: DeclarationInfo) -> bool:
        """Return whether a workaround has reached its expiry."""
        return declaration.expires is not None and expiry.is_over(
            declaration.expires,
            today=self.today,
            service_version=self.release,
        )

    def describe_outdated(
        self, reference: Reference
    ) -> tuple[str, str, str] | None:
        """Return why a text that names a workaround is outdated.

        :returns: the name of the workaround, a clause about it, and the cure;
            ``None`` if the text is not outdated
        """
        declaration = self.declarations.referred_to(reference)
        if declaration is None:
            return None
        if declaration.removed_in is not None:
            if _HISTORY in pathlib.PurePath(reference.place.path).parts:
                return None
            removal = describe_removal(declaration)
            return declaration.name, removal, 'delete or change it'
        if not self.is_expired(declaration) or declaration.expires is None:
            return None
        return (
            declaration.name,
            f'expired {expiry.describe(declaration.expires)}',
            'change it when you remove the workaround',
        )

    def cure_expiry(self, declaration: DeclarationInfo) -> str:
        """Return the cure for an expired workaround, as a clause."""
        return (
            f'remove it ({self.retire_command(declaration.name)}), or set a '
            f'later expires and add this one to renewed_from'
        )

    def unevaluated(self) -> list[str]:
        """Return workarounds whose expiry needs a version to be evaluated."""
        return [
            declaration.name
            for declaration, _ in self.live_declarations()
            if isinstance(declaration.expires, str)
        ]


def location_of(place: SourceRange) -> Location:
    """Return a place as a location; line 0 is the whole file."""
    if not place.line:
        return Location(place.path)
    return Location(
        place.path,
        place.line,
        place.column + 1,
        place.end_line,
        place.end_column + 1,
    )


def describe_removal(declaration: DeclarationInfo) -> str:
    """Return when a workaround was removed, as a clause."""
    return f'was removed in {declaration.removed_in or "an earlier release"}'


def replacement(reference: Reference, declaration: DeclarationInfo) -> str:
    """Return the lookup that replaces a read of an option.

    For ``CONF.workarounds.disable_flush`` it is
    ``not workarounds.enabled('flush_images')``.
    """
    name = repr(declaration.name)
    group = ''
    if declaration.needs_group:
        is_known = reference.kind == 'direct'
        group = f', group={repr(reference.group) if is_known else "..."}'
    param = declaration.param_of(reference)
    if param is not None:
        return f'workarounds.param({name}, {param.key!r}{group})'
    if declaration.has_values:
        return f'workarounds.value({name}{group})'
    negation = 'not ' if declaration.polarity == 'disabled_by' else ''
    return f'{negation}workarounds.enabled({name}{group})'


def may_have(
    declarations: DeclarationIndex, reference: Reference
) -> list[str]:
    """Return the workarounds that may have a reference as hidden option."""
    return [
        declaration.name
        for declaration in declarations
        if declaration.may_have(reference)
    ]


def is_by_name(reference: Reference) -> bool:
    """Return whether a reference names a workaround, not an option.

    Examples: ``workarounds.enabled('name')``, ``WorkaroundFixture(name=1)``.
    """
    return reference.kind in LOOKUPS or (
        reference.kind == 'setting' and not reference.group
    )


def fixed_by(declaration: DeclarationInfo) -> str:
    """Return the versions with the fix, in parentheses, if there are any."""
    fixes = declaration.fixed_by
    return f' (fixed by {fixes})' if fixes else ''
