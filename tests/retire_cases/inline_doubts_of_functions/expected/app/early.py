from oslo_config import cfg

from app.names import *

CONF = cfg.CONF


def convert(disk):
    return disk.read(same(), also())


def outer(disk):
    def same():
        return False
    return disk.read(same())


class Driver:
    def also(self):
        return False

    def read(self, disk):
        return disk.read(self.also())
