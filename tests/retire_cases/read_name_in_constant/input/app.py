"""Converts images."""

import workarounds

_FSYNC = 'fsync'


def convert(disk):
    if workarounds.enabled(_FSYNC):
        disk.flush()
    return disk.read()
