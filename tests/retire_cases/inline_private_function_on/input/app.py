from oslo_config import cfg

CONF = cfg.CONF


def _flushes():
    if CONF.workarounds.disable_sync:
        return False
    return True


def convert(disk):
    if _flushes() and disk.raw:
        disk.flush()
    return disk.read(flushed=_flushes())
