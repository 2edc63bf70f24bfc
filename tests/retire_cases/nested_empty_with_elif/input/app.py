import workarounds


def convert(disk, kind):
    if kind == 'raw':
        if workarounds.enabled('fsync'):
            disk.flush()
    elif kind == 'qcow2':
        disk.check()
    else:
        disk.close()
    return disk.read()
