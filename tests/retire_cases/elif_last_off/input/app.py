import workarounds


def convert(disk, kind):
    if kind == 'raw':
        disk.open()
    elif workarounds.enabled('fsync'):
        disk.flush()
    else:
        disk.close()
    return disk.read()
