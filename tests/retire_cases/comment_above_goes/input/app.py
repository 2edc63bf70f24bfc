import workarounds


def convert(disk):
    disk.open()

    # Bug 1392527: the image may not be written yet,
    # so flush it.
    if workarounds.enabled('fsync'):
        disk.flush()

    # Read it all.
    return disk.read()
