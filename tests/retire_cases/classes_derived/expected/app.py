class Disk:
    pass


class _Raw(Disk):
    pass


def convert(disk):
    return Disk()
