from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def first(disk, a):
    if a:
        x = False
    if x:
        disk.flush()


def second(disk, a):
    try:
        x = False
    finally:
        disk.open()
    if x:
        disk.flush()


def third(disk, a):
    a and (x := False)
    if x:
        disk.flush()


def fourth(disk, a):
    x = False
    disk.tell(sorted(locals()))
    if x:
        disk.flush()


def fifth(disk, a):
    x = False
    if eval('x'):
        disk.flush()


def sixth(disk, a):
    global Y
    Y = False
    if Y:
        disk.flush()


def seventh(disk, a):
    disk.x = False
    if disk.x:
        disk.flush()
    x = y = False
    if x or y:
        disk.flush()


def eighth(disk, a):
    x = True
    return [x], x


def ninth(disk, a):
    for part in a:
        if part and x:
            disk.flush()
        x = workarounds.enabled('nosync')


def tenth(disk, a):
    disk.check(y := False)
    if y:
        disk.flush()
    inner = lambda: x
    x = False
    return inner()


class Disk:
    X = False
    if X:
        attempts = 3
