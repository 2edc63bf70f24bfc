from oslo_config import cfg

CONF = cfg.CONF


def convert(disk, wanted):
    disk.probe()
    assert disk.check(), disk.name
    assert disk.wait() and False, disk.name
    disk.open(); assert wanted; disk.wait()
    return disk.read()


def flush(disk):
    disk.flush()
    assert False, disk.name
