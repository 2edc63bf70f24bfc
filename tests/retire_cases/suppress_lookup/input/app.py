import contextlib

import workarounds


def convert(disks, name):
    done = False
    with contextlib.suppress(KeyError):
        disk = disks[name]
        if workarounds.enabled('fsync'):
            disk.sync()
        done = True
    return done
