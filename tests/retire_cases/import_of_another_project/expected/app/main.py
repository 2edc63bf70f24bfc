import disklib


def convert(disk):
    return disklib.read(disk)
