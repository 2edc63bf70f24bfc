import workarounds as temporary


def convert(disk):
    if temporary.enabled('fsync'):
        disk.flush()
    return disk.read()
