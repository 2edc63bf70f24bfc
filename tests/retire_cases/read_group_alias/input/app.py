from oslo_config import cfg

CONF = cfg.CONF


def first(disk):
    group = CONF.workarounds
    if not group.disable_sync:
        disk.flush()
    if group['disable_sync']:
        disk.skip()
    return disk.read()


def second(disk):
    group = CONF.workarounds
    if not getattr(group, 'disable_sync'):
        disk.flush()
    return disk.read(group.kinds)


def third(disk):
    c = CONF
    if not c.workarounds.disable_sync:
        disk.flush()
    return disk.read(c.size)
