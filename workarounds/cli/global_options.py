# SPDX-License-Identifier: Apache-2.0
"""The global options, before or after the subcommand."""

import argparse

from workarounds.cli import arguments


def add(parser: argparse.ArgumentParser) -> None:
    """Add the options for the catalogue, the files and the release."""
    parser.add_argument(
        '--namespace',
        action='append',
        default=[],
        metavar='NAME',
        help='an installed catalogue (nova, placement, qemu-img) or '
        'module:attribute; repeatable. A module in the current directory is '
        'found by python -m workarounds, or with PYTHONPATH=.',
    )
    parser.add_argument(
        '--config-file',
        action='append',
        default=[],
        metavar='FILE',
        help='a configuration file of the service; repeatable (default: the '
        'files that the service would read itself)',
    )
    parser.add_argument(
        '--config-dir',
        action='append',
        default=[],
        metavar='DIR',
        help='a directory with .conf files, which are read after the '
        'configuration files; repeatable',
    )
    parser.add_argument(
        '--fetch-sources',
        action='store_true',
        help='also read, over the network, the remote sources that '
        'config_source names; they are otherwise reported as not read',
    )
    parser.add_argument(
        '--prog',
        metavar='NAME',
        help='the program that reads the configuration, such as '
        'nova-compute, if it reads a file of its own as well',
    )
    parser.add_argument(
        '--service-version',
        metavar='VERSION',
        type=arguments.version,
        help='the release of the service, such as 34.0.0; its own commands '
        'print it: nova-manage --version (default: that of the installed '
        'service; if none is installed, matrix, data diff and data update use '
        'the release in the data file, or the newest that the catalogue '
        'covers)',
    )
