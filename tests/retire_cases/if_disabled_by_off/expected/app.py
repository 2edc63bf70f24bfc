from oslo_config import cfg

CONF = cfg.CONF


def convert(disk):
    disk.skip()
    return disk.read()
