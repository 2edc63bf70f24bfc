from oslo_config import cfg

CONF = cfg.CONF


def convert(disk):
    return disk
