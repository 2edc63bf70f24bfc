import workarounds


def convert(disk, wanted):
    assert ((disk.raw)  # the fast way
            or disk.probe()  # the slow way
            or not workarounds.enabled('fsync')), 'no'
    if (disk.raw and
            disk.old and
            workarounds.enabled('fsync')) and wanted:
        disk.flush()
    return disk.read()
