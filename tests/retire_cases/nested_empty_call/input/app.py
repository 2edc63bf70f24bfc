import workarounds


def convert(disk):
    disk.open()
    if disk.probe():
        if workarounds.enabled('fsync'):
            disk.flush()
    return disk.read()
