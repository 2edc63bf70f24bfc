# SPDX-License-Identifier: Apache-2.0
"""The workarounds of the service."""

from collections.abc import Sequence
import pathlib

from oslo_config import cfg

import workarounds

DATA_FILE = pathlib.Path(__file__).with_name('platforms.yaml')

CATALOGUE = workarounds.Catalogue(
    project='acme',
    covers='5.2.0',
    config='acme',
    declarations=[
        workarounds.Workaround(
            name='flush_disks_twice',
            summary='Flushes disks twice before they are detached.',
            bugs=['https://bugs.example.org/10'],
            fix=workarounds.PackageFix(component='qemu', version='7.0.0'),
            expires='6.0.0',
        ),
    ],
)


def register_opts(conf: cfg.ConfigOpts) -> None:
    """Register the declarations, and their options."""
    workarounds.register(CATALOGUE)
    workarounds.register_opts(conf)


def list_opts() -> Sequence[tuple[cfg.OptGroup, Sequence[cfg.Opt]]]:
    """List the options for the sample of the configuration file."""
    # A registry of its own: in a sample of several services, the default one
    # has the options of all.
    return workarounds.Registry(CATALOGUE).list_opts()
