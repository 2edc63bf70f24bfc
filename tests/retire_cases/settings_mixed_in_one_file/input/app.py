import workarounds


def convert(disk):
    if workarounds.enabled('fsync'):
        disk += 1
    return disk
