import workarounds


def _flushes(size):
    return workarounds.enabled('fsync') and size


def convert(disk):
    if _flushes(disk.measure()):
        disk.flush()
    return disk.read()
