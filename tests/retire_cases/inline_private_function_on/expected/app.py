from oslo_config import cfg

CONF = cfg.CONF


def convert(disk):
    if disk.raw:
        disk.flush()
    return disk.read(flushed=True)
