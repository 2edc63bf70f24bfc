import workarounds


def convert(disk, wanted):
    if wanted and disk.probe() and workarounds.enabled('fsync'):
        disk.flush()
    if disk.probe() and wanted and workarounds.enabled('fsync'):
        disk.flush()
    return disk.read()
