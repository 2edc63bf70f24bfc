# SPDX-License-Identifier: Apache-2.0
"""The maintainer's question, what code may be deleted, in a table."""

from collections.abc import Mapping
from collections.abc import Sequence
import dataclasses
import datetime

from workarounds.advice.evaluate.assessment import Assessment
from workarounds.advice.evaluate.assessment import RemovalStatus
from workarounds.advice.evaluate.removal import Code
from workarounds.advice.facts import sources
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.platforms import Platform
from workarounds.advice.facts.services import Service
from workarounds.advice.facts.services import Supported
from workarounds.declarations import expiry
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.registry import Registry
from workarounds.declarations.removed import RemovedWorkaround

_FIRST = (
    RemovalStatus.REMOVABLE,
    'expired',
    RemovalStatus.BLOCKED,
    RemovalStatus.UNKNOWN,
    RemovalStatus.CHOICE,
)


@dataclasses.dataclass(frozen=True)
class Column:
    """A platform that the service supports.

    :param last_day: last day of its support, ``None`` if not known
    :param is_over: whether the last day has passed, so that the platform
        blocks nothing
    :param source: URL of the service's statement that it supports the platform
    """

    platform: Platform
    last_day: datetime.date | None
    is_over: bool
    source: str


@dataclasses.dataclass(frozen=True)
class Row:
    """One workaround, on all platforms.

    :param assessment: whether its code may be deleted, and why
    :param is_expired: whether its expiry has been reached
    :param platforms: assessment of each platform; empty if its fix is not in a
        package
    :param project: Python distribution of the code, if known
    :param namespace: catalogue that declares it, empty if none does
    """

    workaround: Workaround
    assessment: Assessment
    is_expired: bool
    platforms: Mapping[str, Assessment]
    project: str | None = None
    namespace: str = ''

    @property
    def urgency(self) -> tuple[int, str]:
        """How soon it should be read: a key to sort by."""
        place = _FIRST.index(self.assessment.status)
        expired = _FIRST.index('expired')
        return min(place, expired) if self.is_expired else place, self.name

    @property
    def is_removable(self) -> bool:
        """Whether its code may be deleted."""
        return self.assessment.status == RemovalStatus.REMOVABLE

    @property
    def blockers(self) -> Sequence[str]:
        """The supported platforms that do not have a fix."""
        blockers: Sequence[str] = self.assessment.fields.get('blocked_by', ())
        return blockers

    @property
    def name(self) -> str:
        """The workaround's name."""
        return self.workaround.name


@dataclasses.dataclass(frozen=True)
class Matrix:
    """Workarounds by platforms, as of one day.

    :param service: facts of the service, if a data file has them
    :param service_version: release of the assessed code
    :param facts_as_of: day of the oldest data file, if there is one
    :param catalogue: title of the catalogue
    """

    as_of: datetime.date
    service: Service | None
    service_version: str | None
    columns: Sequence[Column]
    rows: Sequence[Row]
    removed: Sequence[RemovedWorkaround]
    facts_as_of: datetime.date | None = None
    catalogue: str = ''

    @property
    def name(self) -> str:
        """The name of the service, or of the catalogue without a service."""
        return self.service.title if self.service else self.catalogue

    @property
    def title(self) -> str:
        """Whose workarounds they are, with the release if it is known."""
        version = self.service_version or ''
        title = self.name or ('release' if version else '')
        return f'{title} {version}'.strip()

    def count(self, status: RemovalStatus) -> int:
        """Count the workarounds that have a status."""
        return sum(row.assessment.status == status for row in self.rows)


def build(
    registry: Registry,
    dataset: Dataset,
    *,
    service: Service | None,
    service_version: str | None,
    as_of: datetime.date,
) -> Matrix:
    """Assess all workarounds of a release on all platforms.

    Workarounds of later releases are left out.

    :param service: service whose platforms count; for ``None``, all known
        platforms that are supported
    :param service_version: release of the assessed code; by default that of
        the service's data
    :param as_of: day that ends of life and expiries are compared with; a
        platform that is released later is left out
    """
    if service is not None:
        service_version = service_version or service.version
        service = service.of_release(service_version)
    columns = _columns(dataset, service, as_of)
    code = Code(
        dataset,
        service_version,
        service,
        [column.platform.id for column in columns],
        {
            column.platform.id: column.last_day
            for column in columns
            if not column.is_over
        },
    )
    rows = []
    projects = sources.projects(registry)
    for workaround in registry:
        library = registry.library_of(workaround)
        release = service_version if library is None else None
        if workaround.is_in(release) is False:
            continue
        removal, platforms = dataclasses.replace(code, library=library).assess(
            dataset.fixes_of(workaround)
        )
        is_expired = expiry.is_over(
            workaround.expires, today=as_of, service_version=release
        )
        rows.append(
            Row(
                workaround,
                removal,
                is_expired,
                platforms,
                projects.get(workaround.name),
                registry.namespace_of(workaround),
            )
        )
    rows.sort(key=lambda row: row.urgency)
    return Matrix(
        as_of,
        service,
        service_version,
        columns,
        rows,
        registry.removed,
        dataset.as_of,
        sources.title(registry),
    )


def _columns(
    dataset: Dataset,
    service: Service | None,
    as_of: datetime.date,
) -> list[Column]:
    if service is not None:
        supported = service.platforms
    else:
        supported = {
            name: Supported(platform.source)
            for name, platform in dataset.platforms.items()
            if platform.end_of_life is None or platform.end_of_life >= as_of
        }
    columns = []
    for name, statement in supported.items():
        platform = dataset.platforms[name]
        if platform.released is not None and platform.released > as_of:
            continue
        last_day = statement.last_day(platform)
        is_over = last_day is not None and last_day < as_of
        columns.append(Column(platform, last_day, is_over, statement.source))
    return columns
