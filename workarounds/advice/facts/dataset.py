# SPDX-License-Identifier: Apache-2.0
"""The facts of all data files together."""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
import dataclasses
import datetime
import functools
import os
from typing import Any

from workarounds import exceptions
from workarounds.advice.facts import bugs
from workarounds.advice.facts import documents as facts_documents
from workarounds.advice.facts.bugs import Fixable
from workarounds.advice.facts.bugs import FixData
from workarounds.advice.facts.documents import Document
from workarounds.advice.facts.platforms import Platform
from workarounds.advice.facts.platforms import Shipped
from workarounds.advice.facts.rows import Rows
from workarounds.advice.facts.services import Service
from workarounds.advice.facts.services import Stated
from workarounds.advice.facts.services import Supported
from workarounds.declarations.fixes import AnyOf
from workarounds.declarations.fixes import Fix
from workarounds.declarations.fixes import Package
from workarounds.declarations.fixes import PackageFix
from workarounds.declarations.fixes import ReleaseFix
from workarounds.declarations.fixes import single_fixes
from workarounds.declarations.fixes import SingleFix
from workarounds.declarations.registry import Registry

#: Days after which platforms may have been released that no data file has.
_STALE_AFTER = 180


@dataclasses.dataclass(frozen=True)
class Component:
    """Other software, and how to ask it for its version.

    :param title: common name
    :param probe: probe that can ask it
    :param ask: question for that probe
    """

    title: str
    probe: str | None = None
    ask: str = ''


@dataclasses.dataclass(frozen=True)
class Dataset:
    """Facts about platforms, components, services and fixes.

    :param ships: first shipped versions, by component, then by platform
    :param series: first release in each series of OpenStack, by project, then
        by the name of the series
    :param fixes: one fix for each component and bug
    :param as_of: day of the oldest file; ``None`` if there is none
    """

    components: Mapping[str, Component] = dataclasses.field(
        default_factory=dict
    )
    platforms: Mapping[str, Platform] = dataclasses.field(default_factory=dict)
    ships: Mapping[str, Mapping[str, Shipped]] = dataclasses.field(
        default_factory=dict
    )
    services: Mapping[str, Service] = dataclasses.field(default_factory=dict)
    series: Mapping[str, Mapping[str, Stated]] = dataclasses.field(
        default_factory=dict
    )
    fixes: Sequence[FixData] = ()
    as_of: datetime.date | None = None

    def is_stale(self, today: datetime.date) -> bool:
        """Return whether a file names a day more than 180 days ago."""
        if self.as_of is None:
            return False
        return (today - self.as_of).days > _STALE_AFTER

    def component(self, name: str) -> Component:
        """Return a component; a Python distribution if no data file has it."""
        kind, _, rest = name.rpartition(':')
        if name in self.components:
            return self.components[name]
        if kind in ('', 'pypi'):
            return Component(rest, probe='python', ask=rest)
        return Component(name)

    def is_guessed(self, component: str) -> bool:
        """Return whether nothing says that it is a Python distribution."""
        return component not in self.components and ':' not in component

    def title(self, component: str) -> str:
        """Return the common name of a component."""
        return self.component(component).title

    def fixes_of(self, workaround: Fixable) -> list[Fix]:
        """Return a declaration's fixes with what data files add to them."""
        return [
            AnyOf(*(self._fix(workaround, single) for single in fix.fixes))
            if isinstance(fix, AnyOf)
            else self._fix(workaround, fix)
            for fix in workaround.fixes
        ]

    def _fix(self, workaround: Fixable, fix: SingleFix) -> SingleFix:
        if isinstance(fix, ReleaseFix):
            return self._with_release(fix)
        if not isinstance(fix, PackageFix):
            return fix
        known = [
            self._known_fixes[key]
            for key in bugs.keys(workaround, fix)
            if key in self._known_fixes
        ]
        if not known:
            return fix
        schemes = {
            name: platform.packages
            for name, platform in self.platforms.items()
        }
        reopened = [data.reopened for data in known if data.reopened]
        return PackageFix(
            component=fix.component,
            version=fix.version,
            affected=fix.affected,
            packages={**fix.packages, **bugs.merge(known, schemes)},
            bug=fix.bug,
            reopened=next(iter(reopened), fix.reopened),
        )

    def _with_release(self, fix: ReleaseFix) -> ReleaseFix:
        """Return a fix with the first release of the series that it names.

        A series without a known release stays, and cannot be compared.
        """
        series = self.series.get(fix.project or '', {})
        named = {
            field: series[value].version
            for field in ('version', 'open_in')
            if isinstance(value := getattr(fix, field), str)
            and value in series
        }
        return ReleaseFix(**{**vars(fix), **named}) if named else fix

    @functools.cached_property
    def _known_fixes(self) -> Mapping[tuple[str, str], FixData]:
        return {data.key: data for data in self.fixes}


