def first(disk):
    try:
        disk.open()
    except OSError:
        pass
    return disk.read()


def second(disk):
    try:
        disk.open()
    except OSError:
        disk.close()
    return disk.read()


def third(disk):
    disk.open()
    disk.check()
    return disk.read()
