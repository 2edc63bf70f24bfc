import workarounds


def _flushes():
    return workarounds.enabled('fsync')


def convert(disk):
    if _flushes():
        disk.flush()
    return disk.read()
