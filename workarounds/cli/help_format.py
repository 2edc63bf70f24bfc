# SPDX-License-Identifier: Apache-2.0
"""The help of subcommands, with the global options in their usage."""

import argparse
from collections.abc import Iterable
from collections.abc import Sequence
from typing import Any

_PARSER = argparse.ArgumentParser(add_help=False)
#: Global options, for the usage only: the command's own parser reads them.
NAMESPACE = _PARSER.add_argument('--namespace', metavar='NAME', required=True)
CONFIG_FILE = _PARSER.add_argument('--config-file', metavar='FILE')


class HelpFormatter(argparse.HelpFormatter):
    """Adds the global options to the usage of a subcommand.

    Indented lines, which are examples, are not wrapped.
    """

    before: Sequence[argparse.Action] = (NAMESPACE,)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Add the usage."""
        super().add_usage(usage, [*self.before, *actions], groups, prefix)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return '\n\n'.join(
            paragraph
            if paragraph.startswith(' ')
            else super(HelpFormatter, self)._fill_text(
                # The man page is made from the same text, as reStructuredText.
                paragraph.replace('::', ':'),
                width,
                indent,
            )
            for paragraph in text.split('\n\n')
        )


class ConfigurationHelpFormatter(HelpFormatter):
    """Formats the help of a subcommand that reads the configuration."""

    before = (NAMESPACE, CONFIG_FILE)


class SourceHelpFormatter(HelpFormatter):
    """Formats the help of a subcommand that needs no catalogue."""

    before = ()


def examples(lines: Sequence[str]) -> str:
    """Return examples as the end of a help text."""
    shown = '\n'.join(f'    {line}' for line in lines)
    return (
        f'Global options, such as --namespace, may come before or after the '
        f'subcommand; see workarounds --help. Examples::\n\n{shown}'
    )
