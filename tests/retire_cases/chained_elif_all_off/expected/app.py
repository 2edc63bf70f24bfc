from oslo_config import cfg

CONF = cfg.CONF


def convert(disk, kind):
    disk.open()
    if kind == 'raw':
        disk.grow()
    else:
        disk.check()
    return disk.read()
