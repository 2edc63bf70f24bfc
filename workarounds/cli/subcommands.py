# SPDX-License-Identifier: Apache-2.0
"""The subcommands that are installed, of which only one is loaded."""

import argparse
import functools
from importlib import metadata
from typing import TYPE_CHECKING

from cliff import commandmanager
from cliff import complete

if TYPE_CHECKING:
    from workarounds.cli import app


@functools.cache
def _entry_points(group: str) -> metadata.EntryPoints:
    """Return what is installed; the search reads all of site-packages."""
    return metadata.entry_points(group=group)


class Subcommands(commandmanager.CommandManager):
    """Finds the subcommands, and loads only the one that is run.

    cliff would load all of them, with the libraries of each.
    """

    def load_commands(self, namespace: str) -> None:
        """Find the subcommands."""
        self.group_list.append(namespace)
        for point in _entry_points(namespace):
            # As cliff itself does: an entry point has no blank in its name.
            self.commands[point.name.replace('_', ' ')] = point


class Complete(complete.CompleteCommand):
    """Prints the completion of the subcommands that can be loaded.

    cliff prints nothing if one cannot be loaded.
    """

    app: 'app.Application'

    def get_actions(self, command: list[str]) -> list[argparse.Action]:
        """Return the options of a subcommand."""
        try:
            return super().get_actions(command)
        except ModuleNotFoundError as error:
            self.app.warn_missing_package(command[0], error)
            return []
