# SPDX-License-Identifier: Apache-2.0
"""The services of the named catalogues, and their releases."""

from collections.abc import Iterator
from collections.abc import Mapping

from oslo_config import cfg

from workarounds import exceptions
from workarounds import status as workarounds_status
from workarounds.cli import app
from workarounds.declarations import installed
from workarounds.declarations import releases
from workarounds.declarations.declaration import Declaration
from workarounds.declarations.installed import Release
from workarounds.declarations.registry import Registry
from workarounds.status import Status


def catalogues(application: app.Application) -> Registry | None:
    """Load the catalogues that the user named; ``None`` without any."""
    return application.registry if application.options.namespace else None


def services(
    application: app.Application, **further: str | None
) -> list[Registry]:
    """Load the catalogues: a registry for each service, with its libraries.

    :param further: options of a subcommand that are about one service

    :raises workarounds.exceptions.UnknownCatalogueError: there is none of
        that name
    :raises workarounds.exceptions.CatalogueError: none could be loaded
    :raises workarounds.exceptions.UnusedCatalogueError: no service uses it
    :raises workarounds.exceptions.SeveralServicesError: there are several,
        and an option of the command is about one
    """
    if not application.registry.catalogues:
        raise exceptions.CatalogueError('no catalogue could be loaded')
    found = application.registry.services()
    options = application.options
    given = {
        '--config-file': options.config_file,
        '--config-dir': options.config_dir,
        '--prog': options.prog,
        '--service-version': options.service_version,
        **{
            f'--{name.replace("_", "-")}': value
            for name, value in further.items()
        },
    }
    for option, value in given.items():
        if value and len(found) > 1:
            raise exceptions.SeveralServicesError(
                f'{option} is about one service, and {_names(found)} are '
                f'several; name one at a time'
            )
    return found


def service(application: app.Application) -> Registry:
    """Load the catalogues of one service.

    :raises workarounds.exceptions.SeveralServicesError: there are several
    """
    found = services(application)
    if len(found) > 1:
        raise exceptions.SeveralServicesError(
            f'{_names(found)} are services, each with releases and platforms '
            f'of its own; name one at a time'
        )
    return found[0]


def _names(found: list[Registry]) -> str:
    return ' and '.join(map(name, found))


def name(registry: Registry) -> str:
    """Return the name of the catalogue of a service."""
    return registry.catalogues[0][0]


def project(application: app.Application) -> str | None:
    """Return the project of the catalogue that the user named, if it is one.

    Without a project, it is the name of the catalogue.
    """
    names = application.options.namespace
    if len(names or ()) != 1:
        return None
    catalogue = application.registry.catalogue
    return (catalogue.project if catalogue else None) or names[0]


def release(application: app.Application, registry: Registry) -> Release:
    """Return the release of a service: the given or the installed one."""
    return installed.release_of(registry, application.options.service_version)


def release_of(
    application: app.Application,
    registry: Registry,
    declaration: Declaration,
) -> str | None:
    """Return the release to evaluate a declaration for, if known."""
    library = registry.library_of(declaration)
    if library is not None:
        return installed.installed_version(library)
    return release(application, registry).version


def status(
    application: app.Application,
    registry: Registry,
    conf: cfg.ConfigOpts,
    version: str | None,
    library_versions: Mapping[str, str] | None = None,
) -> Status:
    """Read the status of a service's workarounds as of today.

    A warning says so if the catalogue is older than the release.

    :param version: the release of the service
    :param library_versions: by default the installed versions
    """
    if library_versions is None:
        library_versions = dict(_library_versions(registry))
    covers = registry.catalogue.covers if registry.catalogue else None
    if covers and releases.is_later_series(version, covers):
        application.warn(
            f'the catalogue {name(registry)} knows the releases up to '
            f'{covers}; {version} may have other workarounds'
        )
    return workarounds_status.read(
        registry,
        conf,
        today=application.today,
        service_version=version,
        library_versions=library_versions,
    )


def _library_versions(registry: Registry) -> Iterator[tuple[str, str]]:
    for _, catalogue in registry.catalogues:
        version = installed.installed_version(catalogue.project)
        if catalogue.project is not None and version is not None:
            yield catalogue.project, version
