import atexit

import workarounds


@atexit.register
def _sync():
    return 3


def convert(disk):
    if workarounds.enabled('fsync'):
        _sync()
    return disk.read()
