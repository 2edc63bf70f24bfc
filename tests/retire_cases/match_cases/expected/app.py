def first(disk, kind):
    match kind:
        case 6 if disk.raw:
            disk.grow()
        case 4:
            pass
        case [1] as x:
            disk.open(x)
        case x:
            disk.check(x)
    return disk.read()


def second(disk, kind):
    match kind:
        case (1 | _):
            disk.open()
    match kind:
        case _ as x if disk.probe():
            disk.open(x)
        case _ if disk.check():
            disk.check()
    match kind:
        case _ if disk.probe() and False:
            disk.close()
    return disk.read()


def subjects(disk, kind):
    # The second.
    disk.probe()
    if kind:
        disk.probe()
    return disk.read()
