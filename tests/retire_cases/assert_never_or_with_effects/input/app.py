from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def convert(disk, wanted):
    assert disk.probe() or CONF.workarounds.disable_sync
    assert disk.check() and CONF.workarounds.disable_sync, disk.name
    assert disk.wait() and workarounds.enabled('nosync'), disk.name
    disk.open(); assert wanted and CONF.workarounds.disable_sync; disk.wait()
    return disk.read()


def flush(disk):
    disk.flush()
    assert workarounds.enabled('nosync'), disk.name
