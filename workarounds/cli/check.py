# SPDX-License-Identifier: Apache-2.0
"""``workarounds check``: what is wrong in the configuration."""

import argparse
from typing import Any

from workarounds import check
from workarounds.cli import documents
from workarounds.cli import reports
from workarounds.diagnostics import Severity


class Check(reports.Report):
    """Report what is wrong in the configuration; exit 1 if anything is.

    Notes do not count unless --strict is given.
    """

    rules = check.RULES
    counted = frozenset((Severity.ERROR, Severity.WARNING))
    counted_if_strict = frozenset((Severity.NOTE,))

    @property
    def formatter_namespace(self) -> str:
        """The formats of rows, and those for CI."""
        return 'workarounds.formatters.check'

    def get_parser(self, prog_name: str) -> argparse.ArgumentParser:
        """Add what counts."""
        parser = super().get_parser(prog_name)
        parser.add_argument(
            '--strict',
            action='store_true',
            help='let notes count too, so that exit code 0 means that all '
            'workarounds and their parameters are at their defaults',
        )
        return parser

    def take_action(self, parsed_args: argparse.Namespace) -> Any:
        """Check the configuration."""
        documents.refuse_columns(parsed_args)
        registry = self.app.registry()
        # A clean answer about no file at all would be taken for good news.
        conf = self.app.configuration(registry, needs_files=True)
        status = self.app.status(registry, conf)
        version = status.service_version
        return self.report(
            parsed_args,
            check.check_status(registry, conf, status),
            {
                'version': version,
                'source': None if version is None else '--service-version',
            },
        )
