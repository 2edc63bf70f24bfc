# SPDX-License-Identifier: Apache-2.0
"""Bugs: which addresses are of the same one, and what is known of its fix."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
import dataclasses
import re
from typing import Protocol

from workarounds.advice.facts import versions
from workarounds.advice.facts.versions import Scheme
from workarounds.declarations.expiry import Unstated
from workarounds.declarations.fixes import Fix
from workarounds.declarations.fixes import Package
from workarounds.declarations.fixes import PackageFix
from workarounds.declarations.fixes import single_fixes

# Launchpad numbers the bugs of all projects together, and has an address of
# each for every project that it affects.
_LAUNCHPAD = re.compile(
    r'https?://bugs\.launchpad\.net/(?:.*/\+bug|bugs)/([0-9]+)/?'
)
#: States of a package that lacks the fix, or of which that is not known.
_NOT_FIXED = ('unfixed', 'wont-fix', 'end-of-life', 'undetermined')


class Fixable(Protocol):
    """A declaration, or what source shows of one."""

    @property
    def bugs(self) -> Sequence[str] | Unstated:
        """The URLs of its bugs."""

    @property
    def fixes(self) -> tuple[Fix, ...]:
        """Its fixes, all of them required."""


@dataclasses.dataclass(frozen=True)
class FixData:
    """The facts of data files about the fix of a bug in a component.

    :param bug: URL of the bug
    :param packages: package with the fix, by platform
    :param reopened: URL of a page that says that the fix did not hold
    :param place: file and line of the facts
    """

    component: str
    bug: str
    packages: Mapping[str, Package] = dataclasses.field(default_factory=dict)
    reopened: str | None = None
    place: str = dataclasses.field(default='', compare=False)

    @property
    def key(self) -> tuple[str, str]:
        """The component and the bug, as of a fix in a declaration."""
        return self.component, identity(self.bug)


def identity(address: str) -> str:
    """Return a key that is equal for all URLs of one bug."""
    launchpad = _LAUNCHPAD.fullmatch(address)
    if launchpad:
        return f'launchpad {launchpad[1]}'
    return address.removeprefix('https:').removeprefix('http:').rstrip('/')


def keys(workaround: Fixable, fix: PackageFix) -> Iterator[tuple[str, str]]:
    """Yield the keys of the data about one of a declaration's fixes.

    A fix that names no bug is for all bugs of the workaround that no other fix
    in the component names. Several such fixes are ambiguous and get no data.
    """
    if fix.bug:
        yield fix.component, identity(fix.bug)
        return
    same = [
        declared
        for declared in single_fixes(workaround.fixes)
        if isinstance(declared, PackageFix)
        and declared.component == fix.component
    ]
    if sum(not declared.bug for declared in same) > 1:
        return
    named = {identity(declared.bug) for declared in same if declared.bug}
    stated = workaround.bugs
    addresses = () if isinstance(stated, Unstated) else stated
    for bug in map(identity, addresses):
        if bug not in named:
            yield fix.component, bug


def merge(
    known: Iterable[FixData], schemes: Mapping[str, Scheme]
) -> dict[str, Package]:
    """Return the packages that have the fixes of all of several bugs.

    :param schemes: by platform, the rules for its versions
    """
    found: dict[str, Package] = {}
    for data in known:
        for platform, package in data.packages.items():
            other = found.get(platform, package)
            found[platform] = _later(other, package, schemes.get(platform))
    return found


def _later(first: Package, second: Package, scheme: Scheme | None) -> Package:
    """Return the one of two packages that has the fix later."""
    if first == second:
        return first
    for package in (first, second):
        if package.state in _NOT_FIXED:
            return package
    if not first.fixed_in or not second.fixed_in:
        return first if first.fixed_in else second
    try:
        if scheme is None or first.name != second.name:
            raise versions.IncomparableVersionError(first.fixed_in, 'upstream')
        is_later = versions.is_at_least(
            scheme, first.fixed_in, second.fixed_in
        )
    except versions.IncomparableVersionError:
        return Package(
            name=first.name, state='undetermined', evidence=first.evidence
        )
    return first if is_later else second
