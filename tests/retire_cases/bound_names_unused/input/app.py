import workarounds


def convert(disk):
    if (size := disk.measure()):
        disk.open()
    with disk.opened() as part:
        disk.check()
    if workarounds.enabled('fsync'):
        part.flush(size)
    return disk.read()
