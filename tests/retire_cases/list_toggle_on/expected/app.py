from oslo_config import cfg

CONF = cfg.CONF


def convert(disk, kind):
    if kind in CONF.workarounds.kinds:
        disk.open()
    disk.flush()
    return disk.read()
