from oslo_config import cfg

CONF = cfg.CONF


def _flushes():
    return CONF.workarounds.fsync


def convert(disk):
    disk.when(_flushes)
    return disk.read()
