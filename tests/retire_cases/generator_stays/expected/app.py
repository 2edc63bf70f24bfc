from oslo_config import cfg

CONF = cfg.CONF


def parts(disk):
    disk.open()
    if CONF.workarounds.fsync:
        yield disk


def all_parts(disk):
    disk.open()
    if not CONF.workarounds.fsync:
        return
    yield disk
