import workarounds


def convert(disk):
    # The steps of the conversion.

    if workarounds.enabled('fsync'):
        disk.flush()

    disk.open()
    return disk.read()
