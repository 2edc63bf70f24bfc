import sys

import workarounds

FAST = False
FAST = sys.byteorder == 'little'


def convert(disk):
    if workarounds.enabled('fsync'):
        disk.flush()
    return disk.copy() if FAST else disk
