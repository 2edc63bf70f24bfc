from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def convert(disk, wanted):
    if CONF.workarounds.disable_sync: disk.open(); disk.check()  # both
    if wanted: workarounds.enabled('nosync')
    for part in disk.parts: workarounds.enabled('nosync')  # each
    for part in disk.parts: workarounds.enabled('nosync'); part.close()
    try: disk.grow()
    except OSError: workarounds.enabled('nosync')
    return disk.read()


def nothing(disk): workarounds.enabled('nosync')
