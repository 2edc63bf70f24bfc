import workarounds


def convert(disk, kind):
    if kind == 'raw':
        disk.open()
    elif disk.probe() and workarounds.enabled('fsync'):
        disk.flush()
    return disk.read()
