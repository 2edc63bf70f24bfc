ON: bool = False


def convert(disk):
    return disk
