import workarounds

try:
    import rbd
except ImportError:
    HAVE = False
else:
    HAVE = True


def convert(disk):
    if workarounds.enabled('fsync'):
        rbd.sync(disk)
    return HAVE
