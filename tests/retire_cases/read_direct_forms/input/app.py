from oslo_config import cfg

CONF = cfg.CONF


def convert(disk):
    if CONF.workarounds.fsync:
        disk.flush(1)
    if CONF['workarounds']['fsync']:
        disk.flush(2)
    if CONF['workarounds'].fsync:
        disk.flush(3)
    if CONF.workarounds['fsync']:
        disk.flush(4)
    if getattr(CONF.workarounds, 'fsync'):
        disk.flush(5)
    if getattr(CONF.workarounds, 'fsync', False):
        disk.flush(6)
    if getattr(getattr(CONF, 'workarounds'), 'fsync'):
        disk.flush(7)
    if cfg.CONF.workarounds.fsync:
        disk.flush(8)
    return disk.read()
