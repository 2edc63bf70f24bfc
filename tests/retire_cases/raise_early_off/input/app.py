import os

import workarounds


def convert(disk):
    if not workarounds.enabled('fsync'):
        raise NotImplementedError(disk.name)
    os.fsync(disk.fd)
    return disk.read()
