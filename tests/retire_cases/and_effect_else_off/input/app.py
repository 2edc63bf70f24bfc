import workarounds


def convert(disk):
    if disk.probe() and workarounds.enabled('fsync'):
        disk.flush()
    else:
        disk.close()
    return disk.read()
