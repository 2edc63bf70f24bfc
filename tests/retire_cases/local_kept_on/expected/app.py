from oslo_config import cfg

CONF = cfg.CONF


def convert(disk):
    if disk.raw:
        disk.flush()
    while disk.busy:
        disk.wait()
    return disk.read()
