# SPDX-License-Identifier: Apache-2.0
"""Services: the platforms and releases that each supports."""

from collections.abc import Mapping
import contextlib
import dataclasses
import datetime
from typing import Literal

from workarounds.advice.facts import versions
from workarounds.advice.facts.platforms import Platform


@dataclasses.dataclass(frozen=True)
class Stated:
    """A version, and where it is stated."""

    version: str
    source: str


@dataclasses.dataclass(frozen=True)
class Supported:
    """A service's support of a platform.

    :param until: how long: to the end of the platform's ordinary support, or
        longer
    :param source: URL of the statement
    """

    source: str
    until: Literal['end_of_life', 'long_term'] = 'end_of_life'

    def last_day(self, platform: Platform) -> datetime.date | None:
        """Return the last day, ``None`` if there is no known one."""
        if self.until == 'long_term':
            return platform.long_term
        return platform.end_of_life


@dataclasses.dataclass(frozen=True)
class Service:
    """The facts of a service.

    :param name: name of its catalogue
    :param title: common name
    :param platforms: platforms that it supports
    :param distribution: Python distribution
    :param version: release that its catalogue describes
    :param source: URL of that statement
    :param oldest_peer: oldest release that other hosts of the deployment may
        run
    :param requires: lowest versions of components with which it runs; Python
        distributions have ``pypi:`` before their names
    """

    name: str
    title: str
    platforms: Mapping[str, Supported]
    distribution: str | None = None
    version: str | None = None
    source: str = ''
    oldest_peer: Stated | None = None
    requires: Mapping[str, Stated] = dataclasses.field(default_factory=dict)

    def of_release(self, version: str | None) -> 'Service':
        """Return the facts that hold for a release: fewer if it is older."""
        with contextlib.suppress(versions.IncomparableVersionError):
            if (
                version is None
                or self.version is None
                or versions.is_at_least('releases', version, self.version)
            ):
                return self
        return dataclasses.replace(
            self, oldest_peer=None, requires={}, platforms={}
        )
