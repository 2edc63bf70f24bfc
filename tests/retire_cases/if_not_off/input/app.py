import workarounds


def convert(disk):
    if not workarounds.enabled('fsync'):
        disk.open()
    else:
        disk.flush()
    return disk.read()
