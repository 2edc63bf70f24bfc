from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def convert(disk):
    if workarounds.enabled('fsync') and workarounds.enabled('nosync'):
        disk.flush()
    if workarounds.enabled('nosync') and not workarounds.enabled('fsync'):
        disk.wait()
    if CONF.workarounds.disable_sync or CONF.other.fsync or disk.fsync:
        disk.skip()
    return disk.read()
