# SPDX-License-Identifier: Apache-2.0
"""``workarounds facts``: the facts of this machine, for assessments."""

import argparse
import json

from workarounds.cli import command
from workarounds.cli import inputs
from workarounds.cli import loading


class Facts(command.Subcommand):
    """Print the facts about this machine that the catalogues ask for.

    The output is JSON for advise --host, on this machine or another.
    """

    is_without_arguments = True
    examples = (
        'workarounds --namespace nova facts > host.json',
        'workarounds --namespace nova facts --root /mnt/image',
    )

    def get_parser(self, prog_name: str) -> argparse.ArgumentParser:
        """Add the data files and the root directory."""
        parser = super().get_parser(prog_name)
        inputs.add_data_argument(parser)
        inputs.add_root_argument(parser)
        return parser

    def take_action(self, parsed_args: argparse.Namespace) -> None:
        """Look at the machine and print."""
        self.app.is_elsewhere = parsed_args.root != '/'
        registry = loading.service(self.app)
        dataset = inputs.dataset(self.app, parsed_args, registry)
        host = inputs.survey(self.app, parsed_args, registry, dataset)
        self.app.stdout.write(f'{json.dumps(host.to_data(), indent=2)}\n')
