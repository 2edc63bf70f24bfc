"""Converts images."""

SIZE = 3


def convert(disk):
    return disk.read(SIZE)
