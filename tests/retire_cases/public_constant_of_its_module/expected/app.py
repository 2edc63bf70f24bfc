FLUSHES = False


def convert(disk):
    return disk.read()
