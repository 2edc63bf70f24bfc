import workarounds


def convert(disk, kind):
    if kind == 'raw':
        disk.open()
    else:
        if workarounds.enabled('fsync'):
            disk.flush()
        else:
            disk.check()
            disk.close()
    return disk.read()
