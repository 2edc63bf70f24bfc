from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def convert(disk, wanted):
    workarounds.enabled('nosync')
    CONF.workarounds.disable_sync
    disk.open()
    disk.probe() and workarounds.enabled('nosync')
    wanted and workarounds.enabled('nosync')
    disk.check() or CONF.workarounds.disable_sync
    wanted and (disk.wait() or CONF.workarounds.disable_sync)
    workarounds.enabled('nosync'); CONF.workarounds.disable_sync
    disk.grow(); disk.shrink() or CONF.workarounds.disable_sync;
    return disk.read()
