from oslo_config import cfg

from app.names import *

CONF = cfg.CONF


def convert(disk):
    if CONF.workarounds.fsync:
        disk.flush()
    return disk.read(same(), also())


def outer(disk):
    def same():
        return CONF.workarounds.fsync
    return disk.read(same())


class Driver:
    def also(self):
        return CONF.workarounds.fsync

    def read(self, disk):
        return disk.read(self.also())
