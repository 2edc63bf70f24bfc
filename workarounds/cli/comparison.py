# SPDX-License-Identifier: Apache-2.0
"""The base of the subcommands that compare assessments."""

import argparse
from collections.abc import Iterator
from collections.abc import Mapping
import datetime
import os
from typing import Any

from cliff import lister

from workarounds import _text
from workarounds.advice.evaluate import differences
from workarounds.advice.evaluate import host as evaluate_host
from workarounds.advice.evaluate import matrix as evaluate_matrix
from workarounds.advice.evaluate.assessment import Assessment
from workarounds.advice.evaluate.differences import Difference
from workarounds.advice.facts import assessed
from workarounds.advice.facts import sources
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.render import sentences
from workarounds.cli import command
from workarounds.cli import inputs
from workarounds.cli import loading
from workarounds.config import reading
from workarounds.config.files import ConfigFiles
from workarounds.declarations.registry import Registry

_TITLES = ('Workaround', 'Of', 'Before', 'After', 'Changed')


def files_of(path: str | None) -> list[str]:
    """Return the data files of a set, which is a file or a directory.

    :raises workarounds.exceptions.DataFileError: a directory cannot be read
    :raises workarounds.cli.command.UsageError: it has no data file
    """
    if path is None:
        return []
    if not os.path.isdir(path):
        return [path]
    files = sources.files_in(path)
    if not files:
        raise command.UsageError(
            f'{_text.printable(path)}: has no *.yaml file; check the path'
        )
    return files


class Comparison(command.Display, lister.Lister):
    """A subcommand that prints which assessments differ."""

    def get_parser(self, prog_name: str) -> argparse.ArgumentParser:
        """Add the hosts and the day."""
        parser = super().get_parser(prog_name)
        parser.add_argument(
            '--host',
            action='append',
            default=[],
            metavar='FILE',
            help='also compare the assessments of this host: the output of '
            'workarounds facts on that host; repeatable',
        )
        parser.add_argument(
            '--as-of',
            type=inputs.date,
            metavar='DATE',
            help='the day to compare ends of life with, such as 2027-01-31 '
            '(default: today)',
        )
        return parser

    def rows(
        self,
        before: Dataset,
        after: Dataset,
        parsed_args: argparse.Namespace,
    ) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
        """Return the titles, and a row for each difference; exit 1 if any."""
        self.app.is_elsewhere = bool(parsed_args.host)
        registry = loading.service(self.app)
        as_of = parsed_args.as_of or self.app.today
        found = [
            *differences.compare_matrices(
                *(
                    self._matrix(registry, dataset, as_of)
                    for dataset in (before, after)
                )
            ),
            *self._of_hosts(registry, before, after, parsed_args.host),
        ]
        self.exit_code = 1 if found else 0
        return _TITLES, [_row(difference) for difference in found]

    def _matrix(
        self, registry: Registry, dataset: Dataset, as_of: datetime.date
    ) -> evaluate_matrix.Matrix:
        service, release = assessed.code_of(
            registry, dataset, self.app.options.service_version
        )
        return evaluate_matrix.build(
            registry,
            dataset,
            service=service,
            service_version=release.version,
            as_of=as_of,
        )

    def _of_hosts(
        self,
        registry: Registry,
        before: Dataset,
        after: Dataset,
        paths: list[str],
    ) -> Iterator[Difference]:
        files = self._config_files(registry) if paths else None
        for path in paths:
            yield from differences.compare_hosts(
                _text.printable(path),
                *(
                    self._on_host(registry, dataset, path, files)
                    for dataset in (before, after)
                ),
            )

    def _on_host(
        self,
        registry: Registry,
        dataset: Dataset,
        path: str,
        files: ConfigFiles | None,
    ) -> Mapping[str, Assessment]:
        host = inputs.read_host(self.app, path, registry)
        service = inputs.service(registry, dataset, host.service_version)
        return evaluate_host.assess(registry, host, dataset, service, files)

    def _config_files(self, registry: Registry) -> ConfigFiles | None:
        """Return the configuration if the user named it."""
        options = self.app.options
        if not options.config_file and not options.config_dir:
            return None
        conf = self.app.configuration(registry)
        return reading.read_config_files(conf)


def _row(difference: Difference) -> tuple[Any, ...]:
    return (
        difference.workaround,
        difference.subject,
        _words(difference.before),
        _words(difference.after),
        ', '.join(difference.changed),
    )


def _words(assessment: Assessment | None) -> str:
    if assessment is None:
        return 'not assessed'
    return f'{assessment.status}: {sentences.explain(assessment)}'
