# SPDX-License-Identifier: Apache-2.0
"""``workarounds complete``: the completion script of a shell."""

import argparse

from argcomplete import shell_integration

from workarounds.cli import command
from workarounds.cli.help_format import SourceHelpFormatter


class Complete(command.Subcommand):
    """Print the completion script for a shell.

    The script runs the command at each press of TAB, so it completes the
    catalogues and workarounds that are installed at that time.
    """

    help_formatter = SourceHelpFormatter
    examples = (
        'workarounds complete --shell bash > '
        '~/.local/share/bash-completion/completions/workarounds',
        'workarounds complete --shell zsh > ~/.zfunc/_workarounds',
    )
    is_without_arguments = True

    def get_parser(self, prog_name: str) -> argparse.ArgumentParser:
        """Add the shell."""
        parser = super().get_parser(prog_name)
        parser.add_argument(
            '--shell',
            choices=('bash', 'zsh', 'fish'),
            default='bash',
            help='the shell (default: bash)',
        )
        return parser

    def take_action(self, parsed_args: argparse.Namespace) -> None:
        """Print the script."""
        script = shell_integration.shellcode(
            ['workarounds'], shell=parsed_args.shell
        )
        self.app.stdout.write(script)
