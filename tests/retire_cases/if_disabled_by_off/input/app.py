from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def convert(disk):
    if not CONF.workarounds.disable_sync:
        disk.flush()
    if CONF.workarounds.disable_sync:
        disk.skip()
    if workarounds.enabled('nosync'):
        disk.wait()
    return disk.read()
