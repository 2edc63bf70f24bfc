# SPDX-License-Identifier: Apache-2.0
"""Scanning of source for subcommands, and the version of its project."""

from collections.abc import Sequence
import contextlib
from typing import Any

from workarounds import exceptions
from workarounds.audit import scanner
from workarounds.audit.scan_result import ScanResult
from workarounds.cli import app
from workarounds.cli import command
from workarounds.cli import loading
from workarounds.cli import progress
from workarounds.declarations import releases
from workarounds.declarations.registry import Registry
from workarounds.source import projects
from workarounds.source.index import IndexCache
from workarounds.source.projects import Version


def scan(
    application: app.Application,
    paths: Sequence[str],
    subcommand: str,
    indexes: IndexCache | None = None,
) -> ScanResult:
    """Scan source, with the catalogues of ``--namespace``, if any.

    :param subcommand: shown in the progress line
    :param indexes: keeps the indexes of what was read
    :raises workarounds.exceptions.SourceError: a path does not exist
    :raises workarounds.cli.command.UsageError: there is no file to read
    """
    registry = Registry()
    if application.options.namespace:
        registry = application.registry
    bar = progress.Progress(application.stderr, subcommand)
    try:
        result = scanner.scan(paths, registry, bar, indexes)
    finally:
        bar.clear()
    if not result.file_count and not result.skipped:
        raise command.UsageError(
            f'there is no file to read in {", ".join(paths)}; name others'
        )
    if not len(result.declarations):
        application.warn(
            'no workaround is known: none is declared in the paths, and no '
            '--namespace is given'
        )
    return result


def add_stable_argument(parser: Any) -> None:
    """Add the option that says that the source is of a stable branch.

    :param parser: a parser, or a group of one
    """
    parser.add_argument(
        '--stable',
        action='store_true',
        help='treat the source as a stable branch, whose next release is in '
        'the same series (default: whether defaultbranch in .gitreview names '
        'a stable branch)',
    )


def project(application: app.Application, paths: Sequence[str]) -> str | None:
    """Return the project of the catalogue, or else that of the source."""
    if application.options.namespace:
        return loading.project(application)
    roots = projects.find_roots(paths)
    if len(roots) == 1:
        with contextlib.suppress(exceptions.SourceError):
            return projects.find_name(roots[0])
    return None


def service_version(
    application: app.Application, paths: Sequence[str]
) -> Version | None:
    """Return the version of the source: as given, or from its metadata.

    :returns: ``None`` if there is none that can be compared
    """
    given = application.options.service_version
    if given is not None:
        return Version(given, '--service-version')
    versions = projects.find_versions(paths)
    if len(versions) > 1:
        named = ', '.join(
            f'{version.text} ({version.source})' for version in versions
        )
        application.warn(
            f'the paths are of several versions, {named}; name those of one '
            f'project, or give --service-version'
        )
        return None
    for version in versions:
        if releases.is_version(version.text):
            return version
        application.warn(
            f'{version.source} has {version.text!r} for a version, which '
            f'cannot be compared; give --service-version'
        )
    return None
