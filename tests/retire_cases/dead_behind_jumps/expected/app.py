def first(disk, kind):
    if kind == 1:
        raise ValueError(kind)
    elif kind == 2:
        disk.open(); return disk.a
    else:
        return disk.b


def second(disks):
    for disk in disks:
        if disk.raw: break
        else: continue
    return disks


def third(disk, kind):
    if kind == 1:
        return disk.a
    elif kind == 2:
        disk.open()
    disk.close()
    return disk.c


def fourth(disk):
    for part in disk.parts:
        return part
    with disk.lock:
        return disk.b

    def inner():
        return disk.c
    return inner()
