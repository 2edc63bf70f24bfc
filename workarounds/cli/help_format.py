# SPDX-License-Identifier: Apache-2.0
"""The help of subcommands: what they need besides their own options."""

import argparse
from collections.abc import Iterable
from collections.abc import Sequence
from typing import Any

_PARSER = argparse.ArgumentParser(add_help=False)
#: Options of the command that stand before a subcommand or behind it. Its
#: parser has read them before the one of the subcommand.
NAMESPACE = _PARSER.add_argument('--namespace', metavar='NAME', required=True)
CONFIG_FILE = _PARSER.add_argument('--config-file', metavar='FILE')


class HelpFormatter(argparse.HelpFormatter):
    """Adds the options of the command to the usage of a subcommand.

    Indented lines of a text, which are examples, are left as they are.
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
                # It says in reStructuredText that examples follow.
                paragraph.replace('::', ':'),
                width,
                indent,
            )
            for paragraph in text.split('\n\n')
        )


class ConfigurationHelpFormatter(HelpFormatter):
    """That of a subcommand that reads the configuration of the service."""

    before = (NAMESPACE, CONFIG_FILE)


class SourceHelpFormatter(HelpFormatter):
    """That of a subcommand that needs no catalogue."""

    before = ()


def examples(lines: Sequence[str]) -> str:
    """Return examples as the end of a help text."""
    shown = '\n'.join(f'    {line}' for line in lines)
    return (
        f'The options that workarounds --help shows, such as --namespace, may '
        f'stand before the subcommand or behind it. Examples::\n\n{shown}'
    )
