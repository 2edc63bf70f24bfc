import workarounds


def each(disks):
    for disk in disks:
        if workarounds.enabled('fsync'):
            disk.flush()


def locked(lock, disk):
    with lock:
        if workarounds.enabled('fsync'):
            disk.flush()
    return disk


def nothing(disk):
    if workarounds.enabled('fsync'):
        disk.flush()


def documented(disk):
    """Flush, perhaps."""
    if workarounds.enabled('fsync'):
        disk.flush()


class Disk:
    if workarounds.enabled('fsync'):
        attempts = 3
