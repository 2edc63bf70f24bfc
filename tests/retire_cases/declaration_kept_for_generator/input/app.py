import workarounds


def chunks(disk):
    if workarounds.enabled('fsync'):
        yield disk
    disk.close()
