from oslo_config import cfg

CONF = cfg.CONF


def convert(disk, wanted):
    disk.open(); disk.check()  # both
    for part in disk.parts: pass  # each
    for part in disk.parts: part.close()
    try: disk.grow()
    except OSError: pass
    return disk.read()


def nothing(disk): pass
