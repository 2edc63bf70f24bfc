from oslo_config import cfg

CONF = cfg.CONF


def kinds_of(disk):
    return disk.raw and CONF.workarounds.kinds


def convert(disk):
    if disk.raw and CONF.workarounds.kinds:
        disk.flush()
    return disk.read()
