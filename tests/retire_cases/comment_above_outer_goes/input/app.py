import workarounds


def convert(disk, wanted):
    disk.open()
    # Disks that are wanted must be written before they are read.
    if wanted:
        # Bug 1392527
        if workarounds.enabled('fsync'):
            disk.flush()  # writes it
    return disk.read()
