import workarounds


def convert(disk):
    if (size := disk.measure()) and workarounds.enabled('fsync'):
        disk.flush(size)
    return disk.read(size)
