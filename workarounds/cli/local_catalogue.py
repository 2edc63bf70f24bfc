# SPDX-License-Identifier: Apache-2.0
"""The choice of a catalogue when the user names none."""

from collections.abc import Callable
from collections.abc import Iterable
import contextlib

from workarounds import _text
from workarounds import exceptions
from workarounds.config import reading
from workarounds.config import sources as config_sources
from workarounds.config.sources import Sources
from workarounds.declarations import discovery

_CURE = 'name one with --namespace, such as: workarounds --namespace nova list'


def choose(
    report: Callable[[exceptions.CatalogueError], None],
    prog: str | None,
    *,
    is_elsewhere: bool,
) -> tuple[str, str]:
    """Return the one catalogue whose configuration is on this machine.

    :param report: called with each error of a catalogue that cannot be loaded
    :param prog: the program that reads the configuration
    :param is_elsewhere: whether the command is about another machine or other
        files, of which the configuration of this machine says nothing
    :returns: the name, and a file or directory of the configuration
    :raises workarounds.exceptions.UnknownCatalogueError: there is none, or
        there are several
    """
    found: list[tuple[str, str]] = []
    looked_for: list[str] = []
    installed = discovery.installed_catalogues()
    if is_elsewhere:
        why = (
            'and none is chosen where --config-file, --config-dir, --host or '
            '--root is given'
        )
        raise exceptions.UnknownCatalogueError(_refusal(why, installed))
    for name in installed:
        registry, errors = discovery.load_catalogues([name])
        for error in errors:
            report(error)
        catalogue = registry.catalogue
        if catalogue is None or catalogue.config is None:
            continue
        sources = config_sources.find_sources(catalogue.config, [], [], prog)
        looked_for.append(sources.looked_for)
        place = _first(sources)
        if place is not None:
            found.append((name, place))
    if len(found) == 1:
        return found[0]
    if found:
        places = ', '.join(
            f'{name} ({_text.printable(place)})' for name, place in found
        )
        why = f'and several have a configuration file here: {places}'
    elif looked_for:
        why = f'and no configuration file was found ({"; ".join(looked_for)})'
    else:
        why = 'and no installed catalogue names its configuration files'
    raise exceptions.UnknownCatalogueError(_refusal(why, installed))


def _refusal(why: str, installed: Iterable[str]) -> str:
    """Return the message for a missing --namespace.

    :param why: why no catalogue was chosen, as a clause
    """
    names = ', '.join(installed) or 'none'
    return f'no catalogue given, {why}; {_CURE}; installed: {names}'


def _first(sources: Sources) -> str | None:
    """Return a configuration file, or a directory that may have one."""
    for file in sources.files:
        return file
    for directory in sources.directories:
        with contextlib.suppress(exceptions.ConfigFileError):
            if not reading.list_directory(directory):
                continue
        return directory
    # The error names the closed directory and the cure.
    for error in sources.errors:
        return str(error).partition(':')[0]
    return None
