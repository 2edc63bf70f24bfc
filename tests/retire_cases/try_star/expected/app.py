def first(disk):
    try:
        disk.open()
    except* OSError:
        disk.close()
    return disk.read()


def second(disk):
    try:
        disk.check()
    except* OSError:
        pass
    return disk.read()
