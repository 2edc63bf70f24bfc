import contextlib

import workarounds

try:
    import rbd
except ImportError:
    HAS_RBD = False
else:
    HAS_RBD = True

try:
    import json
finally:
    SIZE = 3


def find(disks, name):
    try:
        disk = disks[name]
        copy = disk
    except KeyError:
        return False
    if workarounds.enabled('fsync'):
        rbd.flush(disk)
        json.dumps(copy)
    return True


def find_quietly(disks, name):
    with contextlib.suppress(KeyError):
        disk = disks[name]
        found = True
        if workarounds.enabled('fsync'):
            disk.flush(found)
        return True
    return False
