from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def convert(disk, tries):
    while disk.probe(1) and workarounds.enabled('nosync'):
        disk.flush()
    else:
        disk.open()
    while disk.probe(2):
        if workarounds.enabled('nosync'):
            disk.flush()
    while tries and CONF.workarounds.disable_sync:
        tries -= 1
    else:
        if workarounds.enabled('nosync'):
            disk.flush()
    for part in disk.parts:
        part.close()
    else:
        if workarounds.enabled('nosync'):
            disk.flush()
    while workarounds.enabled('nosync'): disk.flush()
    else: disk.grow()
    return disk.read()
