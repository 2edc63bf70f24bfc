def first(disk):
    return disk.read()


def second(disk):
    disk.check()
    return disk.read()


def third(disk):
    disk.close()
    return disk.read()
