import sys

FAST = False
FAST = sys.byteorder == 'little'


def convert(disk):
    return disk.copy() if FAST else disk
