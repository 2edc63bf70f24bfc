from oslo_config import cfg

CONF = cfg.CONF


def convert(disk, kind):
    if kind in CONF.workarounds.kinds:
        disk.open()
    if CONF.workarounds.kinds:
        disk.flush()
    if not CONF.workarounds.kinds:
        disk.close()
    return disk.read()
