from oslo_config import cfg

CONF = cfg.CONF


def convert(disk):
    if CONF.workarounds.fsync:
        _flush(disk)
    return disk


def _flush(disk):
    disk.flush()
