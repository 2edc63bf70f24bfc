from oslo_config import cfg

CONF = cfg.CONF


def first(disk):
    disk.flush()
    return disk.read()


def second(disk):
    group = CONF.workarounds
    disk.flush()
    return disk.read(group.kinds)


def third(disk):
    c = CONF
    disk.flush()
    return disk.read(c.size)
