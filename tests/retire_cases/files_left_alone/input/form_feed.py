import workarounds


def convert(disk, a, b):
    if workarounds.enabled('fsync'):
        disk.flush()
    a = b
    return disk.read(a)


SIZE = 3
