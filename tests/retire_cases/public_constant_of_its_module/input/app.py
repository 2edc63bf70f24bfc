import workarounds

FLUSHES = workarounds.enabled('fsync')


def convert(disk):
    if FLUSHES:
        disk.flush()
    return disk.read()
