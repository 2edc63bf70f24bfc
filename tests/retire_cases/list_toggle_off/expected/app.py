from oslo_config import cfg

CONF = cfg.CONF


def convert(disk, kind):
    disk.open()
    disk.check()
    disk.kind()
    return disk.read([])


def choose():
    return []


def check(disk):
    disk.kind()
    disk.check()
