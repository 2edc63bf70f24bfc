import workarounds


def convert(disk, kind):
    if kind == 'raw':
        disk.open()
    else:
        if workarounds.enabled('fsync'):
            disk.flush()
    return disk.read()
