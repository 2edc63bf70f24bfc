import workarounds


def convert(disk, kind):
    if kind == 'raw':
        disk.open()
    elif disk.probe() and workarounds.enabled('fsync'):
        disk.flush()
    else:
        disk.close()
    return disk.read()
