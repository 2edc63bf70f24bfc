import workarounds


def convert(disk):
    if workarounds.enabled('fsync'):
        size = disk.flush()
        extra = size + 1
        disk.grow(extra)
    else:
        size = disk.size
    return disk.read(size)
