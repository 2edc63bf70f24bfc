import workarounds


def _flushes():
    return workarounds.enabled('fsync')


def convert(disk):
    if workarounds.enabled('fsync'):
        size = disk.measure()
    if _flushes():
        disk.flush(size)
    return disk.read()
