from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def convert(disk, name):
    if workarounds.enabled('f' + name):
        disk.flush()
    if getattr(CONF.workarounds, name):
        disk.wait()
    if workarounds.enabled('fsync'):
        disk.close()
    return disk.read()
