import workarounds


def convert(disk):
    if workarounds.enabled('fsync'):
        disk.flush()
    return disk.read()
