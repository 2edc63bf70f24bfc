import workarounds


def convert(disk):
    if disk.probe() and workarounds.enabled('fsync'):
        disk.flush()
    if workarounds.enabled('fsync') and disk.probe():
        disk.flush()
    return disk.read()
