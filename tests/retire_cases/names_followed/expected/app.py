from oslo_config import cfg

CONF = cfg.CONF


def first(disk, a):
    y = False
    return True, y


def second(disk, a):
    disk.open()
    return False


def third(disk, a):
    return [y for y in a if False], [y for y in a]


def fourth(disk, a):
    def inner():
        return a

    return inner


def fifth(disk, a):
    y = 3
    while a.next():
        y += 1
    match a:
        case 1:
            disk.open()
        case _:
            disk.check()
    return y


def sixth(disk, a):
    x = False
    return disk.read(x)


def seventh(disk, a):
    if a:
        disk.check()
    return False
