import workarounds


def convert(disk, kind):
    if kind == 'raw':
        disk.open()
    elif workarounds.enabled('fsync'):
        disk.flush()
    return disk.read()
