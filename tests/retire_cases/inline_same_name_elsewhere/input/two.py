def _flushes():
    return 3


def convert(disk):
    return disk.read(_flushes())
