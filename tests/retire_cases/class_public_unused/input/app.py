import workarounds


class Sync:
    pass


def convert(disk):
    if workarounds.enabled('fsync'):
        Sync()
    return disk
