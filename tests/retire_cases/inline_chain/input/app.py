import workarounds


def _asks():
    return workarounds.enabled('fsync')


def _flushes(disk):
    return _asks() and disk.raw


def convert(disk):
    if _flushes(disk):
        disk.flush()
    return disk.read()
