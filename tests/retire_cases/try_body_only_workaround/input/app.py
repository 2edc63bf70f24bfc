import workarounds


def convert(disk):
    try:
        if workarounds.enabled('fsync'):
            disk.sync()
    except OSError:
        return False
    return True
