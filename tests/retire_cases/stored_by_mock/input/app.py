import workarounds


def _is_on():
    return workarounds.enabled('fsync')


def convert(disk):
    if _is_on():
        disk.sync()
    return disk
