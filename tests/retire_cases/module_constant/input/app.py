"""Converts images."""

import workarounds

_FLUSHES = workarounds.enabled('fsync')
SIZE = 3


def convert(disk):
    if _FLUSHES:
        disk.flush()
    return disk.read(SIZE)
