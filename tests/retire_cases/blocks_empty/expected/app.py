def each(disks):
    for disk in disks:
        pass


def locked(lock, disk):
    with lock:
        pass
    return disk


def nothing(disk):
    pass


def documented(disk):
    """Flush, perhaps."""


class Disk:
    pass
