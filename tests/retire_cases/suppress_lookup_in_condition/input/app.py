import contextlib

import workarounds


def convert(disks, name):
    with contextlib.suppress(KeyError):
        if disks[name].raw and workarounds.enabled('fsync'):
            disks[name].sync()
        return True
    return False
