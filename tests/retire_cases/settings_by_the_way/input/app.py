import workarounds


def convert(disk):
    if workarounds.enabled('fsync'):
        disk.sync()
    return disk
