# SPDX-License-Identifier: Apache-2.0
"""What the project of scanned source requires, for ``workarounds audit``."""

from collections.abc import Sequence
import contextlib
import dataclasses
import functools
import pathlib

from workarounds import exceptions
from workarounds.advice.facts import dataset as facts_dataset
from workarounds.advice.facts import requirements
from workarounds.advice.facts import sources
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.services import Service
from workarounds.advice.render import removable
from workarounds.audit.context import WhyRemovable
from workarounds.cli import app
from workarounds.cli import inputs
from workarounds.declarations.registry import Registry
from workarounds.source import dependencies
from workarounds.source import projects


def why_removable(
    application: app.Application, paths: Sequence[str], release: str | None
) -> WhyRemovable | None:
    """Return a function that explains why a workaround may be deleted.

    :param release: release that the source leads to, ``None`` if not known
    :returns: ``None`` if the paths are of several projects
    :raises workarounds.exceptions.SourceError: metadata cannot be read
    :raises workarounds.exceptions.DataFileError: a data file cannot be used
    """
    roots = projects.find_roots(paths)
    if len(roots) > 1:
        application.warn(
            'the paths are of several projects, so it is not checked whether '
            'what they require has fixes; name those of one project'
        )
        return None
    registry = Registry()
    if application.options.namespace:
        registry = application.registry
    dataset = facts_dataset.read_data(inputs.data_files(application, None))
    root = roots[0] if roots else None
    service = _service(registry, dataset, root).of_release(release)
    if root is not None:
        declared = dependencies.find_dependencies(root)
        lowest = dict(requirements.lower_bounds(declared))
        service = dataclasses.replace(
            service, requires={**lowest, **service.requires}
        )
    return functools.partial(
        removable.explain, dataset=dataset, service=service, release=release
    )


def _service(
    registry: Registry, dataset: Dataset, root: pathlib.Path | None
) -> Service:
    """Return the service of the source, with what data files say of it."""
    name = projects.find_name(root) if root else None
    for service in dataset.services.values():
        if name is not None and service.distribution == name:
            return service
    known = None
    # Installed code is in no project; then the catalogues name the service.
    if name is None:
        with contextlib.suppress(exceptions.SeveralServicesError):
            known = sources.service(registry, dataset)
    return known or Service(name or '', name or 'the project', {})
