from oslo_config import cfg

CONF = cfg.CONF


def convert(disk):
    disk.open()
    if CONF.workarounds.fsync:
        size = disk.flush()
    disk.check()
    return disk.read(size)
