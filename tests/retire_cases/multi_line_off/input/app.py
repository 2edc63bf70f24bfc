import workarounds


def convert(disk):
    if (
        disk.raw
        # Bug 1392527: the image may not be written yet.
        and workarounds.enabled('fsync')
        # Only files can be flushed.
        and disk.is_file
    ):
        disk.flush()
    return disk.read()
