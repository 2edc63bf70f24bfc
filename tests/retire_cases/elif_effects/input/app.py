from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def convert(disk, kind):
    if kind == 1:
        disk.open()
    elif disk.probe() or CONF.workarounds.disable_sync:
        disk.check()
    else:
        disk.close()
    if kind == 1:
        disk.open()
    elif disk.probe():
        if workarounds.enabled('nosync'):
            disk.flush()
    if kind == 1:
        disk.open()
    elif disk.probe():
        if workarounds.enabled('nosync'):
            disk.flush()
    else:
        disk.close()
    if kind == 1:
        disk.open()
    elif kind == 2:
        if workarounds.enabled('nosync'):
            disk.flush()
    if disk.probe():
        if workarounds.enabled('nosync'):
            disk.flush()
    else:
        if workarounds.enabled('nosync'):
            disk.wait()
    if workarounds.enabled('nosync') and kind == 1:
        disk.flush()
    # The others.
    elif disk.probe():
        if workarounds.enabled('nosync'):
            disk.flush()
    elif kind == 3:
        disk.close()
    if workarounds.enabled('nosync'):
        disk.flush()
    elif kind == 4:
        if workarounds.enabled('nosync'):
            disk.flush()
    return disk.read()
