from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def convert(disk, a, b):
    if disk.probe(1) and workarounds.enabled('nosync'):
        disk.flush()
    if not disk.probe(2) and workarounds.enabled('nosync'):
        disk.flush()
    # The third.
    if (a or disk.probe(3)) and workarounds.enabled('nosync'):
        disk.flush()
    if (a or b) and disk.probe(4) and workarounds.enabled('nosync'):
        disk.flush()
    if a and b and disk.probe(5) and workarounds.enabled('nosync'):
        disk.flush()
    # The sixth.
    if a and (b or disk.probe(6)) and workarounds.enabled('nosync'):
        disk.flush()
    if not (disk.probe(7) and workarounds.enabled('nosync')):
        disk.flush()
    if (disk.probe(8) and workarounds.enabled('nosync') and disk.probe(9)):
        disk.flush()
    if a and (disk.probe(10) and workarounds.enabled('nosync')):
        disk.flush()
    if (size := disk.probe(11)) and b and workarounds.enabled('nosync'):
        disk.flush(size)
    if a.b == disk.probe(12) and workarounds.enabled('nosync'):
        disk.flush()
    return disk.read()
