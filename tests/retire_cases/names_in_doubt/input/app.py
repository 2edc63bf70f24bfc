from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def first(disk, a):
    if a:
        x = workarounds.enabled('nosync')
    if x:
        disk.flush()


def second(disk, a):
    try:
        x = workarounds.enabled('nosync')
    finally:
        disk.open()
    if x:
        disk.flush()


def third(disk, a):
    a and (x := workarounds.enabled('nosync'))
    if x:
        disk.flush()


def fourth(disk, a):
    x = workarounds.enabled('nosync')
    disk.tell(sorted(locals()))
    if x:
        disk.flush()


def fifth(disk, a):
    x = workarounds.enabled('nosync')
    if eval('x'):
        disk.flush()


def sixth(disk, a):
    global Y
    Y = workarounds.enabled('nosync')
    if Y:
        disk.flush()


def seventh(disk, a):
    disk.x = workarounds.enabled('nosync')
    if disk.x:
        disk.flush()
    x = y = workarounds.enabled('nosync')
    if x or y:
        disk.flush()


def eighth(disk, a):
    x = CONF.workarounds.disable_sync
    return [x], x


def ninth(disk, a):
    for part in a:
        if part and x:
            disk.flush()
        x = workarounds.enabled('nosync')


def tenth(disk, a):
    disk.check(y := workarounds.enabled('nosync'))
    if y:
        disk.flush()
    inner = lambda: x
    x = workarounds.enabled('nosync')
    return inner()


class Disk:
    X = workarounds.enabled('nosync')
    if X:
        attempts = 3
