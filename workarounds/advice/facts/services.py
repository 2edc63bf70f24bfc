# SPDX-License-Identifier: Apache-2.0
"""Services: what each supports, and what it runs beside."""

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
    """That a service supports a platform.

    :param until: how long: to the end of its ordinary support, or longer
    :param source: where the service says so
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
    """What a service says of itself.

    :param name: of its catalogue
    :param title: the name that people know it by
    :param platforms: those that it supports
    :param distribution: its Python distribution
    :param version: the release that its catalogue describes
    :param source: where that is stated
    :param oldest_peer: the oldest release of it that may run beside this one
        in one deployment
    :param requires: the versions of components that it refuses to run below;
        those of Python distributions have ``pypi:`` before their names
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
        """Return what is said of a release: less, if it is an older one."""
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
