# SPDX-License-Identifier: Apache-2.0
"""The input of assessments: data files, and a host."""

import argparse
from collections.abc import Iterable
import dataclasses
import datetime
import os
import re
from typing import Any

from workarounds import _text
from workarounds import exceptions
from workarounds.advice.facts import dataset as facts_dataset
from workarounds.advice.facts import hosts
from workarounds.advice.facts import probing
from workarounds.advice.facts import requirements
from workarounds.advice.facts import sources
from workarounds.advice.facts import survey as facts_survey
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.hosts import Host
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.machine import Machine
from workarounds.advice.facts.services import Service
from workarounds.cli import app
from workarounds.cli import command
from workarounds.declarations import releases
from workarounds.declarations.registry import Registry

#: Where an administrator of a machine keeps data files.
DATA_DIRECTORY = '/etc/workarounds/data.d'


def data_directories() -> list[str]:
    """Return the directories whose data files are read, the user's last.

    https://specifications.freedesktop.org/basedir-spec/latest/
    """
    home = os.environ.get('XDG_DATA_HOME', '')
    if not os.path.isabs(home):
        home = os.path.expanduser('~/.local/share')
    found = [DATA_DIRECTORY]
    # A user without a home directory has no such directory.
    if os.path.isabs(home):
        found.append(os.path.join(home, 'workarounds'))
    return found


def add_data_argument(parser: argparse.ArgumentParser) -> None:
    """Add the option that names data files."""
    parser.add_argument(
        '--data',
        action='append',
        default=[],
        metavar='FILE',
        help='a data file with facts about platforms, services and fixes; '
        'its rows replace those of the installed files and of '
        f'{DATA_DIRECTORY}; repeatable',
    )


def date(text: str) -> datetime.date:
    """Read a date of the command line."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f'{text!r} is not a date; write one like 2027-01-31'
        ) from None


def add_root_argument(parser: Any) -> None:
    """Add the option that says which machine is looked at.

    :param parser: a parser, or a group of one
    """
    parser.add_argument(
        '--root',
        default='/',
        metavar='DIR',
        help='look at the system in this directory, such as a mounted image; '
        'its programs are not run',
    )


def data_files(
    application: app.Application,
    registry: Registry | None,
    named: Iterable[str] = (),
) -> list[str]:
    """Find the data files that are read, in their order.

    :param registry: with the catalogues; ``None`` for all that are installed
    :raises workarounds.exceptions.DataFileError: a directory cannot be read
    """
    files, problems = sources.find_data(registry, named, data_directories())
    for problem in problems:
        application.warn_incomplete(problem)
    return files


def dataset(
    application: app.Application,
    parsed_args: argparse.Namespace,
    registry: Registry,
) -> Dataset:
    """Read the data files: installed ones, those of directories, those named.

    :raises workarounds.exceptions.DataFileError: one cannot be used
    """
    files = data_files(application, registry, parsed_args.data)
    found = facts_dataset.read_data(files)
    for stray in facts_dataset.unused(found, registry, parsed_args.data):
        application.warn(stray)
    warn_if_stale(application, found.as_of)
    return found


def warn_if_stale(
    application: app.Application, as_of: datetime.date | None
) -> None:
    """Warn in one line if the oldest facts are too old.

    :param as_of: the day as of which they hold
    """
    if Dataset(as_of=as_of).is_stale(application.today):
        application.warn(
            f'the oldest facts are as of {as_of}; they may lack newer '
            f'platforms and fixes; install a newer release of workarounds, or '
            f'update the file that is that old (workarounds data show)'
        )


def service(
    registry: Registry, dataset: Dataset, release: object
) -> Service | None:
    """Return the service, with what its installed distribution requires.

    :param release: the one that is assessed, if it is known
    """
    found = sources.service(registry, dataset)
    if found is None or not isinstance(release, str):
        return found
    return requirements.add_installed(found, release)


def survey(
    application: app.Application,
    parsed_args: argparse.Namespace,
    registry: Registry,
    dataset: Dataset,
) -> Host:
    """Look at the machine."""
    if not os.path.isdir(parsed_args.root):
        raise command.UsageError(
            f'--root {_text.printable(parsed_args.root)}: is not a directory; '
            f'give one'
        )
    if not os.access(parsed_args.root, os.X_OK):
        raise command.UsageError(
            f'--root {_text.printable(parsed_args.root)}: Permission denied; '
            f'run as a user who may read it'
        )
    machine = Machine(parsed_args.root, os.environ)
    probes = probing.load_probes(application.warn_incomplete)
    return facts_survey.survey(
        registry,
        dataset,
        machine,
        probes,
        report=application.warn_incomplete,
        service_version=application.options.service_version,
        distribution=registry.catalogue.project
        if registry.catalogue
        else None,
        libraries=sorted(
            filter(
                None,
                {
                    registry.library_of(declaration)
                    for declaration in (*registry, *registry.removed)
                },
            )
        ),
    )


def read_host(
    application: app.Application, path: str, registry: Registry
) -> Host:
    """Read a host file; a version on the command line replaces its own.

    That of another service than the registry's counts as not known.

    :raises workarounds.exceptions.DataFileError: it cannot be used
    """
    try:
        host = hosts.read_host(path)
    except exceptions.DataFileError as error:
        # Without a line, the file could not even be read.
        if not re.match(rf'{re.escape(path)}:\d', str(error)):
            raise
        raise exceptions.DataFileError(
            *error.args,
            f'{_text.printable(path)}: a host file is the output of '
            f'workarounds facts on that host',
        ) from None
    version = application.options.service_version
    if version:
        return dataclasses.replace(host, service_version=version)
    project = registry.catalogue.project if registry.catalogue else None
    if host.service and project and host.service != project:
        why = f'the host file has the version of {host.service}'
        application.warn(f'{path}: {why}; give --service-version')
        return dataclasses.replace(host, service_version=Unknown(why))
    if isinstance(host.service_version, str):
        problem = releases.version_problem(host.service_version)
        if problem:
            raise exceptions.DataFileError(
                f'{path}: service_version {host.service_version!r} {problem}'
            )
    return host


def version_source(
    application: app.Application, parsed_args: argparse.Namespace
) -> str:
    """Return the source of the service's release, if it is known."""
    if application.options.service_version:
        return '--service-version'
    return 'host file' if parsed_args.host else 'installed distribution'
