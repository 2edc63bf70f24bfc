from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def first(disk, a):
    x = workarounds.enabled('nosync')
    y = x
    return not x, y


def second(disk, a):
    on = CONF.workarounds.disable_sync
    off: bool = not on
    z = off
    if bool(on) and not z:
        disk.open()
    return off


def third(disk, a):
    if x := workarounds.enabled('nosync'):
        disk.flush(x)
    return [y for y in a if x], [y for y in a if not x]


def fourth(disk, a):
    x = workarounds.enabled('nosync')

    def inner():
        return disk if x else a

    assert not x
    return inner() if x else inner


def fifth(disk, a):
    x = CONF.workarounds.disable_sync; y = 3
    while x and a.next():
        y += 1
    match a:
        case 1 if x:
            disk.open()
        case _:
            disk.check()
    return y


def sixth(disk, a):
    x = workarounds.enabled('nosync')
    if x:
        disk.flush()
    return disk.read(x)


def seventh(disk, a):
    if not (on := CONF.workarounds.disable_sync) or a:
        disk.check()
    while (now := workarounds.enabled('nosync')) and a:
        disk.flush()
    return on and now
