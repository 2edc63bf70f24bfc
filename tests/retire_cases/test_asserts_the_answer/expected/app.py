def _flushes():
    return False


def convert(disk):
    return disk.read()
