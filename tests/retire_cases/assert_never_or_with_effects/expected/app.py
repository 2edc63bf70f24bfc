from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def convert(disk, wanted):
    disk.probe()
    assert disk.check(), disk.name
    assert disk.wait() and workarounds.enabled('nosync'), disk.name
    disk.open(); assert wanted; disk.wait()
    return disk.read()


def flush(disk):
    disk.flush()
    assert workarounds.enabled('nosync'), disk.name
