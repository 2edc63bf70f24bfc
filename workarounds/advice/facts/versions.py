# SPDX-License-Identifier: Apache-2.0
"""Comparison of versions, by the rules of their scheme.

The only user of univers, and of packaging's specifiers. No function extracts
the upstream part of a distribution's version: distributions backport fixes
without changing it, so it proves nothing.
"""

from collections.abc import Iterable
import functools
import re
from typing import Any
from typing import Literal

from packaging import specifiers
from univers import versions

from workarounds import exceptions
from workarounds.declarations import releases

#: The rules of a package manager, of PEP 440, of OpenStack's releases, or of
#: upstream's plain numbers.
Scheme = Literal['dpkg', 'rpm', 'python', 'releases', 'upstream']

_CLASSES: dict[Scheme, Any] = {
    'dpkg': versions.DebianVersion,
    'rpm': versions.RpmVersion,
    'python': versions.PypiVersion,
    'releases': versions.PypiVersion,
    # Those of QEMU, libvirt or Linux are numbers and release candidates,
    # which PEP 440 orders as their authors do.
    'upstream': versions.PypiVersion,
}
# The classes accept more than the rules allow, and misread some of it.
_WRITTEN: dict[Scheme, re.Pattern[str]] = {
    'dpkg': re.compile(r'([0-9]+:)?[0-9][A-Za-z0-9.+~]*(-[A-Za-z0-9.+~]+)*'),
    'rpm': re.compile(
        r'([0-9]+:)?[0-9][A-Za-z0-9._+~^]*(-[A-Za-z0-9._+~^]+)?'
    ),
    'python': re.compile(r'([0-9]+!)?[0-9][A-Za-z0-9._+-]*'),
    'releases': re.compile(r'([0-9]+!)?[0-9][A-Za-z0-9._+-]*'),
    'upstream': re.compile(r'[0-9][A-Za-z0-9._+-]*'),
}
_LONGEST = 200
_SHOWN = 80


class IncomparableVersionError(exceptions.InvalidVersionError):
    """A version does not follow the rules of its scheme.

    :ivar version: its first characters
    :ivar scheme: the scheme
    """

    def __init__(self, version: str, scheme: Scheme) -> None:
        super().__init__(version, scheme)
        self.version = version
        self.scheme = scheme

    def __str__(self) -> str:
        return f'{self.version!r} is not a valid {self.scheme} version'


def is_at_least(scheme: Scheme, version: str, other: str) -> bool:
    """Return whether a version equals another one or comes after it.

    :raises IncomparableVersionError: one of the two does not follow the rules
        of the scheme
    """
    if scheme == 'releases' and _has_year(version) != _has_year(other):
        # 2015.1.0 is before 12.0.0; 2026.2 is the name of a series, of which
        # each project has a number of its own.
        reached = releases.has_reached(version, other)
        if reached is None:
            series = version if _has_year(version) else other
            raise IncomparableVersionError(series, scheme)
        return reached
    return bool(_parse(scheme, version) >= _parse(scheme, other))


def _has_year(version: str) -> bool:
    year = re.match(r'\d{4}(?!\d)', version)
    return year is not None and int(year[0]) in releases.YEARS


def is_same(scheme: Scheme, version: str, other: str) -> bool:
    """Return whether two versions are the same, as 1.0 and 1.0.0 are.

    :raises IncomparableVersionError: as :func:`is_at_least`
    """
    return bool(_parse(scheme, version) == _parse(scheme, other))


def newest(scheme: Scheme, versions_: Iterable[str]) -> str:
    """Return the newest of several versions.

    :raises IncomparableVersionError: as :func:`is_at_least`
    """
    return max(versions_, key=lambda version: _parse(scheme, version))


def is_in(specifier_set: str, version: str) -> bool:
    """Return whether an upstream version is in a specifier set.

    Unlike packaging, 2.2.0rc1 is in ``<2.2.0``: it comes before.

    :raises IncomparableVersionError: one of the two cannot be parsed
    """
    return all(
        not is_at_least('upstream', version, clause.version)
        if clause.operator == '<'
        else clause.contains(str(_parse('upstream', version)), True)
        for clause in _clauses(specifier_set)
    )


def is_past(specifier_set: str, version: str) -> bool:
    """Return whether an upstream version and all later ones are outside.

    :raises IncomparableVersionError: one of the two cannot be parsed
    """
    return not is_in(specifier_set, version) and any(
        clause.operator in ('<', '<=', '==', '~=')
        and is_at_least('upstream', version, clause.version.removesuffix('.*'))
        and not is_in(str(clause), version)
        for clause in _clauses(specifier_set)
    )


def _clauses(specifier_set: str) -> list[specifiers.Specifier]:
    try:
        return list(specifiers.SpecifierSet(specifier_set))
    except specifiers.InvalidSpecifier:
        raise IncomparableVersionError(
            specifier_set[:_SHOWN], 'upstream'
        ) from None


@functools.lru_cache(maxsize=4096)
def _parse(scheme: Scheme, version: str) -> Any:
    if len(version) <= _LONGEST and re.fullmatch(_WRITTEN[scheme], version):
        try:
            return _CLASSES[scheme](version)
        except ValueError:
            pass
    raise IncomparableVersionError(version[:_SHOWN], scheme)
