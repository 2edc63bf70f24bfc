import sys


def convert(disk):
    disk.open()
    return disk.read(sys.platform)


def check(disk):
    return disk.check()
