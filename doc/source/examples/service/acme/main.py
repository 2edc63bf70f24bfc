# SPDX-License-Identifier: Apache-2.0
"""The program of the service."""

from oslo_config import cfg

from acme import workarounds as acme_workarounds
import workarounds


def main() -> None:
    """Read the configuration, and do the work."""
    acme_workarounds.register_opts(cfg.CONF)
    cfg.CONF(project='acme')
    workarounds.log_status(cfg.CONF)
    if workarounds.enabled('flush_disks_twice'):
        print('flushing')
