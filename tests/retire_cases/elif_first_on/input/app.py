import workarounds


def convert(disk, kind):
    if workarounds.enabled('fsync'):
        disk.flush()
    elif kind == 'raw':
        disk.open()
    else:
        disk.check()
    return disk.read()
