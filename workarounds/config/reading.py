# SPDX-License-Identifier: Apache-2.0
"""Reads the files of a configuration, in the order of oslo.config."""

from collections.abc import Iterable
from collections.abc import Sequence
import glob
import os
from typing import Final

from oslo_config import cfg

from workarounds import _text
from workarounds import exceptions
from workarounds.config import file_parser
from workarounds.config import file_text
from workarounds.config import oslo_internals
from workarounds.config.files import ConfigFile
from workarounds.config.files import ConfigFiles

#: The attribute of a configuration object that holds its files.
_FILES: Final = '_workarounds_files'


def read_sources(sources: Iterable[tuple[str, str]]) -> ConfigFiles:
    """Read what can be read, and collect the errors of the rest.

    :param sources: pairs of ``file`` or ``dir``, and a path
    """
    files: list[ConfigFile | None] = []
    errors: list[exceptions.ConfigFileError] = []
    paths: list[str] = []
    for kind, path in sources:
        try:
            paths += [path] if kind == 'file' else list_directory(path)
        except exceptions.ConfigFileError as error:
            files.append(None)
            errors.append(error)
    for path in _without_repetitions(paths):
        try:
            file, found = file_parser.read_readable(path)
        except exceptions.ConfigFileError as error:
            file, found = None, [error]
        files.append(file)
        errors += found
    return ConfigFiles(
        [file for file in files if file is not None], errors, None not in files
    )


def _without_repetitions(paths: Sequence[str]) -> list[str]:
    """Return each file once, where it is read last: only that counts."""
    last = {
        os.path.realpath(os.path.expanduser(path)): number
        for number, path in enumerate(paths)
    }
    return [paths[number] for number in sorted(last.values())]


def list_directory(directory: str) -> list[str]:
    """List the files that oslo.config reads from a ``--config-dir``.

    :raises workarounds.exceptions.ConfigFileError: the directory cannot be
        listed, or oslo.config takes its name for a pattern and reads nothing
    """
    path = os.path.expanduser(directory)
    try:
        names = os.listdir(path)
    except OSError as error:
        raise file_text.make_error(directory, error) from None
    # As oslo.config does, which follows no pattern that it matches itself.
    found = sorted(glob.glob(f'{path}/*.conf'))
    # The pattern leaves out hidden files.
    shown = [name for name in names if not name.startswith('.')]
    if not found and any(name.endswith('.conf') for name in shown):
        raise exceptions.ConfigFileError(
            f'{_text.printable(directory)}: oslo.config takes the name for a '
            f'pattern and reads nothing there; rename the directory'
        )
    return found


def remember(conf: cfg.ConfigOpts, files: ConfigFiles) -> None:
    """Let a configuration object stand for files that were read before.

    It has read copies of them.
    """
    vars(conf)[_FILES] = files


def read_config_files(conf: cfg.ConfigOpts) -> ConfigFiles:
    """Read the files that a configuration object was made from.

    The order is that of oslo.config: the default files unless others are
    named, then those of the command line from left to right. The options
    ``config_file`` and ``config_dir`` are not used, because a file can set
    keys of these names.
    """
    found: ConfigFiles | None = vars(conf).get(_FILES)
    if found is not None:
        return found
    arguments = oslo_internals.get_arguments(conf)
    sources = _find_sources(arguments)
    # An abbreviated option does not replace the default files.
    written = {argument.partition('=')[0] for argument in arguments}
    files: list[tuple[str, str]] = []
    if '--config-file' not in written:
        defaults = getattr(conf, 'default_config_files', None) or ()
        files += [('file', path) for path in defaults]
    if '--config-dir' not in written:
        defaults = getattr(conf, 'default_config_dirs', None) or ()
        files += [('dir', path) for path in defaults]
    return read_sources([*files, *sources])


def _find_sources(arguments: Sequence[str]) -> list[tuple[str, str]]:
    """Find the files and directories that a command line names, in order.

    Without argparse, which would exit if it mistook an option.
    """
    sources = []
    words = iter(arguments)
    for word in words:
        option, equals, path = word.partition('=')
        for kind in ('file', 'dir'):
            # Like argparse, oslo.config accepts abbreviated options.
            whole = f'--config-{kind}'
            if len(option) > len('--config-') and whole.startswith(option):
                sources.append((kind, path if equals else next(words, '')))
    return sources
