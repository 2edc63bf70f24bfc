import workarounds


def convert(disk, wanted):
    if wanted:
        if workarounds.enabled('fsync'):
            disk.flush()
    else:
        disk.close()
    if not disk.probe():
        if workarounds.enabled('fsync'):
            disk.flush()
    else:
        disk.check()
    return disk.read()
