from oslo_config import cfg

CONF = cfg.CONF


def convert(disk, wanted):
    disk.open()
    disk.probe()
    disk.check()
    wanted and disk.wait()
    disk.grow(); disk.shrink()
    return disk.read()
