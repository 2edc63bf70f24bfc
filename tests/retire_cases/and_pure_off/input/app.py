import workarounds


def convert(disk, kinds_wanted):
    if disk.raw and workarounds.enabled('fsync'):
        disk.flush()
    if disk.info['size'] > 3 and workarounds.enabled('fsync') and disk.raw:
        disk.flush()
    if disk.kind in kinds_wanted and workarounds.enabled('fsync'):
        disk.flush()
    else:
        disk.close()
    return disk.read()
