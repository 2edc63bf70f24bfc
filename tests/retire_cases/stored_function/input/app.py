import workarounds


def is_on():
    return workarounds.enabled('fsync')


def convert(disk):
    if is_on():
        disk.sync()
    return disk
