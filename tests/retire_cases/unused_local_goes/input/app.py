import workarounds


def convert(disk):
    size = disk.size
    part = disk.next()
    disk.open()
    if workarounds.enabled('fsync'):
        disk.flush(size, part)
    return disk.read()
