# SPDX-License-Identifier: Apache-2.0
"""What could stand in ``nova/conf/workarounds.py``."""

from oslo_config import cfg

import workarounds
from workarounds.catalogs import nova

workarounds.register(nova.CATALOGUE)


def register_opts(conf: cfg.ConfigOpts) -> None:
    """Register the options of the group, as every module there does."""
    workarounds.register_opts(conf)


def list_opts() -> dict[cfg.OptGroup, list[cfg.Opt]]:
    """List the options for the sample, as every module there does."""
    return dict(workarounds.Registry(nova.CATALOGUE).list_opts())
