from oslo_config import cfg

CONF = cfg.CONF


def convert(disk):
    if CONF.workarounds.fsync:
        disk.sync()
    return disk
