import workarounds

try:
    import rbd
except ImportError:
    rbd = None


def convert(disk):
    if workarounds.enabled('fsync'):
        rbd.sync(disk)
    return disk
