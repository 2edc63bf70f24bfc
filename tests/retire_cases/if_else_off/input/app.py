import workarounds


def convert(disk):
    if workarounds.enabled('fsync'):
        disk.flush()
    else:
        disk.open()
        if disk.raw:
            disk.check()
    return disk.read()
