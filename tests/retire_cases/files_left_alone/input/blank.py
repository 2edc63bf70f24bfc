import workarounds


def convert(disk, a, b):
    if workarounds.enabled('fsync'):
        disk.flush()
    a = a and(b if disk.raw else a)
    return disk.read(a)
