from oslo_config import cfg

CONF = cfg.CONF

__all__ = ['convert', 'flushes']


def flushes():
    return False


def convert(disk):
    if flushes():
        disk.flush()
    return disk.read()
