# SPDX-License-Identifier: Apache-2.0
"""What ``advise`` and ``matrix`` print as JSON and YAML, as plain data.

``schemas/advise.json`` and ``schemas/matrix.json`` describe it, and say what
may change without a new number.
"""

from collections.abc import Mapping
from collections.abc import Sequence
import dataclasses
import datetime
from importlib import metadata
from typing import Any

from workarounds.advice.evaluate.assessment import Assessment
from workarounds.advice.evaluate.host import Advice
from workarounds.advice.evaluate.matrix import Column
from workarounds.advice.evaluate.matrix import Matrix
from workarounds.advice.evaluate.matrix import Row
from workarounds.advice.facts import sources
from workarounds.advice.facts.hosts import Host
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.services import Service
from workarounds.advice.render import action_text
from workarounds.advice.render import sentences
from workarounds.config import help_text
from workarounds.declarations import expiry
from workarounds.declarations.registry import Registry
from workarounds.declarations.removed import RemovedWorkaround
from workarounds.diagnostics import Location

#: The schema of the documents that ``advise`` and ``matrix`` print.
SCHEMA_VERSION = 2


@dataclasses.dataclass(frozen=True)
class AssessedService:
    """The service whose declarations are assessed.

    :param service: facts of the service, if a data file has them
    :param version: its release, if known
    :param version_source: source of the release: ``--service-version``,
        ``host file``, ``installed distribution``, ``data file`` or
        ``catalogue``
    :param projects: distribution of each workaround, by name, if known
    :param name: name of its catalogue
    :param project: distribution that the catalogue names
    """

    service: Service | None = None
    version: str | None = None
    version_source: str | None = None
    projects: Mapping[str, str] = dataclasses.field(default_factory=dict)
    name: str | None = None
    project: str | None = None

    @classmethod
    def of(
        cls,
        registry: Registry,
        service: Service | None,
        version: str | None,
        version_source: str | None,
    ) -> 'AssessedService':
        """Return the service of a registry, named even without a data file."""
        catalogue = registry.catalogue
        return cls(
            service,
            version,
            version_source,
            sources.projects(registry),
            next((name for name, _ in registry.catalogues), None),
            catalogue.project if catalogue else None,
        )


def advice(
    advice: Sequence[Advice],
    host: Host,
    subject: AssessedService,
    facts_as_of: datetime.date | None,
    lines_without_effect: Sequence[Location] = (),
    *,
    message: str | None = None,
) -> dict[str, Any]:
    """Return the assessments of a host, and what to do there.

    :param lines_without_effect: lines that set no known option
    :param message: sentence about what only ``check`` explains
    """
    platform = host.platform
    known = None if isinstance(platform, Unknown) else platform
    return {
        **_head(subject, facts_as_of),
        'host': {'platform': known},
        'workarounds': [
            _advice(assessed, subject, facts_as_of) for assessed in advice
        ],
        'lines_without_effect': [
            {
                'file': place.file,
                'line': place.line,
                'environment': place.environment,
            }
            for place in lines_without_effect
        ],
        'message': message,
    }


def matrix(matrix: Matrix, subject: AssessedService) -> dict[str, Any]:
    """Return a matrix."""
    return {
        **_head(subject, matrix.facts_as_of),
        'as_of': matrix.as_of.isoformat(),
        'platforms': [_column(column) for column in matrix.columns],
        'workarounds': [
            _row(row, subject, matrix.facts_as_of) for row in matrix.rows
        ],
        'removed': [_removed(removal) for removal in matrix.removed],
    }


def _head(
    subject: AssessedService, facts_as_of: datetime.date | None
) -> dict[str, Any]:
    service, title = subject.service, subject.project or subject.name
    return {
        'schema': SCHEMA_VERSION,
        'tool': {
            'name': 'workarounds',
            'version': metadata.version('workarounds'),
        },
        'facts_as_of': _day(facts_as_of),
        'service': {
            'name': service.name if service else subject.name,
            'title': service.title if service else title,
            'project': (service and service.distribution) or subject.project,
            'version': subject.version,
            'source': subject.version_source if subject.version else None,
        },
    }


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def _assessment(
    assessment: Assessment, facts_as_of: datetime.date | None
) -> dict[str, Any]:
    return {
        **assessment.to_data(),
        'message': sentences.explain(assessment),
        # Repeated here, because a row may be stored without the document.
        'facts_as_of': _day(facts_as_of),
    }


def _advice(
    advice: Advice,
    subject: AssessedService,
    facts_as_of: datetime.date | None,
) -> dict[str, Any]:
    return {
        'name': advice.name,
        'project': subject.projects.get(advice.name),
        **_assessment(advice.assessment, facts_as_of),
        'state': advice.state,
        'set_in': advice.set_in.to_data() if advice.set_in else None,
        'weakens_security': advice.weakens_security,
        'bugs': list(advice.bugs),
        'action': {
            **advice.action.to_data(),
            'message': action_text.one_line(advice.action),
        },
    }


def _column(column: Column) -> dict[str, Any]:
    last_day, released = column.last_day, column.platform.released
    return {
        'id': column.platform.id,
        'title': column.platform.title,
        'released': _day(released),
        'last_day': _day(last_day),
        'is_over': column.is_over,
        'source': column.source,
    }


def _row(
    row: Row, subject: AssessedService, facts_as_of: datetime.date | None
) -> dict[str, Any]:
    workaround = row.workaround
    return {
        'name': row.name,
        'project': subject.projects.get(row.name),
        'summary': workaround.summary,
        'options': [str(name) for name in workaround.option_names],
        **_assessment(row.assessment, facts_as_of),
        'fix': ' and '.join(help_text.fixes(workaround)),
        'expires': expiry.summary(workaround.expires),
        'is_expired': row.is_expired,
        'weakens_security': workaround.weakens_security,
        'bugs': list(help_text.bugs(workaround)),
        'platforms': {
            name: _assessment(assessment, facts_as_of)
            for name, assessment in row.platforms.items()
        },
    }


def _removed(removed: RemovedWorkaround) -> dict[str, Any]:
    return {
        'name': removed.name,
        'options': list(removed.options),
        'removed_in': removed.removed_in,
        'reason': removed.reason,
    }
