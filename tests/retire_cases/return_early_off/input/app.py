import os
import sys

import workarounds


def convert(disk):
    disk.open()
    if not workarounds.enabled('fsync'):
        return disk.read(sys.platform)
    # Bug 1392527: the image may not be written yet.
    os.fsync(disk.fd)
    for part in disk.parts:
        part.flush()

    return disk.read('flushed')


def check(disk):
    return disk.check()
