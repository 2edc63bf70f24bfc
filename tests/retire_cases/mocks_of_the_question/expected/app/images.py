import workarounds


def convert(disk):
    return disk.read()
