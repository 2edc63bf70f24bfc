from oslo_config import cfg

CONF = cfg.CONF


def convert(disk):
    disk.flush()
    disk.wait()
    return disk.read()
