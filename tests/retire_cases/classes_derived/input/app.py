import workarounds


class Disk:
    pass


class _Raw(Disk):
    pass


def convert(disk):
    if workarounds.enabled('fsync'):
        return _Raw()
    return Disk()
