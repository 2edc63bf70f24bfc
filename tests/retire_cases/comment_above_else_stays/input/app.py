import workarounds


def convert(disk):
    if workarounds.enabled('fsync'):
        disk.flush()
    # There is nothing to be written.
    else:
        disk.open()
    return disk.read()
