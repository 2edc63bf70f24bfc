from oslo_config import cfg

CONF = cfg.CONF


def _flushes():
    return False


def convert(disk):
    if _flushes():
        disk.flush()
    return disk.read()
