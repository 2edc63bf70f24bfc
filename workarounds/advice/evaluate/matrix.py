# SPDX-License-Identifier: Apache-2.0
"""The maintainer's question, what code may be deleted, in a table."""

from collections.abc import Mapping
from collections.abc import Sequence
import dataclasses
import datetime
from typing import Any

from workarounds.advice.evaluate import platform_status
from workarounds.advice.evaluate import removal as evaluate_removal
from workarounds.advice.evaluate.platform_status import Cell
from workarounds.advice.evaluate.release_fix import Release
from workarounds.advice.evaluate.removal import Removal
from workarounds.advice.evaluate.removal import Verdict
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.platforms import Platform
from workarounds.advice.facts.services import Service
from workarounds.advice.facts.services import Supported
from workarounds.config import help_text
from workarounds.declarations import expiry
from workarounds.declarations.declaration import RemovedWorkaround
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.registry import Registry

SCHEMA_VERSION = 1


@dataclasses.dataclass(frozen=True)
class Column:
    """A platform that the service supports.

    :param last_day: of its support, ``None`` if there is no known one
    :param is_over: the last day has passed, so that it blocks nothing
    :param source: where the service says that it supports it
    """

    platform: Platform
    last_day: datetime.date | None
    is_over: bool
    source: str


@dataclasses.dataclass(frozen=True)
class Row:
    """One workaround, on all platforms.

    :param removal: whether its code may be deleted, and why
    :param is_expired: somebody should have looked at it by now
    :param cells: by platform; none if its fix is not in a package
    """

    workaround: Workaround
    removal: Removal
    is_expired: bool
    cells: Mapping[str, Cell]

    @property
    def urgency(self) -> tuple[int, str]:
        """How soon somebody should read it: a key to sort by."""
        order = {'removable': 0, 'blocked': 2, 'unknown': 3}
        place = order[self.removal.verdict]
        return min(place, 1) if self.is_expired else place, self.name

    @property
    def is_removable(self) -> bool:
        """Whether its code may be deleted."""
        return self.removal.verdict == 'removable'

    @property
    def name(self) -> str:
        """The workaround's name."""
        return self.workaround.name


@dataclasses.dataclass(frozen=True)
class Matrix:
    """Workarounds by platforms, as of one day.

    :param service: what the service says of itself, if a data file has it
    :param service_version: the release whose code it is about
    """

    as_of: datetime.date
    service: Service | None
    service_version: str | None
    columns: Sequence[Column]
    rows: Sequence[Row]
    removed: Sequence[RemovedWorkaround]

    def count(self, verdict: Verdict) -> int:
        """Count the workarounds that have a verdict."""
        return sum(row.removal.verdict == verdict for row in self.rows)

    def to_data(self) -> dict[str, Any]:
        """Return all of it as plain data."""
        service = self.service
        return {
            'schema': SCHEMA_VERSION,
            'as_of': self.as_of.isoformat(),
            'service': service.name if service else None,
            'service_version': self.service_version,
            'service_source': service.source if service else '',
            'platforms': [_column_data(column) for column in self.columns],
            'workarounds': [_row_data(row) for row in self.rows],
            'removed': [
                {
                    'name': one.name,
                    'options': list(one.options),
                    'removed_in': one.removed_in,
                    'reason': one.reason,
                }
                for one in self.removed
            ],
        }


def build(
    registry: Registry,
    dataset: Dataset,
    *,
    service: Service | None,
    service_version: str | None,
    as_of: datetime.date,
) -> Matrix:
    """Judge all workarounds on all platforms.

    :param service: whose platforms count; all living ones that are known if
        it is ``None``
    :param service_version: the release whose code is looked at, that of the
        service's data if left out
    :param as_of: the day that ends of life and expiries are compared with
    """
    if service is not None:
        service_version = service_version or service.version
        service = service.of_release(service_version)
    columns = _columns(dataset, service, as_of)
    living = {
        column.platform.id: column.last_day
        for column in columns
        if not column.is_over
    }
    release = Release(service_version, service)
    rows = []
    for workaround in registry:
        fixes = dataset.fixes_of(workaround)
        cells = {
            column.platform.id: cell
            for column in columns
            if (
                cell := platform_status.of(
                    fixes, column.platform, dataset, service
                )
            )
        }
        rows.append(
            Row(
                workaround,
                evaluate_removal.judge(fixes, cells, living, release),
                expiry.is_over(
                    workaround.expires,
                    today=as_of,
                    service_version=service_version,
                ),
                cells,
            )
        )
    rows.sort(key=lambda row: row.urgency)
    return Matrix(
        as_of, service, service_version, columns, rows, registry.removed
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
        last_day = statement.last_day(platform)
        is_over = last_day is not None and last_day < as_of
        columns.append(Column(platform, last_day, is_over, statement.source))
    return columns


def _column_data(column: Column) -> dict[str, Any]:
    last_day, released = column.last_day, column.platform.released
    return {
        'id': column.platform.id,
        'title': column.platform.title,
        'released': released.isoformat() if released else None,
        'last_day': last_day.isoformat() if last_day else None,
        'is_over': column.is_over,
        'source': column.source,
    }


def _row_data(row: Row) -> dict[str, Any]:
    workaround, removal = row.workaround, row.removal
    return {
        'name': workaround.name,
        'summary': workaround.summary,
        'option': workaround.option,
        'verdict': removal.verdict,
        'why': removal.why,
        'blocked_by': list(removal.blockers),
        'until': removal.until.isoformat() if removal.until else None,
        'fixed_in': help_text.fixed_in(workaround),
        'expires': expiry.summary(workaround.expires),
        'is_expired': row.is_expired,
        'weakens_security': workaround.weakens_security,
        'bugs': list(help_text.bugs(workaround)),
        'cells': {
            platform: dataclasses.asdict(cell)
            for platform, cell in row.cells.items()
        },
    }
