from oslo_config import cfg

CONF = cfg.CONF


def convert(disk, a, b):
    return disk.read()
