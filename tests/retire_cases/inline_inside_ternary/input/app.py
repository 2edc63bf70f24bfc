import workarounds


def _flushes():
    return not workarounds.enabled('fsync')


def convert(disk, wanted):
    if (disk.raw if _flushes() else workarounds.enabled('fsync')):
        disk.open()
    if (workarounds.enabled('fsync') if _flushes() else wanted):
        disk.flush()
    if (_flushes() and workarounds.enabled('fsync')) or not _flushes():
        disk.wait()
    return disk.read()
