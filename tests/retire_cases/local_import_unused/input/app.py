import workarounds


def convert(disk):
    import os
    if workarounds.enabled('fsync'):
        os.fsync(disk)
    return disk
