def first(disk):
    return disk.read()
    disk.close()


def second(disk):
    if disk.raw:
        return disk.a
    else:
        raise ValueError(disk.name)
    disk.close(False)
