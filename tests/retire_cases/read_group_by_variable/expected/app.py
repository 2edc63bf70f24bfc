from oslo_config import cfg

CONF = cfg.CONF
GROUP = 'workarounds'


def copy(disk):
    return disk
