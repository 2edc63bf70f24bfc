from oslo_config import cfg

CONF = cfg.CONF


def convert(disk, kind):
    if not CONF.workarounds.disable_sync and kind == 'raw':
        disk.flush()
    elif not CONF.workarounds.disable_sync:
        disk.wait()
    else:
        disk.open()
    if kind == 'raw':
        disk.grow()
    elif kind == 'old' and not CONF.workarounds.disable_sync:
        disk.flush()
    elif CONF.workarounds.disable_sync:
        disk.check()
    else:
        disk.shrink()
    return disk.read()
