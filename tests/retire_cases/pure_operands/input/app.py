from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def convert(disk, a, b):
    if a and workarounds.enabled('nosync'):
        disk.flush(1)
    if a.b.c and workarounds.enabled('nosync'):
        disk.flush(2)
    if a[0] and workarounds.enabled('nosync'):
        disk.flush(3)
    if a[b.c][1:2] and workarounds.enabled('nosync'):
        disk.flush(4)
    if a[::b] and workarounds.enabled('nosync'):
        disk.flush(5)
    if a[1, b] and workarounds.enabled('nosync'):
        disk.flush(6)
    if 'a' 'b' and workarounds.enabled('nosync'):
        disk.flush(7)
    if ... and workarounds.enabled('nosync'):
        disk.flush(8)
    if -1 and workarounds.enabled('nosync'):
        disk.flush(9)
    if ~1 and workarounds.enabled('nosync'):
        disk.flush(10)
    if not not a and workarounds.enabled('nosync'):
        disk.flush(11)
    if a < b < disk and workarounds.enabled('nosync'):
        disk.flush(12)
    if a not in b and workarounds.enabled('nosync'):
        disk.flush(13)
    if a is None and workarounds.enabled('nosync'):
        disk.flush(14)
    if not (a or b) and workarounds.enabled('nosync'):
        disk.flush(15)
    if (a if b else disk) and workarounds.enabled('nosync'):
        disk.flush(16)
    if [a, b.c] and workarounds.enabled('nosync'):
        disk.flush(17)
    if (a, b) and workarounds.enabled('nosync'):
        disk.flush(18)
    if {a, b} and workarounds.enabled('nosync'):
        disk.flush(19)
    if {a: b[0], 2: 1.5} and workarounds.enabled('nosync'):
        disk.flush(20)
    if (lambda: disk.probe()) and workarounds.enabled('nosync'):
        disk.flush(21)
    if (lambda x=a: x) and workarounds.enabled('nosync'):
        disk.flush(22)
    if getattr(a, 'b') and workarounds.enabled('nosync'):
        disk.flush(23)
    if getattr(a.b, 'c', None) and workarounds.enabled('nosync'):
        disk.flush(24)
    if a < [1, 2][0] and workarounds.enabled('nosync'):
        disk.flush(25)
    if CONF.workarounds.disable_sync == a and workarounds.enabled('nosync'):
        disk.flush(26)
    if (lambda *, x=a: x) and workarounds.enabled('nosync'):
        disk.flush(27)
    return disk.read()