def read_data(paths: Iterable[str | os.PathLike[str]]) -> Dataset:
    """Read data files; a later file replaces rows of earlier ones.

    :raises workarounds.exceptions.DataFileError: with all problems of all
        files, each with its file and line, and the cure
    """
    documents: list[Document] = []
    problems: list[str] = []
    for path in paths:
        try:
            documents.append(facts_documents.read_document(path, 'data'))
        except exceptions.DataFileError as error:
            problems += error.args
    rows = Rows(documents)
    # Rows that seem to be missing may be in the broken file.
    problems = problems or list(rows.problems())
    if problems:
        raise exceptions.DataFileError(*problems)
    return _dataset(rows)


def unused(
    dataset: Dataset, registry: Registry, files: Iterable[str]
) -> list[str]:
    """Return a message for each fix that belongs to no declaration."""
    beginnings = tuple(f'{file}:' for file in files)
    used = {
        key
        for workaround in registry
        for fix in single_fixes(workaround.fixes)
        if isinstance(fix, PackageFix)
        for key in bugs.keys(workaround, fix)
    }
    return [
        f'{data.place}: no declaration here has exactly one fix in '
        f'{data.component} for that bug'
        for data in dataset.fixes
        if data.place.startswith(beginnings) and data.key not in used
    ]


def _dataset(rows: Rows) -> Dataset:
    return Dataset(
        components={
            name: Component(**row)
            for name, row in rows.section('components').items()
        },
        platforms={
            name: Platform(name, **_with_dates(row))
            for name, row in rows.section('platforms').items()
        },
        ships={
            component: {
                platform: _a_shipped(row)
                for platform, row in of_platforms.items()
            }
            for component, of_platforms in rows.nested('ships').items()
        },
        series={
            project: {name: Stated(**row) for name, row in named.items()}
            for project, named in rows.nested('series').items()
        },
        services={
            name: _a_service(name, row)
            for name, row in rows.section('services').items()
        },
        fixes=tuple(_a_fix(row) for row in rows.fixes),
        as_of=min(map(datetime.date.fromisoformat, rows.days), default=None),
    )


def _with_dates(row: Mapping[str, Any]) -> dict[str, Any]:
    dates = ('released', 'end_of_life', 'long_term')
    return {
        key: datetime.date.fromisoformat(value) if key in dates else value
        for key, value in row.items()
    }


def _a_shipped(row: Mapping[str, Any]) -> Shipped:
    bound = row.get('at_least')
    rest = {key: value for key, value in row.items() if key != 'at_least'}
    if bound is None:
        return Shipped(**rest)
    return Shipped(version=bound, is_lower_bound=True, **rest)


def _a_service(name: str, row: Mapping[str, Any]) -> Service:
    peer = row.get('oldest_peer')
    return Service(
        name=name,
        title=row['title'],
        platforms={
            platform: Supported(**supported)
            for platform, supported in row['platforms'].items()
        },
        distribution=row.get('distribution'),
        version=row.get('version'),
        source=row.get('source', ''),
        oldest_peer=Stated(**peer) if peer else None,
        requires={
            component: Stated(**stated)
            for component, stated in row.get('requires', {}).items()
        },
    )


def _a_fix(row: Mapping[str, Any]) -> FixData:
    return FixData(
        component=row['component'],
        bug=row['bug'],
        place=row['place'],
        packages={
            platform: Package(**package)
            for platform, package in row.get('packages', {}).items()
        },
        reopened=row.get('reopened'),
    )
