import workarounds


def convert(disk, kind):
    if kind == 'raw':
        disk.open()
    elif kind == 'qcow2' and workarounds.enabled('fsync'):
        disk.flush()
    return disk.read()
