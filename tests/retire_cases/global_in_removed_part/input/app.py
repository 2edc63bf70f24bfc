from oslo_config import cfg

CONF = cfg.CONF

COUNT = 0


def convert(disk):
    if CONF.workarounds.fsync:
        global COUNT
        disk.flush()
    COUNT = disk.read()


def outer(disk):
    count = 0

    def inner():
        disk.open()
        if CONF.workarounds.fsync:
            nonlocal count
            disk.flush()
        count = disk.read()

    inner()
    return count
