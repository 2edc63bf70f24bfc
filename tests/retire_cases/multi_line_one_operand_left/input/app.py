import workarounds


def convert(disk):
    if (disk.raw and
            workarounds.enabled('fsync')):
        disk.flush()
    return disk.read()
