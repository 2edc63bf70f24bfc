import workarounds


def convert(disk, kind):
    disk.open()
    if kind == 'raw' and disk.info['size'] > 0:
        if workarounds.enabled('fsync'):
            disk.flush()
    return disk.read()
