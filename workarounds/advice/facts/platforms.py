# SPDX-License-Identifier: Apache-2.0
"""Platforms, and what each first shipped."""

from collections.abc import Container
from collections.abc import Iterable
from collections.abc import Sequence
import dataclasses
import datetime
import re

from workarounds.advice.facts.hosts import PackageManager
from workarounds.advice.facts.hosts import Unknown

#: Each has the packages of another distribution, under the same versions.
_REBUILT_FROM = {
    'almalinux': 'rhel',
    'centos': 'rhel',
    'ol': 'rhel',
    'rocky': 'rhel',
}
#: openSUSE Leap began with 42.1 (2015), and went on with 15.0 after 42.3.
_FIRST_LEAP = 42


@dataclasses.dataclass(frozen=True)
class Platform:
    """A release of a distribution.

    :param id: ``ID:VERSION_ID`` of its os-release file
    :param title: the name that people know it by
    :param packages: its package manager
    :param source: where these facts come from
    :param released: when it was released
    :param end_of_life: the last day of its ordinary support
    :param long_term: the last day of the support that follows, if that is
        free for everybody
    :param marks: what stands in the versions of its own packages
    :param vendors: who builds its own packages
    """

    id: str
    title: str
    packages: PackageManager
    source: str
    released: datetime.date | None = None
    end_of_life: datetime.date | None = None
    long_term: datetime.date | None = None
    marks: Sequence[str] = ()
    vendors: Sequence[str] = ()


@dataclasses.dataclass(frozen=True)
class Shipped:
    """The version of a component that a platform first shipped, or has now.

    :param version: as upstream writes it
    :param package: the package whose version tells
    :param source: where these facts come from
    :param package_version: as the distribution writes it
    :param is_lower_bound: the platform takes newer versions as time goes by,
        and has that one or a later one now
    """

    version: str
    package: str
    source: str
    package_version: str | None = None
    is_lower_bound: bool = False


def row(platform: str | Unknown, rows: Container[str]) -> str | None:
    """Return the row that tells of a platform, if one does.

    That of ``rocky:9`` tells of ``rocky:9.4`` too.
    """
    if isinstance(platform, Unknown):
        return None
    distribution, _, release = platform.partition(':')
    for name in (platform, f'{distribution}:{release.partition(".")[0]}'):
        if name in rows:
            return name
    return None


def related_row(platform: str | Unknown, rows: Container[str]) -> str | None:
    """Return the row of a platform, or of the one that it is rebuilt from."""
    if isinstance(platform, Unknown):
        return None
    distribution, _, release = platform.partition(':')
    original = f'{_REBUILT_FROM.get(distribution, distribution)}:{release}'
    return row(platform, rows) or row(original, rows)


def newest(platform: str, rows: Iterable[str]) -> str | None:
    """Return the newest row of a distribution, if a platform is newer.

    Only releases that are numbers are compared.
    """
    distribution, _, release = platform.partition(':')
    known = {
        numbers: row
        for row in rows
        if row.partition(':')[0] == distribution
        and (numbers := _numbers(distribution, row.partition(':')[2]))
    }
    if not known or _numbers(distribution, release) <= max(known):
        return None
    return known[max(known)]


def _numbers(distribution: str, release: str) -> tuple[int, ...]:
    if not re.fullmatch(r'\d{1,9}(\.\d{1,9})*', release, re.ASCII):
        return ()
    first, *others = map(int, release.split('.'))
    if distribution == 'opensuse-leap' and first == _FIRST_LEAP:
        first = 0
    return first, *others


def link(source: str) -> str:
    """Return a source that is an address, or nothing."""
    return source if re.fullmatch(r'https?://\S+', source) else ''
