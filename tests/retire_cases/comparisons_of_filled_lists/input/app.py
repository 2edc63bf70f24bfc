from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def convert(disk, a):
    if bool(CONF.workarounds.kinds):
        disk.open()
    if not workarounds.value('kinds'):
        disk.close()
    while a < 3 and workarounds.value('kinds'):
        a += 1
    return disk.read()


def stays(disk, a, b):
    for kind in CONF.workarounds.kinds:
        disk.open(kind)
    return [
        len(CONF.workarounds.kinds),
        CONF.workarounds.kinds == [],
        any(workarounds.value('kinds')),
        a < b or workarounds.value('kinds'),
        disk.probe() in CONF.workarounds.kinds,
    ]
