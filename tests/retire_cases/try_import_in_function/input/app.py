import workarounds


def convert(disk):
    try:
        import rbd
    except ImportError:
        return False
    if workarounds.enabled('fsync'):
        rbd.sync(disk)
    return True
