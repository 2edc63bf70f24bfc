import workarounds


def convert(disk):
    if workarounds.enabled('fsync'):
        disk.sync()
    return disk


def chunks(disk):
    if workarounds.enabled('fsync'):
        yield disk
    disk.close()
