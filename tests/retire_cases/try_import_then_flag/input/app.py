import workarounds

try:
    import rbd
    HAVE = True
except ImportError:
    HAVE = False


def convert(disk):
    if workarounds.enabled('fsync'):
        rbd.sync(disk)
    return HAVE
