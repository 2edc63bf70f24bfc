import workarounds


def _flushes():
    """Return whether to flush."""
    return workarounds.enabled('fsync')


def convert(disk):
    if _flushes():
        disk.flush()
    if disk.raw and not _flushes():
        disk.open()
    return disk.read()
