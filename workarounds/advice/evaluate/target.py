# SPDX-License-Identifier: Apache-2.0
"""The target of an evaluation, and its result."""

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
    """Whether one fix is in place.

    :param is_fixed: ``None`` if that is not known
    :param reason: why; the same word for all questions
    :param fields: facts behind the reason
    """

    is_fixed: bool | None
    reason: str
    fields: Fields = dataclasses.field(default_factory=dict)

    @property
    def is_choice(self) -> bool:
        """Whether the workaround is a preference, which no fact decides."""
        return self.reason == 'preference'

    def extended(self, **fields: Any) -> 'Evaluation':
        """Return the evaluation with more fields, without ``None``."""
        known = {k: v for k, v in fields.items() if v is not None}
        return dataclasses.replace(self, fields={**self.fields, **known})


@dataclasses.dataclass(frozen=True)
class Target:
    """A host, a platform, or the code of a release.

    :param dataset: facts of platforms and fixes
    :param platform: platform of the host, or the one to assess
    :param release: release of the service that runs, or of the code
    :param service: facts of the service in that release
    :param host: facts of the host; ``None`` if no host is assessed
    :param files: configuration of the service on the host, if known
    :param library: Python distribution that declares the workaround, if it is
        not the service
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
        """Return the release that a workaround is assessed for, if known."""
        release: object = self.release
        if library is not None and self.host is not None:
            reported = self.host.component(f'pypi:{library}')
            release = getattr(reported, 'version', None)
        return release if isinstance(release, str) else None

    def row(self, rows: Mapping[str, object]) -> str | None:
        """Return the key of the platform's row."""
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
