import workarounds


class Disk:
    kinds = []

    def __init_subclass__(cls):
        cls.kinds.append(cls)


class _Raw(Disk):
    pass


class _Registered:
    Disk.kinds.append(3)


class _Error(ValueError):
    limit = 3


def _flush(disk, default=Disk.kinds.append(4)):
    disk.flush(default)


def _plain(disk, default=3):
    disk.flush(default)


def convert(disk):
    if workarounds.enabled('fsync'):
        _flush(_Raw())
        _plain(_Registered())
        raise _Error
    return Disk.kinds
