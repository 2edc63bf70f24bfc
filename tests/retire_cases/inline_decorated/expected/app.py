import functools

from oslo_config import cfg

CONF = cfg.CONF


@functools.lru_cache
def _flushes():
    return False


def convert(disk):
    if _flushes():
        disk.flush()
    return disk.read()
