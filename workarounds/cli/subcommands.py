# SPDX-License-Identifier: Apache-2.0
"""The installed subcommands; only the requested one is loaded."""

import argparse
import functools
from importlib import metadata
from typing import Any

from cliff import app
from cliff import command
from cliff import commandmanager


@functools.cache
def _entry_points(group: str) -> metadata.EntryPoints:
    """Return the entry points; cached, as this reads all of site-packages."""
    return metadata.entry_points(group=group)


class LoadError(Exception):
    """The module of a subcommand cannot be imported; the cause says why."""


class _EntryPoint(metadata.EntryPoint):
    """Loads a subcommand; its import errors become a ``LoadError``."""

    def load(self) -> Any:
        try:
            return super().load()
        except Exception as error:
            raise LoadError from error


class Subcommands(commandmanager.CommandManager):
    """Finds the subcommands, and loads only the one that is run.

    cliff would load all of them, with the libraries of each.
    """

    def load_commands(self, namespace: str) -> None:
        """Find the subcommands."""
        self.group_list.append(namespace)
        for point in _entry_points(namespace):
            # As cliff itself does: an entry point has no blank in its name.
            name = point.name.replace('_', ' ')
            self.commands[name] = _EntryPoint(
                point.name, point.value, point.group
            )

    def add_command(
        self, name: str, command_class: type[command.Command]
    ) -> None:
        """Add nothing: cliff would add a ``complete`` of its own."""
        if name not in self.commands:
            super().add_command(name, command_class)


def parser_of(application: app.App, name: str) -> argparse.ArgumentParser:
    """Return the parser of a subcommand.

    :raises ModuleNotFoundError: it needs a package that is not installed
    """
    try:
        factory, _, _ = application.command_manager.find_command(name.split())
    except LoadError as error:
        raise error.__cause__ or error from None
    command = factory(application, argparse.Namespace(), cmd_name=name)
    return command.get_parser(f'workarounds {name}')
