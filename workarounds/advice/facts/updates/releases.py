# SPDX-License-Identifier: Apache-2.0
"""Releases of distributions, as a source has them, and what is new in them."""

from collections.abc import Iterable
from collections.abc import Mapping
import dataclasses
import datetime
from typing import Any

from workarounds.advice.facts import platforms
from workarounds.advice.facts.platforms import Platform

_DATES = ('released', 'end_of_life', 'long_term')


@dataclasses.dataclass(frozen=True)
class Release:
    """A release of a distribution, as a source has it.

    :param id: ``ID:VERSION_ID`` of its os-release file
    :param title: common name
    :param source: source of these facts
    :param as_of: day of the source
    """

    id: str
    title: str
    source: str
    as_of: datetime.date
    released: datetime.date | None = None
    end_of_life: datetime.date | None = None
    long_term: datetime.date | None = None


def new_rows(
    releases: Iterable[Release],
    known: Mapping[str, Platform],
    known_as_of: datetime.date | None,
) -> dict[str, dict[str, Any]]:
    """Return the rows of platforms that are missing or outdated.

    A missing platform gets a row only if it is newer than all known ones of
    its distribution. A known one changes only by a newer source.

    :param known: the platforms of the data files
    :param known_as_of: the day of the newest of them
    """
    found = {}
    for release in releases:
        platform = known.get(release.id)
        if platform is None:
            newest = platforms.newest(release.id, known)
            if newest is not None and release.released is not None:
                manager = known[newest].packages
                found[release.id] = _row(release, release.title, manager)
        elif known_as_of is None or release.as_of > known_as_of:
            row = {
                **_row(platform, platform.title, platform.packages),
                **_row(release, platform.title, platform.packages),
            }
            if any(row.get(key) != _text(platform, key) for key in _DATES):
                found[release.id] = row
    return found


def _row(
    facts: Release | Platform, title: str, manager: str
) -> dict[str, Any]:
    dates = {key: _text(facts, key) for key in _DATES}
    lists = {
        key: list(getattr(facts, key, ())) for key in ('marks', 'vendors')
    }
    optional = {**dates, 'source': facts.source, 'packages': manager, **lists}
    return {
        'title': title,
        **{key: value for key, value in optional.items() if value},
    }


def _text(facts: Release | Platform, key: str) -> str | None:
    day: datetime.date | None = getattr(facts, key)
    return day.isoformat() if day else None
