from oslo_config import cfg

CONF = cfg.CONF


def convert(disk, kind):
    if kind == 1:
        disk.open()
    else:
        disk.probe()
        disk.check()
    if kind == 1:
        disk.open()
    else:
        disk.probe()
    if kind == 1:
        disk.open()
    elif not disk.probe():
        disk.close()
    if kind == 1:
        disk.open()
    disk.probe()
    # The others.
    if disk.probe():
        pass
    elif kind == 3:
        disk.close()
    return disk.read()
