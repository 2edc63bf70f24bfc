class Disk:
    kinds = []

    def __init_subclass__(cls):
        cls.kinds.append(cls)


class _Raw(Disk):
    pass


class _Registered:
    Disk.kinds.append(3)


def _flush(disk, default=Disk.kinds.append(4)):
    disk.flush(default)


def convert(disk):
    return Disk.kinds
