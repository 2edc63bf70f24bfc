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
    :param title: common name
    :param packages: package manager
    :param source: source of these facts
    :param released: day of the release
    :param end_of_life: last day of the ordinary support
    :param long_term: last day of the support that follows, if it is free for
        everyone
    :param marks: marks in the versions of its own packages
    :param vendors: vendors of its own packages
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

    :param version: version, as upstream writes it
    :param package: package that has the version
    :param source: source of these facts
    :param package_version: version, as the distribution writes it
    :param is_lower_bound: whether the platform takes newer versions over
        time, and so has this version or a later one now
    """

    version: str
    package: str
    source: str
    package_version: str | None = None
    is_lower_bound: bool = False


def row(platform: str | Unknown, rows: Container[str]) -> str | None:
    """Return the row for a platform, if there is one.

    The row of ``rocky:9`` is for ``rocky:9.4`` too.
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
