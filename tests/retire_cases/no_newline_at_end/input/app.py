import workarounds


def convert(disk):
    if workarounds.enabled('fsync'):
        return disk.a
    return disk.b