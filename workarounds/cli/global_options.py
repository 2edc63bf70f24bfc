# SPDX-License-Identifier: Apache-2.0
"""The options of the command, before the subcommand or behind it."""

import argparse

from workarounds.cli import arguments


def add(parser: argparse.ArgumentParser) -> None:
    """Add those that say what the command is about."""
    parser.add_argument(
        '--namespace',
        action='append',
        default=[],
        metavar='NAME',
        help='a catalogue: the name of an installed one (nova, '
        'placement, qemu-img), or module:attribute; repeatable',
    )
    parser.add_argument(
        '--config-file',
        action='append',
        default=[],
        metavar='FILE',
        help="the service's configuration file, repeatable; if left out, "
        'the files that the service would read itself',
    )
    parser.add_argument(
        '--config-dir',
        action='append',
        default=[],
        metavar='DIR',
        help='a directory whose .conf files are read after the files; '
        'repeatable',
    )
    parser.add_argument(
        '--fetch-sources',
        action='store_true',
        help='read the remote sources too that config_source names, over '
        'the network; without it, they are reported as not read',
    )
    parser.add_argument(
        '--prog',
        metavar='NAME',
        help='the program that reads the configuration, such as '
        'nova-compute, which has a file of its own beside that of the '
        'service',
    )
    parser.add_argument(
        '--service-version',
        metavar='VERSION',
        type=arguments.version,
        help='the release of the service that all is judged for, such as '
        '34.0.0; that of the installed distribution if left out, and for '
        'matrix, data diff and data update, if none is installed, that of '
        'the data file, and else the newest that the catalogue covers',
    )
