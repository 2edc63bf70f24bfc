import workarounds


def convert(disk):
    # The image must be complete.
    if workarounds.enabled('fsync'):
        disk.flush()
    else:
        disk.open()
    return disk.read()
