from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def convert(disk, a, b):
    if not not CONF.workarounds.disable_sync:
        disk.open(1)
    if not workarounds.enabled('nosync') and not a:
        disk.open(2)
    if (a or CONF.workarounds.disable_sync) and (
            b or workarounds.enabled('nosync')):
        disk.open(3)
    if not (a and (b or CONF.workarounds.disable_sync)):
        disk.open(4)
    if (on := CONF.workarounds.disable_sync) and a and on:
        disk.open(5)
    if a and (workarounds.enabled('nosync') or disk.probe(6)):
        disk.open(6)
    if disk.probe(7) and workarounds.enabled('nosync') and disk.probe(8):
        disk.open(7)
    if (a if CONF.workarounds.disable_sync else b)():
        disk.open(8)
    if a == workarounds.enabled('nosync'):
        disk.open(9)
    if -disk.size and CONF.workarounds.disable_sync:
        disk.open(10)
    return disk.read()
