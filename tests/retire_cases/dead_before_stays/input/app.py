import workarounds


def first(disk):
    return disk.read()
    if workarounds.enabled('fsync'):
        disk.flush()
    disk.close()


def second(disk):
    if disk.raw:
        return disk.a
    else:
        raise ValueError(disk.name)
    disk.close(workarounds.enabled('fsync'))
