import os

import workarounds


def convert(disk):
    if workarounds.enabled('fsync'):
        os.sync()
    return disk.read()
