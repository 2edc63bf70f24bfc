import workarounds


def convert(disk):
    if workarounds.enabled('fsync'):
        disk.flush()
        disk.open()
    else:
        disk.open()
    return disk.read()
