from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def convert(disk, a, b):
    if (disk.probe(1) or CONF.workarounds.disable_sync) and b:
        disk.open()
    if a and (disk.probe(2) or CONF.workarounds.disable_sync):
        disk.open()
    if (disk.probe(3) or CONF.workarounds.disable_sync) and (
            disk.probe(4) or CONF.workarounds.disable_sync):
        disk.open()
    if (a or CONF.workarounds.disable_sync) and (
            b or workarounds.enabled('nosync')):
        disk.open()
    if not (disk.probe(5) and workarounds.enabled('nosync')) and b:
        disk.open()
    if (a and disk.probe(6) and workarounds.enabled('nosync')) or b:
        disk.open()
    if ((a or disk.probe(7)) and workarounds.enabled('nosync')) or b:
        disk.open()
    if a or not (disk.probe(8) or CONF.workarounds.disable_sync):
        disk.open()
    if b and a and (disk.probe(9) or CONF.workarounds.disable_sync) and a:
        disk.open()
    if (disk.probe(10) or CONF.workarounds.disable_sync) and (
            not workarounds.enabled('nosync')):
        disk.open()
    if not (a and disk.probe(11) and workarounds.enabled('nosync')) and b:
        disk.open()
    return disk.read()
