"""It only defines names."""

import logging

LOG = logging.getLogger(__name__)
TRIES = 3


def sync(disk):
    LOG.info('%s: %s', disk, TRIES)
    disk.sync()
