# SPDX-License-Identifier: Apache-2.0
"""``workarounds check``: what is wrong in the configuration."""

import argparse
import os
from typing import Any

from cliff import lister

from workarounds import diagnostics
from workarounds.check import checker
from workarounds.cli import command


class Check(command.Display, lister.Lister):
    """Report what is wrong in the configuration; exit 1 if anything is.

    Notes do not count unless --strict is given.
    """

    def get_parser(self, prog_name: str) -> argparse.ArgumentParser:
        """Add what counts."""
        parser = super().get_parser(prog_name)
        parser.add_argument(
            '--strict',
            action='store_true',
            help='let notes count too, so that exit code 0 means that all '
            'workarounds and their parameters are at their defaults',
        )
        parser.add_argument(
            '--ignore',
            action='append',
            default=[],
            choices=sorted(diagnostics.CODES),
            metavar='CODE',
            help='leave findings with this code out; repeatable',
        )
        return parser

    def take_action(self, parsed_args: argparse.Namespace) -> Any:
        """Compute the findings."""
        registry = self.app.registry()
        # A clean answer about no file at all would be taken for good news.
        conf = self.app.configuration(registry, needs_files=True)
        status = self.app.status(registry, conf)
        findings = [
            finding
            for finding in checker.find(registry, conf, status, os.environ)
            if finding.code not in parsed_args.ignore
        ]
        if any(
            parsed_args.strict or finding.severity != 'note'
            for finding in findings
        ):
            self.exit_code = 1
        titles = ('Code', 'Severity', 'Where', 'Workaround', 'Message')
        return titles, [
            (
                finding.code,
                self.word(finding.severity),
                str(finding.origin),
                finding.workaround,
                finding.message,
            )
            for finding in findings
        ]
