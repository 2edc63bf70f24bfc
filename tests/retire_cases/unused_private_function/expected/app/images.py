"""Converts images."""

SIZE = 3


def _check(disk):
    return disk.check(SIZE)


def flush(disk):
    disk.flush()


def convert(disk):
    return disk.read()
