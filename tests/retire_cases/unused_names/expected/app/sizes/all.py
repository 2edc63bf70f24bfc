import zlib
from string import *


def grow(disk):
    zlib.crc32(digits)
    return disk


def assigned(disk):
    disk.next()
    first, second = disk.pair
    return second


def caught(disk):
    try:
        disk.open()
    except OSError:
        disk.close()
    never = disk.next()
