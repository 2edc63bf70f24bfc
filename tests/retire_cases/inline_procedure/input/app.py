import workarounds


def _prepare(disk):
    if workarounds.enabled('fsync'):
        disk.sync()


def convert(disk):
    _prepare(disk)
    return disk
