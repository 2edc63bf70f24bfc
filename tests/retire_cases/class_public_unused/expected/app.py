class Sync:
    pass


def convert(disk):
    return disk
