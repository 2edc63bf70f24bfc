"""What is on."""

import workarounds


def _flushes():
    return workarounds.enabled('fsync')


def size(disk):
    return disk.size
