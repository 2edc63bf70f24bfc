import workarounds


def convert(disk):
    if disk.raw:
        return disk.a
    elif not workarounds.enabled('fsync'):
        return disk.b
    disk.flush()
    return disk.c
