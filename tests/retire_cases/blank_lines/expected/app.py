def first(disk):

    disk.open()


    return disk.read()


def second(disk):
    disk.open()

    disk.check()

    disk.close()


def third(disk):
    for part in disk.parts:
        part.open()

    if disk.raw:
        disk.grow()
    else:
        disk.shrink()
    return disk.read()
