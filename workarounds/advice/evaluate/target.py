# SPDX-License-Identifier: Apache-2.0
"""What a fix is evaluated for, and the result of that."""

from collections.abc import Mapping
import dataclasses
from typing import Any

from workarounds.advice.facts import platforms
from workarounds.advice.facts import requirements
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.hosts import Host
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.services import Service
from workarounds.advice.facts.services import Stated
from workarounds.config.files import ConfigFiles

#: Plain JSON values; ``fields.FIELDS`` has all names.
Fields = Mapping[str, Any]


@dataclasses.dataclass(frozen=True)
class Evaluation:
    """Whether one fix holds.

    :param is_fixed: ``None`` if that is not known
    :param reason: a word that all questions that can have it share
    :param fields: the facts behind it
    """

    is_fixed: bool | None
    reason: str
    fields: Fields = dataclasses.field(default_factory=dict)

    @property
    def is_choice(self) -> bool:
        """Whether it is a preference, which no fact decides."""
        return self.reason == 'preference'

    def extended(self, **fields: Any) -> 'Evaluation':
        """Return it with more fields; those that are ``None`` are left out."""
        known = {k: v for k, v in fields.items() if v is not None}
        return dataclasses.replace(self, fields={**self.fields, **known})


@dataclasses.dataclass(frozen=True)
class Target:
    """A host, a platform, or the code of a release.

    :param platform: of the host, or the one to look at
    :param release: of the service that runs, or whose code it is
    :param service: what that release of the service says of itself
    :param host: what runs; ``None`` if no host is looked at
    :param files: the configuration of the service there, if it is known
    :param library: the distribution whose workaround it is, if it is not the
        service's own
    """

    dataset: Dataset
    platform: str | Unknown
    release: str | Unknown
    service: Service | None = None
    host: Host | None = None
    files: ConfigFiles | None = None
    library: str | None = None

    def minimum(self, component: str) -> Stated | None:
        """Return the version of a component that the service requires."""
        requires = self.service.requires if self.service else {}
        known = self.dataset.component(component)
        if component not in requires and known.probe == 'python':
            return requires.get(requirements.key(known.ask))
        return requires.get(component)

    def release_of(self, library: str | None) -> str | None:
        """Return the release that a workaround is judged for, if known."""
        release: object = self.release
        if library is not None and self.host is not None:
            reported = self.host.component(f'pypi:{library}')
            release = getattr(reported, 'version', None)
        return release if isinstance(release, str) else None

    def row(self, rows: Mapping[str, object]) -> str | None:
        """Return the key of the row that is about the platform."""
        return platforms.row(self.platform, rows)

    @property
    def newer_than_facts(self) -> dict[str, Any] | None:
        """Return the fields that say so of the platform, if it is."""
        if isinstance(self.platform, Unknown):
            return None
        rows, as_of = self.dataset.platforms, self.dataset.as_of
        day = {'facts_as_of': as_of.isoformat()} if as_of else {}
        row = self.row(rows)
        if row is None:
            newest = platforms.newest(self.platform, rows)
            return {'newest_known': newest, **day} if newest else None
        released = rows[row].released
        if as_of and released and released > as_of:
            return {'released': released.isoformat(), **day}
        return None

    @property
    def place(self) -> dict[str, Any]:
        """Return the field that names the platform, or says why none does."""
        if isinstance(self.platform, Unknown):
            return {'platform_detail': self.platform.reason}
        return {'platform': self.platform}
