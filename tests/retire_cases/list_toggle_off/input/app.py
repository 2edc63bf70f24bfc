from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def convert(disk, kind):
    if CONF.workarounds.kinds:
        disk.flush(1)
    if not workarounds.enabled('kinds'):
        disk.open()
    if kind in CONF.workarounds.kinds:
        disk.flush(2)
    if kind not in workarounds.value('kinds'):
        disk.check()
    if disk.kind() in CONF.workarounds.kinds:
        disk.flush(3)
    for one in CONF.workarounds.kinds:
        disk.flush(one)
    return disk.read(workarounds.value('kinds'))


def choose():
    return (kinds := CONF.workarounds.kinds)


def check(disk):
    if known := (disk.kind() not in CONF.workarounds.kinds):
        disk.check()
